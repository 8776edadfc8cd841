"""Several servers on one PostgreSQL: any of them goes on with what another began, and what is to happen once happens once."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import pytest_asyncio

from tests.harness.client import PASSWORD, V3, Door, Json, fresh
from tests.harness.elsewhere import Elsewhere, Say
from tests.harness.person import Person
from tests.harness.post import Post
from tests.harness.server import URL_SETTING, ServerFailed, ServerProcess
from tests.stories.conftest import Newcomer
from tests.stories.looking import LONG_MS, timeline, timeline_limit
from tests.stories.retrying import say, until_answered

pytestmark = pytest.mark.asyncio(loop_scope="module")

Pair = tuple[ServerProcess, ServerProcess]
LOGINS_BURST = 6
NOTIFY = "/_matrix/push/v1/notify"
LIMITS = {
    "LAIWANG_RATE_LIMITS__ENABLED": "true",
    "LAIWANG_RATE_LIMITS__LOGINS_PER_S": "0.001",
    "LAIWANG_RATE_LIMITS__LOGINS_BURST": str(LOGINS_BURST),
    "LAIWANG_RATE_LIMITS__REGISTRATIONS_BURST": "1000",
    "LAIWANG_RATE_LIMITS__MAILS_BURST": "1000",
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def post() -> AsyncIterator[Post]:
    """A mail server that takes everything."""
    async with Post() as post:
        yield post


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def gateway() -> AsyncIterator[Elsewhere]:
    """A push gateway that takes everything."""
    async with Elsewhere(lambda _: Say(json={"rejected": []})) as gateway:
        yield gateway


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory, post: Post, gateway: Elsewhere) -> Iterator[Pair]:
    """Two running servers with one database, one mail server and one push gateway."""
    from tests.harness.postgres import shared_databases

    folder = tmp_path_factory.mktemp("cluster")
    settings = {
        **LIMITS,
        **post.settings("http://laiwang.test"),
        "LAIWANG_OUTBOUND__PRIVATE_HOSTS": "127.0.0.1",
        URL_SETTING: shared_databases().make(),
    }
    first, second = (ServerProcess(folder / name, settings) for name in ("first", "second"))
    first.start()
    second.start()
    yield first, second
    first.kill()
    second.kill()


@pytest.fixture
def server(pair: Pair) -> ServerProcess:
    """Where newcomers arrive."""
    return pair[0]


def password_of(person: Person, session: str) -> Json:
    """What shows again who somebody is."""
    identifier = {"type": "m.id.user", "user": person.user_id}
    return {"type": "m.login.password", "identifier": identifier, "password": PASSWORD, "session": session}


async def test_a_server_of_another_name_does_not_start_on_it(pair: Pair, newcomer: Newcomer, tmp_path: Path) -> None:
    """Settings of several machines may differ by mistake: ids of people hold the name."""
    await newcomer("somebody")
    other = ServerProcess(tmp_path / "data", {**pair[0].database, "LAIWANG_SERVER__NAME": "other.example"})
    with pytest.raises(ServerFailed, match=r"set server\.name"):
        await asyncio.to_thread(other.start)


async def test_an_authentication_goes_on_elsewhere(pair: Pair, newcomer: Newcomer) -> None:
    """Begun in one process, ended in the other; good for one request, even when both are asked for it at once."""
    here, there = (Door(one.url) for one in pair)
    async with here, there:
        secret = fresh(PASSWORD)
        body = {"username": fresh("mei"), "password": secret}
        asked = await here.post(f"{V3}/register", json=body, expect=401)
        rows = pair[0].rows("SELECT id_hash, sealed FROM uia_sessions")
        assert rows  # but nobody who reads the disk has the password, or can go on
        assert not any(secret.encode() in bytes(row[1]) or asked["session"] in row[0] for row in rows)
        auth = {"type": "m.login.dummy", "session": asked["session"]}
        registered = await there.post(f"{V3}/register", json={"auth": auth})
        assert registered["user_id"].startswith(f"@{body['username']}:")
        await here.post(f"{V3}/register", json={"auth": auth}, expect=(400, "M_UNKNOWN"))

        anna = await newcomer("anna")
        elsewhere = Person(pair[1].url)
        elsewhere.token, elsewhere.user_id, elsewhere.device_id = anna.token, anna.user_id, anna.device_id
        async with elsewhere:
            devices = ["NONE"]
            asked = await anna.post(f"{V3}/delete_devices", json={"devices": devices}, expect=401)
            answers = await asyncio.gather(
                *(
                    who.http.post(
                        f"{V3}/delete_devices",
                        json={"devices": devices, "auth": password_of(anna, asked["session"])},
                        headers={"Authorization": f"Bearer {anna.token}"},
                    )
                    for who in (anna, elsewhere)
                )
            )
            assert sorted(one.status_code for one in answers) == [200, 400]


async def test_whoever_guesses_passwords_has_as_many_tries_as_with_one_process(pair: Pair, newcomer: Newcomer) -> None:
    """From ever new addresses, at both processes at once: the account's limit is exact."""
    anna = await newcomer("anna")

    async def guess(number: int) -> int:
        async with Door(pair[number % 2].url) as door:
            identifier = {"type": "m.id.user", "user": anna.user_id}
            answer = await door.http.post(
                f"{V3}/login",
                json={"type": "m.login.password", "identifier": identifier, "password": f"guess {number}"},
                headers={"X-Forwarded-For": f"192.0.2.{number + 1}"},
            )
            if answer.status_code == 429:
                assert 0 < answer.json()["retry_after_ms"] <= 1_000_000
            return answer.status_code

    statuses = await asyncio.gather(*(guess(number) for number in range(4 * LOGINS_BURST)))
    assert Counter(statuses) == {403: LOGINS_BURST, 429: 3 * LOGINS_BURST}


