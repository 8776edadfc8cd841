"""The command `laiwang` as an operator uses it: with a server running, and without."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import apsw
import pytest

from tests.harness.client import V3, Door
from tests.harness.server import SETTINGS, ServerProcess

pytestmark = pytest.mark.process


def laiwang(*arguments: str, stdin: str = "", settings: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Exit code and everything that was printed."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LAIWANG_", "LC_"))}
    done = subprocess.run(
        [sys.executable, "-m", "laiwang", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        env={**environment, "LANG": "C.UTF-8", **SETTINGS, **(settings or {})},
    )
    return done.returncode, done.stdout + done.stderr


StartServer = Callable[..., ServerProcess]


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[StartServer]:
    """Starts servers on folders of this test; none outlives it."""
    made: list[ServerProcess] = []

    def start(folder: str = "data", settings: Mapping[str, str] | None = None) -> ServerProcess:
        server = ServerProcess(tmp_path / folder, settings)
        made.append(server)
        server.start()
        return server

    yield start
    for server in made:
        server.kill()


@pytest.fixture
def running(start_server: StartServer) -> ServerProcess:
    """A server on a folder of this test."""
    return start_server()


async def log_in(url: str, name: str, password: str, expect: int = 200) -> str:
    """An access token."""
    identifier = {"type": "m.id.user", "user": name}
    async with Door(url) as door:
        body = {"type": "m.login.password", "identifier": identifier, "password": password}
        answer = await door.post(f"{V3}/login", json=body, expect=expect)
        return str(answer.get("access_token", ""))


def test_the_first_start_says_how_to_become_administrator(running: ServerProcess) -> None:
    """Once: a later start says it no more."""
    assert "user add NAME --admin" in running.log_tail()
    running.log_path.unlink()
    running.restart()
    assert "running at" in running.log_tail()
    assert "--admin" not in running.log_tail()


@pytest.mark.parametrize("with_server", [True, False])
async def test_accounts(start_server: StartServer, with_server: bool) -> None:
    """Added, given another password, ended: the same whether a server runs or not."""
    server = start_server()
    data = str(server.data)
    if not with_server:
        server.stop()
    code, told = laiwang("user", "add", "mei", "--admin", "--password-stdin", "--data", data, stdin="plum blossom\n")
    assert (code, "@mei:test.local" in told) == (0, True), told
    code, told = laiwang("user", "add", "mei", "--data", data)
    assert code == 2
    assert "taken" in told
    code, told = laiwang("user", "add", "lan", "--data", data)
    assert code == 0
    made_up = told.partition("password: ")[2].split()[0]
    code, told = laiwang("user", "reset-password", "nobody", "--data", data)
    assert (code, "nobody" in told) == (2, True)
    if not with_server:
        server.start()
    await log_in(server.url, "mei", "plum blossom")
    await log_in(server.url, "lan", made_up)
    if not with_server:
        server.stop()
    code, told = laiwang("user", "reset-password", "mei", "--password-stdin", "--data", data, stdin="orchid garden\n")
    assert code == 0, told
    assert laiwang("user", "deactivate", "lan", "--data", data)[0] == 0
    if not with_server:
        server.start()
    await log_in(server.url, "mei", "plum blossom", expect=403)
    await log_in(server.url, "mei", "orchid garden")
    await log_in(server.url, "lan", made_up, expect=403)


async def test_registration_tokens(start_server: StartServer) -> None:
    """A token lets as many in as it says."""
    server = start_server(settings={"LAIWANG_REGISTRATION__MODE": "token"})
    data = str(server.data)
    assert laiwang("token", "add", "spring", "--uses", "1", "--days", "2", "--data", data) == (0, "spring\n")
    assert laiwang("token", "list", "--data", data)[1].startswith("spring\t1\t")
    async with Door(server.url) as door:
        valid = f"{V3[:-3]}/v1/register/m.login.registration_token/validity"
        assert (await door.get(valid, token="spring"))["valid"] is True
        for name, status in (("one", 200), ("two", 401)):
            auth: dict[str, str] = {"type": "m.login.registration_token", "token": "spring"}
            body = {"username": name, "password": "a good password"}
            first = await door.post(f"{V3}/register", json=body, expect=401)
            auth["session"] = first["session"]
            await door.post(f"{V3}/register", json={**body, "auth": auth}, expect=status)
    assert laiwang("token", "remove", "spring", "--data", data)[0] == 0
    assert laiwang("token", "list", "--data", data) == (0, "")


async def test_backup_while_it_runs_and_restore(
    running: ServerProcess, start_server: StartServer, tmp_path: Path
) -> None:
    """What was there when the backup began is there after restoring it, photos included; a damaged backup is refused."""
    laiwang("user", "add", "mei", "--password-stdin", "--data", str(running.data), stdin="plum blossom\n")
    token = await log_in(running.url, "mei", "plum blossom")
    async with Door(running.url) as door:
        door.token = token
        room = (await door.post(f"{V3}/createRoom", json={"name": "Tea"}))["room_id"]
        sent = await door.put(f"{V3}/rooms/{{}}/send/m.room.message/1", room, json={"msgtype": "m.text", "body": "hi"})
        media = await door.request("POST", "/_matrix/media/v3/upload", content=b"a photo", expect=200)
    file = tmp_path / "backup.tar"
    code, told = laiwang("backup", str(file), "--data", str(running.data))
    assert code == 0, told
    assert laiwang("backup", str(file), "--data", str(running.data))[0] == 2  # never over another
    async with Door(running.url) as door:
        door.token = token
        later = {"msgtype": "m.text", "body": "after the backup"}
        await door.put(f"{V3}/rooms/{{}}/send/m.room.message/2", room, json=later)
    running.stop()
    assert laiwang("restore", str(file), "--data", str(running.data))[0] == 2  # never over a server
    code, told = laiwang("restore", str(file), "--data", str(tmp_path / "again"))
    assert code == 0, told
    again = start_server("again")
    async with Door(again.url) as door:
        door.token = token
        page = await door.get(f"{V3}/rooms/{{}}/messages", room, dir="b", limit="1")
        assert page["chunk"][0]["event_id"] == sent["event_id"]
        name = media["content_uri"].removeprefix("mxc://")
        found = await door.http.get(
            f"/_matrix/client/v1/media/download/{name}", headers={"Authorization": f"Bearer {token}"}
        )
        assert found.content == b"a photo"
    damaged = bytearray(file.read_bytes())
    at = damaged.index(b"SQLite format 3") + 40_000
    damaged[at : at + 2000] = bytes(2000)
    file.write_bytes(damaged)
    code, told = laiwang("restore", str(file), "--data", str(tmp_path / "third"))
    assert (code, "damaged" in told) == (2, True), told
    assert not (tmp_path / "third" / "laiwang.db").exists()


def test_a_folder_has_one_server_and_one_name(running: ServerProcess) -> None:
    """A second server is refused, and so is another name for the same data."""
    code, told = laiwang("serve", "--data", str(running.data), "--port", "0")
    assert (code, "another Laiwang runs" in told) == (2, True), told
    running.stop()
    code, told = laiwang(
        "serve", "--data", str(running.data), "--port", "0", settings={"LAIWANG_SERVER__NAME": "other.example"}
    )
    assert (code, "server.name" in told) == (2, True), told


def test_an_address_that_cannot_be_had_is_said_in_one_line(running: ServerProcess, tmp_path: Path) -> None:
    """With what to do about it."""
    code, told = laiwang("serve", "--data", str(tmp_path / "other"), "--port", str(running.port))
    assert code == 2, told
    assert f"port {running.port}: Address already in use; choose another port with --port" in told
    code, told = laiwang("serve", "--data", str(tmp_path / "other"), "--host", "192.0.2.1", "--port", "0")
    assert (code, "cannot listen on 192.0.2.1" in told) == (2, True), told


def test_a_folder_of_another_development_version_is_refused(running: ServerProcess) -> None:
    """Its tables are others: that is said at the start, not in the middle of somebody's request, and nothing is changed."""
    running.stop()
    database = apsw.Connection(str(running.data / "laiwang.db"))
    database.execute("UPDATE schema_fingerprint SET fingerprint = 'of another day'")
    database.close()
    code, said = laiwang("serve", "--data", str(running.data), "--port", "0")
    assert code == 2
    assert "another development version" in said
    assert "Traceback" not in said


