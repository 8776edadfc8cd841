"""`laiwang serve --workers 2`: one port, several processes; one that dies is replaced, and all stop together."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from tests.harness.client import Door, fresh
from tests.harness.server import SERVER_NAME, ServerProcess
from tests.stories.conftest import Newcomer
from tests.stories.looking import LONG_MS, timeline, timeline_limit
from tests.stories.retrying import say

COUNT = 2


@pytest.fixture(scope="module")
def crew(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """A running server of two workers."""
    folder: Path = tmp_path_factory.mktemp("crew")
    server = ServerProcess(folder / "data", store="postgres", arguments=("--workers", str(COUNT)))
    server.start()
    yield server
    server.kill()


def workers_of(server: ServerProcess) -> list[int]:
    """Ids of the processes that the supervisor has started."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text()
    return [int(one) for one in children.split()]


def figures(server: ServerProcess) -> str:
    """What /metrics says, asked on a connection of its own."""
    return httpx.get(f"{server.url}/metrics", timeout=20, trust_env=False).text


def until(holds: Callable[[], bool], what: str) -> None:
    """Waits for what the processes do by themselves."""
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end, what
        time.sleep(0.05)


def are_up(server: ServerProcess) -> bool:
    """Whether every worker answers the one that is asked."""
    try:
        told = figures(server)
    except httpx.TransportError:
        return False
    return all(f'laiwang_worker_up{{worker="{number}"}} 1.0' in told for number in range(1, COUNT + 1))


def held(server: ServerProcess) -> list[float]:
    """How many leases each worker has."""
    lines = [line for line in figures(server).splitlines() if line.startswith("laiwang_leases_held{")]
    return [float(line.rpartition(" ")[2]) for line in lines]


async def test_both_answer_on_one_port_and_share_the_work(crew: ServerProcess, newcomer: Newcomer) -> None:
    """Connections are spread over the workers; /metrics speaks for all; background work is divided."""
    assert len(workers_of(crew)) == COUNT
    until(lambda: are_up(crew), "both are up")
    doors = [Door(crew.url) for _ in range(16)]
    for door in doors:
        async with door:
            await door.get("/healthz")
    told = figures(crew)
    for number in range(1, COUNT + 1):
        assert f'laiwang_log_position{{worker="{number}"}}' in told
        assert f'operation="/healthz",status="200",worker="{number}"' in told
    until(lambda: min(held(crew)) > 0 and max(held(crew)) - min(held(crew)) <= 1, "leases are shared out")
    anna = await newcomer("anna", crew.url)
    room = await anna.create_room()
    await anna.say(room, "one server")
    assert anna.user_id.endswith(f":{SERVER_NAME}")


async def test_a_worker_that_dies_is_replaced_and_loses_nothing(crew: ServerProcess, newcomer: Newcomer) -> None:
    """Clients ask again; every message is there exactly once."""
    anna = await newcomer("anna", crew.url)
    room = await anna.create_room()
    since = (await anna.sync())["next_batch"]
    said = [fresh("text") for _ in range(30)]

    before = set(workers_of(crew))
    victim = min(before)
    talking = asyncio.gather(*(say([crew.url], anna, room, text) for text in said))
    os.kill(victim, signal.SIGKILL)
    await talking
    until(lambda: len(set(workers_of(crew)) - {victim}) == COUNT, "a new worker")
    until(lambda: are_up(crew), "both are up again")
    answer = await anna.sync(LONG_MS, since=since, filter=timeline_limit(100))
    heard = [event["content"]["body"] for event in timeline(answer, room) if event["type"] == "m.room.message"]
    assert sorted(heard) == sorted(said)
    assert "a worker died; it will be started again" in crew.log_tail()