async def test_servers_are_replaced_one_by_one_while_people_talk(
    pair: Pair, newcomer: Newcomer, post: Post, gateway: Elsewhere
) -> None:
    """As in a rolling upgrade: everything said is there once, and phones and mailboxes hear of each thing once."""
    urls = [one.url for one in pair]
    anna, bo = await newcomer("anna"), await newcomer("bo")
    room = await anna.create_room(preset="private_chat", invite=[bo.user_id])
    await bo.join(room)
    data = {"url": f"{gateway.url}{NOTIFY}"}
    pusher = {"kind": "http", "app_id": "app.example", "pushkey": fresh("key"), "data": data, "lang": "en"}
    names = {"app_display_name": "App", "device_display_name": "Phone"}
    await bo.post(f"{V3}/pushers/set", json={**pusher, **names})
    since = (await bo.sync())["next_batch"]
    said: dict[str, str] = {}
    written: list[str] = []
    is_over = asyncio.Event()

    async def talk(name: str) -> None:
        while not is_over.is_set():
            text = fresh(name)
            said[text] = await say(urls, anna, room, text)

    async def write() -> None:
        while not is_over.is_set():
            email = f"{fresh('mail')}@example.org"
            written.append(email)
            body = {"client_secret": fresh("secret."), "email": email, "send_attempt": 1}
            await until_answered(urls, "POST", f"{V3}/account/3pid/email/requestToken", body, anna.token or "")
            await asyncio.sleep(0.1)

    async def more_is_said() -> None:
        count = len(said)
        while len(said) < count + 20:  # noqa: ASYNC110
            await asyncio.sleep(0.01)

    talking = [asyncio.create_task(work) for work in (talk("one"), talk("other"), write())]
    await more_is_said()
    for one in pair:
        assert await asyncio.to_thread(one.stop) == 0
        await more_is_said()
        await asyncio.to_thread(one.start)
        await more_is_said()
    is_over.set()
    await asyncio.gather(*talking)

    heard: list[str] = []
    while set(heard) < set(said):
        answer = await until_answered(
            urls,
            "GET",
            f"{V3}/sync?since={since}&timeout={LONG_MS}&filter={quote(timeline_limit(1000))}",
            None,
            bo.token or "",
        )
        since = answer["next_batch"]
        heard += [event["content"]["body"] for event in timeline(answer, room) if event["type"] == "m.room.message"]
    assert Counter(heard) == Counter(dict.fromkeys(said, 1))

    told: list[str] = []
    while set(told) < set(said.values()):
        notice = (await gateway.next()).json["notification"]
        told += [notice["event_id"]] if "event_id" in notice else []
    assert [one for one, count in Counter(told).items() if count > 1] == []
    mailed = [(await post.next()).recipient for _ in written]
    assert sorted(mailed) == sorted(written)
    assert post.received.empty()


async def test_what_a_killed_process_was_to_do_another_one_does(
    pair: Pair, newcomer: Newcomer, gateway: Elsewhere
) -> None:
    """Whichever process had the lease: the phone is woken, within the time that a takeover takes."""
    anna, bo = await newcomer("anna", pair[1].url), await newcomer("bo", pair[1].url)
    room = await anna.create_room(preset="private_chat", invite=[bo.user_id])
    await bo.join(room)
    data = {"url": f"{gateway.url}{NOTIFY}"}
    pusher = {"kind": "http", "app_id": "app.example", "pushkey": fresh("key"), "data": data, "lang": "en"}
    names = {"app_display_name": "App", "device_display_name": "Phone"}
    await bo.post(f"{V3}/pushers/set", json={**pusher, **names})
    pair[0].kill()
    event = await anna.say(room, "are you there?")
    while (await gateway.next()).json["notification"].get("event_id") != event:
        pass
