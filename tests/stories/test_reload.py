"""Settings change while people talk: on SIGHUP or `laiwang reload`, without a restart, and never half."""

import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.harness.client import PASSWORD, V3, Door, fresh
from tests.harness.person import Person
from tests.harness.server import ServerProcess
from tests.stories.administrators import ADMIN, command, promote

pytestmark = pytest.mark.process

BEFORE = """
[registration]
mode = "open"

[rate_limits]
messages_burst = 50.0
messages_per_s = 0.0001

[logging]
level = "info"
"""
AFTER = """
[registration]
mode = "closed"

[rate_limits]
messages_burst = 2.0
messages_per_s = 0.0001

[media]
quota_bytes_per_person = 10

[turn]
uris = ["turn:turn.example.org"]
secret = "both know it"

[support]
page = "https://help.example.org"

[logging]
level = "warning"
"""
#: these come from the file here
NOT_SET = {"LAIWANG_REGISTRATION__MODE": None, "LAIWANG_RATE_LIMITS__ENABLED": None}


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[ServerProcess]:
    """A server with a settings file."""
    (tmp_path / "laiwang.toml").write_text(BEFORE)
    arguments = ("--config", str(tmp_path / "laiwang.toml"))
    server = ServerProcess(tmp_path / "data", NOT_SET, store="sqlite", arguments=arguments)
    server.start()
    yield server
    server.kill()


async def logged(server: ServerProcess, door: Door, words: str, count: int = 1) -> None:
    """Waits for what the server does once it has heard the signal."""
    while server.log_path.read_text().count(words) < count:
        await door.respond("GET", "/healthz")


async def test_settings_are_read_again(server: ServerProcess, tmp_path: Path) -> None:
    """What may change holds for the next request, what may not is named, and a file with a mistake changes nothing at all."""
    file = tmp_path / "laiwang.toml"
    anna = await promote(server, await Person.arrive(server.url, "anna"))
    room = await anna.create_room()
    file.write_text(AFTER.replace("messages_burst = 2.0", "messages_burst = -1.0"))
    os.kill(server.pid, signal.SIGHUP)
    await logged(server, anna, "those from before stay")
    assert "rate_limits.messages_burst" in server.log_tail(5)
    assert (await anna.get(f"{V3}/voip/turnServer")) == {}
    file.write_text(AFTER)
    os.kill(server.pid, signal.SIGHUP)
    await logged(server, anna, "wait for a restart")
    assert "support.page" in server.log_tail(3)
    await check_changed(anna, room)
    # From here on only warnings are written; the file again as it was, by the command.
    assert "the settings were read again" not in server.log_tail(2)
    file.write_text(BEFORE)
    told = await command(server, "reload")
    assert "registration.mode holds from now on" in told
    assert "support" not in told
    await (await Person.arrive(server.url, "bo")).close()
    assert await command(server, "reload") == "nothing has changed\n"
    await anna.close()


async def check_changed(anna: Person, room: str) -> None:
    """Registration is closed, messages are slowed down, files are counted, calls have a relay; and the administrator sees it."""
    async with Door(anna.url) as door:
        body = {"username": fresh("late"), "password": PASSWORD}
        await door.post(f"{V3}/register", json=body, expect=(403, "M_FORBIDDEN"))
    for status in (200, 200, 429):
        await anna.send(room, {"msgtype": "m.text", "body": "quick"}, expect=status)
    await anna.request("POST", "/_matrix/media/v3/upload", content=b"more than ten bytes", expect=(413, "M_TOO_LARGE"))
    assert (await anna.get(f"{V3}/voip/turnServer"))["uris"] == ["turn:turn.example.org"]
    shown = {one["name"]: one["value"] for one in (await anna.get(f"{ADMIN}/settings"))["settings"]}
    assert (shown["registration.mode"], shown["rate_limits.messages_burst"]) == ("closed", 2.0)
    assert shown["support.page"] == ""