async def test_workers_are_replaced_one_by_one_while_people_talk(crew: ServerProcess, newcomer: Newcomer) -> None:
    """SIGUSR2: what is installed now serves, and nobody was turned away."""
    anna = await newcomer("anna", crew.url)
    room = await anna.create_room()
    since = (await anna.sync())["next_batch"]
    before = set(workers_of(crew))
    said: list[str] = []
    is_over = asyncio.Event()

    async def talk() -> None:
        while not is_over.is_set():
            said.append(fresh("text"))
            async with httpx.AsyncClient(base_url=crew.url, trust_env=False, timeout=60) as client:
                path = f"/_matrix/client/v3/rooms/{room}/send/m.room.message/{fresh('txn')}"
                body = {"msgtype": "m.text", "body": said[-1]}
                answer = await client.put(path, json=body, headers={"Authorization": f"Bearer {anna.token}"})
                assert answer.status_code == 200, answer.text

    talking = asyncio.create_task(talk())
    os.kill(crew.pid, signal.SIGUSR2)
    await asyncio.to_thread(
        until, lambda: len(now := set(workers_of(crew))) == COUNT and not now & before, "all are new"
    )
    is_over.set()
    await talking
    until(lambda: are_up(crew), "both are up")
    answer = await anna.sync(LONG_MS, since=since, filter=timeline_limit(1000))
    heard = [event["content"]["body"] for event in timeline(answer, room) if event["type"] == "m.room.message"]
    assert heard == said


def test_commands_go_to_the_running_workers(crew: ServerProcess) -> None:
    """`laiwang user add` speaks to whichever takes the call."""
    done = subprocess.run(
        [sys.executable, "-m", "laiwang", "user", "add", fresh("boss"), "--admin", "--data", str(crew.data)],
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "was added" in done.stdout or "已创建" in done.stdout


def test_a_word_to_the_supervisor_is_for_all(crew: ServerProcess) -> None:
    """SIGHUP to it, and `laiwang reload`, which one worker hears: each reads its settings again, and goes on."""
    before = workers_of(crew)

    def read() -> int:
        return crew.log_path.read_text().count("the settings were read again")

    os.kill(crew.pid, signal.SIGHUP)
    until(lambda: read() >= COUNT, "not every worker read its settings")
    asked = [sys.executable, "-m", "laiwang", "reload", "--data", str(crew.data)]
    assert "nothing has changed" in subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    until(lambda: read() >= 2 * COUNT, "not every worker was told")
    assert workers_of(crew) == before


def test_workers_end_when_their_supervisor_is_killed(crew: ServerProcess) -> None:
    """Nobody serves without somebody who keeps them."""
    workers = workers_of(crew)
    crew.kill()
    until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in workers), "the workers are gone")
    crew.start()
    assert len(workers_of(crew)) == COUNT


def test_all_stop_together(crew: ServerProcess) -> None:
    """SIGTERM drains every worker; nothing stays behind, and the exit code says that it went well."""
    workers = workers_of(crew)
    assert crew.stop() == 0
    for pid in workers:
        assert not Path(f"/proc/{pid}").exists() or "(zombie)" in Path(f"/proc/{pid}/status").read_text()
    assert not list(crew.data.glob("*.sock"))


def test_the_embedded_database_is_for_one_process(tmp_path: Path) -> None:
    """Said before anything is made, with what to do."""
    done = subprocess.run(
        [sys.executable, "-m", "laiwang", "serve", "--workers", "2", "--data", str(tmp_path / "data")],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
    )
    assert done.returncode == 2
    assert "database.url" in done.stderr
    assert not (tmp_path / "data").exists()


def test_settings_that_are_wrong_end_all_of_them(tmp_path: Path) -> None:
    """A first start that cannot succeed is not tried for ever."""
    settings = {"LAIWANG_DATABASE__URL": "postgresql://nobody@127.0.0.1:1/nothing"}
    done = subprocess.run(
        [sys.executable, "-m", "laiwang", "serve", "--workers", "2", "--port", "0", "--data", str(tmp_path / "data")],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **settings},
    )
    assert done.returncode == 2
    assert "database" in done.stderr
