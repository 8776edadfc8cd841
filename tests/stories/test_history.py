"""Reading back: pages without gaps, what is around an event, and who may see what was said."""

import asyncio
import json
from typing import Any

import pytest

from tests.harness.client import V3, Json
from tests.harness.person import Person

FORBIDDEN = (403, "M_FORBIDDEN")
CONTEXT = f"{V3}/rooms/{{}}/context/{{}}"
EVENTS = 250


async def walk(person: Person, room: str, **query: Any) -> list[Json]:
    """All events from a place on, page by page."""
    found: list[Json] = []
    while True:
        page = await person.messages(room, **query)
        found += page["chunk"]
        if "end" not in page:
            return found
        query["start"] = page["end"]


def ids(events: list[Json]) -> list[str]:
    """Event ids, in order."""
    return [event["event_id"] for event in events]


def bodies(events: list[Json]) -> list[str]:
    """What was said, in order."""
    return [event["content"]["body"] for event in events if event["type"] == "m.room.message" and event["content"]]


async def visibility(alice: Person, setting: str, **body: Any) -> str:
    """A room with a history visibility."""
    state = [{"type": "m.room.history_visibility", "content": {"history_visibility": setting}}]
    return await alice.create_room(initial_state=state, **{"preset": "public_chat", **body})


async def seen(person: Person, room: str) -> list[str]:
    """What a person finds said in a room, oldest first: in pages of both directions and in a first sync the same."""
    back = bodies(await walk(person, room, dir="b", limit=3))
    assert bodies(await walk(person, room, dir="f", limit=3)) == back[::-1]
    return back[::-1]


async def test_a_long_history_without_gaps(alice: Person, bob: Person) -> None:
    """Whatever the page and the direction, each event comes once and in one order, for members old and new."""
    room = await alice.create_room(preset="public_chat")
    for start in range(0, EVENTS, 50):
        await asyncio.gather(*(alice.say(room, str(number)) for number in range(start, start + 50)))
    forwards = await walk(alice, room, dir="f", limit=100)
    assert sorted(map(int, bodies(forwards))) == list(range(EVENTS))
    assert len(set(ids(forwards))) == len(forwards) == EVENTS + 6
    for limit in (1, 7, 100, 1000):
        assert ids(await walk(alice, room, dir="f", limit=limit)) == ids(forwards)
        assert ids(await walk(alice, room, dir="b", limit=limit)) == ids(forwards)[::-1]
    await bob.join(room)
    theirs = await walk(bob, room, dir="b", limit=33)
    assert ids(theirs)[1:] == ids(forwards)[::-1]
    # What is said while one reads back does not shift the pages.
    page = await bob.messages(room, limit=20)
    await alice.say(room, "meanwhile")
    assert ids(page["chunk"] + await walk(bob, room, start=page["end"], limit=20)) == ids(theirs)


async def test_a_token_works_both_ways(alice: Person) -> None:
    """A token is a place between two events: what lies before it and what lies after it are the whole."""
    room = await alice.create_room()
    said = [await alice.say(room, str(number)) for number in range(10)]
    page = await alice.messages(room, limit=4)
    assert ids(page["chunk"]) == said[:5:-1]
    assert ids(await walk(alice, room, dir="f", start=page["end"])) == said[6:]
    assert ids(await walk(alice, room, dir="f", start=page["start"])) == []
    middle = await alice.messages(room, start=page["end"], limit=2)
    assert middle["start"] == page["end"]
    assert ids(middle["chunk"]) == said[5:3:-1]
    between = await alice.messages(room, dir="f", start=middle["end"], to=page["end"])
    assert ids(between["chunk"]) == said[4:6]
    backwards = await alice.messages(room, dir="b", start=page["end"], to=middle["end"])
    assert ids(backwards["chunk"]) == said[5:3:-1]
    synced = (await alice.sync(filter='{"room":{"timeline":{"limit":3}}}'))["rooms"]["join"][room]["timeline"]
    assert ids(synced["events"]) == said[7:]
    assert ids((await alice.messages(room, start=synced["prev_batch"], limit=2))["chunk"]) == said[6:4:-1]
    later = await alice.say(room, "later")
    assert ids((await alice.messages(room, dir="f", start=alice.since))["chunk"]) == [later]
    assert ids((await alice.messages(room, start=alice.since, limit=1))["chunk"]) == [said[-1]]


