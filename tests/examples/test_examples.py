"""The programs of examples/ do what they say, as processes of their own."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.clients.js.test_js_sdk import tell
from tests.harness.client import PASSWORD, V3, Json
from tests.harness.person import Person
from tests.harness.server import ServerProcess, free_port

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

pytestmark = pytest.mark.process


@asynccontextmanager
async def running(program: str, *arguments: str, says: str) -> AsyncIterator[None]:
    """A program, from the moment when it says that it is ready."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(EXAMPLES / program), *arguments, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        while says not in (line := (await process.stdout.readline()).decode()):
            assert line, f"{program} ended without having said {says!r}"
        yield
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def heard(person: Person, room: str, sender: str) -> Json:
    """The first message of somebody in a room, once it has come."""
    while True:
        answer = await person.sync(timeout_ms=30_000)
        for event in answer.get("rooms", {}).get("join", {}).get(room, {}).get("timeline", {}).get("events", []):
            if event["type"] == "m.room.message" and event["sender"] == sender:
                found: Json = event
                return found


async def test_hello_bot(tmp_path: Path) -> None:
    """An ordinary account that a program uses."""
    server = ServerProcess(tmp_path / "data")
    server.start()
    try:
        async with (
            await Person.arrive(server.url, "greeter") as bot,
            await Person.arrive(server.url, "anna") as anna,
            running("hello_bot.py", server.url, bot.user_id, PASSWORD, says="logged in"),
        ):
            room = await anna.create_room(preset="private_chat", invite=[bot.user_id])
            while (await anna.state(room, "m.room.member", bot.user_id))["membership"] != "join":
                await anna.sync(timeout_ms=5000)
            await anna.say(room, "Hello?")
            event = await heard(anna, room, bot.user_id)
            assert event["content"]["msgtype"] == "m.notice"
            assert event["content"]["body"] == f"Hello {anna.user_id}!"
    finally:
        server.stop()


async def test_echo_bridge(tmp_path: Path) -> None:
    """A bridge with the library that most bridges are built with; it finds its way back after the server was away."""
    port = free_port()
    made = await asyncio.create_subprocess_exec(
        sys.executable,
        str(EXAMPLES / "echo_bridge.py"),
        "registration",
        f"http://127.0.0.1:{port}",
        stdout=asyncio.subprocess.PIPE,
    )
    file = tmp_path / "echo.yaml"
    file.write_bytes((await made.communicate())[0])
    server = ServerProcess(tmp_path / "data", {"LAIWANG_APPLICATION_SERVICES__FILES": str(file)})
    server.start()
    try:
        async with await Person.arrive(server.url, "anna") as anna:
            async with running("echo_bridge.py", "run", server.url, str(file), says="bridging"):
                room = await anna.create_room(preset="private_chat", invite=["@echobot:test.local"])
                while (await anna.state(room, "m.room.member", "@echobot:test.local"))["membership"] != "join":
                    await anna.sync(timeout_ms=5000)
                await anna.say(room, "hoo")
                ghost = f"@echo_{anna.user_id[1:].partition(':')[0]}:test.local"
                assert (await heard(anna, room, ghost))["content"]["body"] == "hoo"
                member = await anna.get(f"{V3}/rooms/{{}}/state/m.room.member/{{}}", room, ghost)
                assert member["displayname"].startswith("Echo of anna")
                server.kill()
                server.start()
                await anna.say(room, "again")
                assert (await heard(anna, room, ghost))["content"]["body"] == "again"
            # While the bridge is away, what is said waits for it.
            await anna.say(room, "anybody there?")
            async with running("echo_bridge.py", "run", server.url, str(file), says="bridging"):
                assert (await heard(anna, room, ghost))["content"]["body"] == "anybody there?"
    finally:
        server.stop()


@pytest.mark.node
async def test_sealed_bot(tmp_path: Path) -> None:
    """An application service with real keys: libolm in it, the Rust crypto of matrix-js-sdk at the other end, across a restart of both."""
    pytest.importorskip("olm", reason="libolm has no wheel for this Python")
    program = "sealed_bot.py"
    url = f"http://127.0.0.1:{free_port()}"
    made = await asyncio.create_subprocess_exec(
        sys.executable, str(EXAMPLES / program), "registration", url, stdout=asyncio.subprocess.PIPE
    )
    file, keys = tmp_path / "sealed.yaml", str(tmp_path / "keys.db")
    file.write_bytes((await made.communicate())[0])
    server = ServerProcess(tmp_path / "data", {"LAIWANG_APPLICATION_SERVICES__FILES": str(file)})
    server.start()
    try:
        devices = []
        for _ in range(2):
            async with running(program, "run", server.url, str(file), keys, says="listening"):
                talked = (await asyncio.to_thread(tell, "sealed_bot.mjs", server))["talked"]
                devices += talked.pop("devices")
                assert talked == {"heard": ["hoo", "who is there?"], "wire": ["m.room.encrypted"], "signed": [True]}
            server.kill()
            server.start()
        assert len(devices) == 2
        assert devices[0] == devices[1]
    finally:
        server.stop()
