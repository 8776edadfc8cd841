"""Two servers on one PostgreSQL: whoever is asked answers, and what one writes the other knows."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness.client import V3, Json, fresh
from tests.harness.person import Person
from tests.harness.server import URL_SETTING, ServerProcess
from tests.stories.administrators import ADMIN, promote
from tests.stories.conftest import Newcomer
from tests.stories.looking import LONG_MS, joined, timeline, timeline_limit

Pair = tuple[ServerProcess, ServerProcess]


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """Two running servers with one database."""
    from tests.harness.postgres import shared_databases

    folder: Path = tmp_path_factory.mktemp("pair")
    settings = {URL_SETTING: shared_databases().make()}
    first, second = (ServerProcess(folder / name, settings) for name in ("first", "second"))
    first.start()
    second.start()
    yield first, second
    first.stop()
    second.stop()


def at(person: Person, server: ServerProcess) -> Person:
    """The same device, asking another process."""
    found = Person(server.url)
    found.token, found.user_id, found.device_id = person.token, person.user_id, person.device_id
    person.others.append(found)
    return found


def texts(answer: Json, room: str) -> list[str]:
    """What was said in a window."""
    return [event["content"]["body"] for event in timeline(answer, room) if event["type"] == "m.room.message"]


async def hear(person: Person, room: str, event_id: str) -> None:
    """Looks until an event is told: with it everything is known that was written before."""
    for _ in range(10):
        answer = await person.sync(LONG_MS)
        if event_id in [event["event_id"] for event in timeline(answer, room)]:
            return
    raise AssertionError(f"{event_id} was never told")


async def test_a_room_is_one_whoever_is_asked(pair: Pair, newcomer: Newcomer) -> None:
    """A device hops between two processes while both write its room: nothing is lost, nothing comes twice."""
    anna = await newcomer("anna", pair[0].url)
    room = await anna.create_room()
    here, there = anna, at(anna, pair[1])
    await there.say(room, "over there")
    since = (await here.sync())["next_batch"]
    said = [fresh("text") for _ in range(20)]
    await asyncio.gather(*((here, there)[n % 2].say(room, text) for n, text in enumerate(said)))
    heard: list[str] = []
    for number in range(20):
        who = (here, there)[number % 2]
        answer = await who.sync(LONG_MS, since=since, filter=timeline_limit(50), keep=False)
        since = answer["next_batch"]
        heard += [text for text in texts(answer, room) if text in said]
        if len(heard) >= len(said):
            break
    assert sorted(heard) == sorted(said)


async def test_a_transaction_id_is_one_event_though_both_are_asked_at_once(pair: Pair, newcomer: Newcomer) -> None:
    """A client that got no answer asks again, and the second request goes to another process."""
    anna = await newcomer("anna", pair[0].url)
    room = await anna.create_room()
    there = at(anna, pair[1])
    content = {"msgtype": "m.text", "body": "once"}
    for _ in range(5):
        txn = fresh("txn")
        first, second = await asyncio.gather(*(one.send(room, content, txn=txn) for one in (anna, there)))
        assert first == second


async def test_what_is_taken_away_is_gone_everywhere(pair: Pair, newcomer: Newcomer) -> None:
    """Redactions, logouts and other people's receipts and rules."""
    anna = await newcomer("anna", pair[0].url)
    there = at(anna, pair[1])
    room = await anna.create_room()
    event = await anna.say(room, "regretted")
    assert (await there.event(room, event))["content"]["body"] == "regretted"
    await there.sync()
    redaction = await anna.redact(room, event)
    await hear(there, room, redaction)
    assert (await there.event(room, event))["content"] == {}
    await anna.put(f"{V3}/profile/{{}}/displayname", anna.user_id, json={"displayname": "Anna"})
    await hear(there, room, await anna.say(room, "after the new name"))
    assert (await there.get(f"{V3}/profile/{{}}/displayname", anna.user_id))["displayname"] == "Anna"
    phone = await anna.other_device()
    phone_there = at(phone, pair[1])
    since = (await phone_there.sync())["next_batch"]
    await phone.post(f"{V3}/logout")
    await hear(there, room, await anna.say(room, "after the logout"))
    await phone_there.get(f"{V3}/sync", since=since, expect=401)


async def test_deleted_history_is_unread_nowhere(pair: Pair, newcomer: Newcomer) -> None:
    """One process deletes it, the other has counted it."""
    admin = await promote(pair[0], await newcomer("admin", pair[0].url))
    anna, bo = await newcomer("anna", pair[0].url), await newcomer("bo", pair[0].url)
    there = at(bo, pair[1])
    room = await anna.create_room(invite=[bo.user_id])
    await bo.join(room)
    for number in range(3):
        await anna.say(room, f"old {number}")
    kept = await anna.say(room, "kept")
    counted = joined(await there.sync(), room)["unread_notifications"]["notification_count"]
    assert counted >= 4
    purge = await admin.post(f"{ADMIN}/rooms/{{}}/purges", room, json={"before_event_id": kept})
    while (await admin.get(f"{ADMIN}/rooms/{{}}/purges/{{}}", room, str(purge["id"])))["finished_ms"] is None:
        pass
    await hear(there, room, await anna.say(room, "after it was deleted"))
    told = joined(await there.sync(since=None), room)["unread_notifications"]["notification_count"]
    assert told == counted - 3 + 1


async def test_one_process_dies_and_the_other_goes_on(pair: Pair, newcomer: Newcomer) -> None:
    """What was acknowledged by the one that died is there, and the device goes on with its token."""
    anna = await newcomer("anna", pair[1].url)
    there = at(anna, pair[0])
    room = await anna.create_room()
    since = (await anna.sync())["next_batch"]
    await anna.say(room, "last words")
    pair[1].kill()
    answer = await there.sync(LONG_MS, since=since)
    assert texts(answer, room) == ["last words"]
    await there.say(room, "life goes on")
    pair[1].start()
    answer = await anna.sync(LONG_MS, since=answer["next_batch"])
    assert texts(answer, room) == ["life goes on"]
