"""A server's embedded database moves to PostgreSQL, killed on its way; its people notice nothing but a pause."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.harness.server import SETTINGS, URL_SETTING, ServerFailed, ServerProcess
from tests.harness.wire import wire_to
from tests.migrations.world import find_again, settle

pytestmark = pytest.mark.process


def begin(server: ServerProcess, url: str) -> subprocess.Popen[str]:
    """The command `laiwang migrate`, on the folder of a server."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LAIWANG_", "LC_"))}
    return subprocess.Popen(
        [sys.executable, "-m", "laiwang", "migrate", "--to", url, "--data", str(server.data)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**environment, "LANG": "C.UTF-8", **SETTINGS},
    )


async def test_a_server_moves_to_postgres(tmp_path: Path, postgres_url: str) -> None:
    """Killed in the middle, run again, served from there: tokens, history, keys and what was not told yet are all there."""
    old = ServerProcess(tmp_path / "data", store="sqlite")
    new = ServerProcess(old.data, {URL_SETTING: postgres_url})
    try:
        old.start()
        settled = await settle(old)
        old.stop()
        async with wire_to(postgres_url) as wire:
            held = asyncio.create_task(wire.held_at(b'COPY "profiles"'))
            await asyncio.sleep(0)
            moving = begin(old, wire.url)
            await held
            moving.kill()
            moving.communicate()
            moving = begin(old, wire.url)
            said, _ = await asyncio.to_thread(moving.communicate, timeout=120)
            assert (moving.returncode, "each compared" in said) == (0, True), said
        with pytest.raises(ServerFailed, match="has moved to"):
            old.start()
        new.start()
        await find_again(new.url, settled)
    finally:
        old.kill()
        new.kill()
