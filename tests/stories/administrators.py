"""Making administrators, in the way in which an operator does."""

import asyncio
import sys
from typing import Any

from tests.harness.client import Json
from tests.harness.person import Person
from tests.harness.server import SETTINGS, ServerProcess, environment

ADMIN = "/api/v1/admin"


async def command(server: ServerProcess, *arguments: str) -> str:
    """Runs the command `laiwang` on a running server and returns what it printed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "laiwang",
        *arguments,
        "--data",
        str(server.data),
        env={**environment(), **SETTINGS},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    printed, _ = await process.communicate()
    assert process.returncode == 0, printed.decode()
    return printed.decode()


async def promote(server: ServerProcess, person: Person) -> Person:
    """The person, an administrator from now on."""
    await command(server, "user", "set-admin", person.user_id)
    return person


async def audited(admin: Person, **query: Any) -> list[Json]:
    """Entries of the audit, the oldest first."""
    entries: list[Json] = (await admin.get(f"{ADMIN}/audit", **query))["entries"]
    return entries[::-1]