def test_wrong_settings_refuse_to_start(tmp_path: Path) -> None:
    """And say which."""
    code, told = laiwang("serve", "--data", str(tmp_path / "data"), settings={"LAIWANG_SERVER__PROT": "1"})
    assert (code, "LAIWANG_SERVER__PROT" in told) == (2, True), told
    assert not (tmp_path / "data").exists()


def test_settings_are_shown() -> None:
    """Each with its value; secrets are not."""
    code, told = laiwang("settings", settings={"LAIWANG_METRICS__TOKEN": "swordfish"})
    assert code == 0
    assert "registration.mode" in told
    assert "LAIWANG_REGISTRATION__MODE" in told
    assert "swordfish" not in told


def test_it_speaks_chinese() -> None:
    """Where the system does."""
    assert "备份" in laiwang("--help", settings={"LANG": "zh_CN.UTF-8"})[1]


def test_the_database_of_a_stopped_server_is_whole(running: ServerProcess) -> None:
    """SIGTERM ends it with exit code 0 and a clean file."""
    assert running.stop() == 0
    with sqlite3.connect(running.data / "laiwang.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()


def test_the_forecast_is_told_in_words() -> None:
    """The example with its tables in either language, goals of one's own, JSON for programs; and what is missing or wrong in one line."""
    code, printed = laiwang("forecast", "--draws", "20")
    assert code == 0
    for told in ("120 M registered by month 24", "share still active after 12 months", "What this means", "10–90 %"):
        assert told in printed
    code, printed = laiwang(
        "forecast", "--example", "2013", "--draws", "0", "--goal", "active:60000000@30", "--language", "zh"
    )
    assert code == 0
    assert "第 30 个月前活跃 6000 万" in printed
    assert "10–90 %" not in printed
    code, printed = laiwang("forecast", "--draws", "0", "--json")
    assert {"laiwang", "momo", "wechat"} == set(json.loads(printed)["scenarios"])
    for wrong in (["--goal", "many"], ["--goal", "5@99"], ["--months", "500"], ["--draws", "-1"]):
        code, printed = laiwang("forecast", *wrong)
        assert code == 2
        assert printed.startswith("laiwang: ")
        assert printed.count("\n") == 1


def test_a_forecast_of_a_new_server_says_what_is_missing(running: ServerProcess) -> None:
    """There is no forecast without data, nor without saying how many people there could be."""
    code, printed = laiwang("forecast", "--data", str(running.data), "--addressable", "1000")
    assert code == 0
    assert "There is not enough data for a forecast yet" in printed
    code, printed = laiwang("forecast", "--data", str(running.data))
    assert code == 2
    assert "--addressable" in printed