async def test_pages_are_filtered(alice: Person, bob: Person) -> None:
    """Filters leave events out, never break the walk, and bring the members asked for."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    for number in range(12):
        await alice.send(room, {"number": number}, kind="com.example.count")
        if number % 4 == 0:
            await bob.say(room, str(number))
    await alice.send(room, {"msgtype": "m.image", "body": "photo", "url": "mxc://test.local/photo"})

    async def filtered(limit: int = 2, **filter: Any) -> list[Json]:
        back = await walk(alice, room, dir="b", limit=limit, filter=json.dumps(filter))
        assert ids(await walk(alice, room, dir="f", limit=limit, filter=json.dumps(filter))) == ids(back)[::-1]
        return back

    assert bodies(await filtered(types=["m.room.message"])) == ["photo", "8", "4", "0"]
    assert bodies(await filtered(types=["m.room.mess*"], not_senders=[alice.user_id])) == ["8", "4", "0"]
    assert {event["sender"] for event in await filtered(senders=[bob.user_id])} == {bob.user_id}
    assert len(await filtered(not_types=["m.*"])) == 12
    assert bodies(await filtered(contains_url=True)) == ["photo"]
    assert len(await filtered(contains_url=False, types=["m.room.message"])) == 3
    assert await filtered(types=[]) == []
    lazy = json.dumps({"lazy_load_members": True, "types": ["com.example.count"]})
    page = await alice.messages(room, filter=lazy, limit=3)
    assert [event["state_key"] for event in page["state"]] == [alice.user_id]
    limited = await alice.messages(room, filter='{"limit":2}')
    assert len(limited["chunk"]) == 2


async def test_wrong_questions(alice: Person) -> None:
    """No direction, no such direction, no such token, no filter."""
    room = await alice.create_room()
    path = f"{V3}/rooms/{{}}/messages"
    await alice.get(path, room, expect=(400, "M_MISSING_PARAM"))
    await alice.get(path, room, dir="up", expect=(400, "M_INVALID_PARAM"))
    for token in ("garbage", "p", "p-1", "s1_2", "p99999999999999999999", "p１"):
        await alice.messages(room, start=token, expect=(400, "M_INVALID_PARAM"))
    await alice.messages(room, limit="many", expect=(400, "M_INVALID_PARAM"))
    await alice.messages(room, filter="{", expect=400)
    await alice.messages(room, filter="[]", expect=400)
    await alice.messages(room, filter='{"types":7}', expect=400)


async def test_context(alice: Person, bob: Person) -> None:
    """What was said around an event, the state then, and tokens to go on from in both directions."""
    room = await alice.create_room(name="Early")
    said = [await alice.say(room, str(number)) for number in range(9)]
    await alice.set_state(room, "m.room.name", {"name": "Late"})
    around = await alice.get(CONTEXT, room, said[4], limit=4)
    assert around["event"]["event_id"] == said[4]
    assert ids(around["events_before"]) == [said[3], said[2]]
    assert ids(around["events_after"]) == [said[5], said[6]]
    names = [event["content"]["name"] for event in around["state"] if event["type"] == "m.room.name"]
    assert names == ["Early"]
    assert ids((await alice.messages(room, start=around["start"], limit=2))["chunk"]) == [said[1], said[0]]
    assert ids((await alice.messages(room, dir="f", start=around["end"], limit=2))["chunk"]) == said[7:]
    alone = await alice.get(CONTEXT, room, said[4], limit=0)
    assert (alone["events_before"], alone["events_after"]) == ([], [])
    assert ids((await alice.messages(room, start=alone["start"], limit=1))["chunk"]) == [said[3]]
    assert ids((await alice.messages(room, dir="f", start=alone["end"], limit=1))["chunk"]) == [said[5]]
    one = await alice.get(CONTEXT, room, said[4], limit=1)
    assert len(one["events_before"]) + len(one["events_after"]) == 1
    filtered = await alice.get(CONTEXT, room, said[8], limit=10, filter='{"types":["m.room.name"]}')
    assert {event["type"] for event in filtered["events_before"] + filtered["events_after"]} == {"m.room.name"}
    lazy = await alice.get(CONTEXT, room, said[4], filter='{"lazy_load_members":true}')
    members = [event["state_key"] for event in lazy["state"] if event["type"] == "m.room.member"]
    assert members == [alice.user_id]
    await alice.get(CONTEXT, room, "$nothing", expect=(404, "M_NOT_FOUND"))
    await bob.get(CONTEXT, room, said[4], expect=FORBIDDEN)


async def test_one_event(alice: Person, bob: Person) -> None:
    """An event is found in its own room by those who may see it; for all others there is none."""
    room, other = await alice.create_room(), await alice.create_room()
    said = await alice.say(room, "here")
    assert (await alice.event(room, said))["content"]["body"] == "here"
    not_found = (404, "M_NOT_FOUND")
    await alice.event(other, said, expect=not_found)
    await alice.event(room, "$nothing", expect=not_found)
    await bob.event(room, said, expect=not_found)
    await bob.event("!nowhere:test.local", said, expect=not_found)


@pytest.mark.parametrize(
    ("setting", "invited_sees", "joined_sees"),
    [
        ("world_readable", ["before", "invited"], ["before", "invited", "joined"]),
        ("shared", [], ["before", "invited", "joined"]),
        ("invited", ["invited"], ["invited", "joined"]),
        ("joined", [], ["joined"]),
    ],
)
async def test_visibility_of_history(
    alice: Person, bob: Person, carol: Person, setting: str, invited_sees: list[str], joined_sees: list[str]
) -> None:
    """What the invited, the joined and those who left see, by the setting of the room."""
    room = await visibility(alice, setting)
    early = await alice.say(room, "before")
    await alice.membership("invite", room, bob)
    await alice.say(room, "invited")
    if invited_sees or setting == "world_readable":
        assert await seen(bob, room) == invited_sees
    await bob.join(room)
    await alice.say(room, "joined")
    assert await seen(bob, room) == joined_sees
    await bob.event(room, early, expect=200 if "before" in joined_sees else (404, "M_NOT_FOUND"))
    await bob.get(CONTEXT, room, early, expect=200 if "before" in joined_sees else (404, "M_NOT_FOUND"))
    await bob.membership("leave", room)
    late = await alice.say(room, "after")
    after = ["after"] if setting == "world_readable" else []
    assert await seen(bob, room) == joined_sees + after
    await bob.event(room, late, expect=200 if after else (404, "M_NOT_FOUND"))
    assert [e["type"] for e in await walk(bob, room, dir="b", limit=50)][0 if not after else 1] == "m.room.member"
    if setting == "world_readable":
        assert await seen(carol, room) == ["before", "invited", "joined", "after"]
    else:
        await carol.messages(room, expect=FORBIDDEN)
        await carol.event(room, early, expect=(404, "M_NOT_FOUND"))
    await bob.join(room)
    if setting in {"shared", "world_readable"}:
        assert await seen(bob, room) == ["before", "invited", "joined", "after"]
    else:
        assert await seen(bob, room) == joined_sees


async def test_a_setting_holds_from_then_on(alice: Person, bob: Person) -> None:
    """Opening a room does not open what was said behind closed doors."""
    room = await visibility(alice, "joined")
    await alice.say(room, "closed")
    await alice.set_state(room, "m.room.history_visibility", {"history_visibility": "shared"})
    await alice.say(room, "open")
    await alice.set_state(room, "m.room.history_visibility", {"history_visibility": "joined"})
    await alice.say(room, "closed again")
    await bob.join(room)
    await alice.say(room, "welcome")
    assert await seen(bob, room) == ["open", "welcome"]
    assert await seen(alice, room) == ["closed", "open", "closed again", "welcome"]
    synced = (await bob.sync(filter='{"room":{"timeline":{"limit":50}}}'))["rooms"]["join"][room]["timeline"]
    assert bodies(synced["events"]) == ["open", "welcome"]


async def test_declining_shows_nothing(alice: Person, bob: Person) -> None:
    """Whoever was never in sees no history after declining, though the room shares its history."""
    room = await alice.create_room(invite=[bob.user_id])
    said = await alice.say(room, "secret")
    await bob.membership("leave", room)
    assert (
        bodies(
            (await bob.request("GET", f"{V3}/rooms/{{}}/messages", room, query={"dir": "b"}, expect=None)).get(
                "chunk", []
            )
        )
        == []
    )
    await bob.event(room, said, expect=(404, "M_NOT_FOUND"))


async def test_membership_at_the_event(alice: Person, bob: Person) -> None:
    """In encrypted rooms each event says whether one was in when it was sent: clients decide about keys by it."""
    state = [{"type": "m.room.encryption", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}]
    room = await alice.create_room(preset="public_chat", initial_state=state)
    first = await alice.say(room, "one")
    await alice.membership("invite", room, bob)
    second = await alice.say(room, "two")
    await bob.join(room)
    third = await alice.say(room, "three")
    told = {
        event["event_id"]: event["unsigned"]["membership"]
        for event in (await bob.sync(filter='{"room":{"timeline":{"limit":50}}}'))["rooms"]["join"][room]["timeline"][
            "events"
        ]
    }
    assert [told[event_id] for event_id in (first, second, third)] == ["leave", "invite", "join"]
    for event_id, membership in ((first, "leave"), (second, "invite"), (third, "join")):
        assert (await bob.event(room, event_id))["unsigned"]["membership"] == membership
    page = {event["event_id"]: event["unsigned"]["membership"] for event in await walk(bob, room, limit=50)}
    assert page == {**page, **told}
