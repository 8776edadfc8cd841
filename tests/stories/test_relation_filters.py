"""Only events that others relate to: `related_by_senders` and `related_by_rel_types` in every place that takes a filter."""

from __future__ import annotations

import json
from typing import Any

from tests.harness.client import V3, Json
from tests.harness.person import Person
from tests.stories.looking import ids, timeline
from tests.stories.test_relation_pages import ignore
from tests.stories.test_relations import meet, reaction, relating
from tests.stories.test_search import search


async def everywhere(person: Person, room: str, **asked: Any) -> list[str]:
    """The bodies of what is found with a filter: the same in pages, around an event, in a search and in a first sync."""
    asked |= {"limit": 100}
    text = json.dumps(asked)
    found = [event["event_id"] for event in (await person.messages(room, filter=text, dir="f", limit=100))["chunk"]]
    paged: list[str] = []
    query: Json = {"filter": text, "dir": "f", "limit": 1}
    while True:
        page = await person.messages(room, **query)
        paged += ids(page["chunk"])
        if "end" not in page:
            break
        query["from"] = page["end"]
    assert paged == found
    first = await person.sync(since="", keep=False, filter=json.dumps({"room": {"timeline": asked}}))
    assert ids(timeline(first, room)) == found
    results = await search(person, "word", filter=asked, order_by="recent")
    assert [one["result"]["event_id"] for one in results["results"]] == found[::-1]
    return found


async def test_filters_by_relation(alice: Person, bob: Person, carol: Person) -> None:
    """An event is found when one child is of a wanted kind and from a wanted person."""
    room = await meet(alice, bob)
    await carol.join(room)
    await alice.say(room, "word of nobody")
    threaded = await alice.say(room, "word with a thread")
    liked = await bob.say(room, "word that is liked")
    both = await alice.say(room, "word with both")
    await bob.send(room, relating("m.thread", threaded, "reply"))
    like = await carol.send(room, reaction(liked, "👍"), "m.reaction")
    await bob.send(room, relating("m.thread", both, "reply"))
    await carol.send(room, reaction(both, "👍"), "m.reaction")

    assert await everywhere(alice, room, related_by_rel_types=["m.thread"]) == [threaded, both]
    assert await everywhere(alice, room, related_by_rel_types=["m.annotation"]) == [liked, both]
    assert await everywhere(alice, room, related_by_rel_types=["m.thread", "m.annotation"]) == [threaded, liked, both]
    assert await everywhere(alice, room, related_by_senders=[carol.user_id]) == [liked, both]
    # One child has to be of that kind and from that person.
    assert await everywhere(alice, room, related_by_senders=[carol.user_id], related_by_rel_types=["m.thread"]) == []
    assert await everywhere(
        alice,
        room,
        related_by_senders=[bob.user_id, carol.user_id],
        related_by_rel_types=["m.annotation"],
        senders=[alice.user_id],
    ) == [both]
    assert await everywhere(alice, room, related_by_senders=[]) == []

    # What is taken back relates to nothing.
    await carol.redact(room, like)
    assert await everywhere(alice, room, related_by_rel_types=["m.annotation"]) == [both]
    # Nor does what people say whom the reader ignores.
    await ignore(alice, carol)
    assert await everywhere(alice, room, related_by_senders=[carol.user_id]) == []
    assert await everywhere(bob, room, related_by_senders=[carol.user_id]) == [both]


async def test_who_left_learns_of_no_later_relation(alice: Person, bob: Person) -> None:
    """What relates to an event after the reader has left is not told by the filter either."""
    room = await meet(alice, bob)
    said = await alice.say(room, "early")
    await bob.membership("leave", room)
    await alice.send(room, relating("m.thread", said, "late"))
    asked = json.dumps({"related_by_rel_types": ["m.thread"]})
    assert (await bob.messages(room, dir="b", filter=asked))["chunk"] == []
    assert ids((await alice.messages(room, dir="b", filter=asked))["chunk"]) == [said]


async def test_a_window_of_sync_is_narrowed(alice: Person, bob: Person) -> None:
    """Of what is new, only what others relate to comes, and what was left out does not count as missed."""
    room = await meet(alice, bob)
    since = (await alice.sync(keep=False))["next_batch"]
    root = await bob.say(room, "root")
    await bob.send(room, relating("m.thread", root, "reply"))
    asked = json.dumps({"room": {"timeline": {"related_by_rel_types": ["m.thread"], "limit": 1}}})
    answer = await alice.sync(since=since, keep=False, filter=asked)
    assert ids(timeline(answer, room)) == [root]
    assert answer["rooms"]["join"][room]["timeline"]["limited"] is False
    context = await alice.get(
        f"{V3}/rooms/{{}}/context/{{}}", room, root, limit=10, filter=json.dumps({"related_by_senders": [bob.user_id]})
    )
    assert context["event"]["event_id"] == root
    assert context["events_after"] == []


async def test_state_by_relation(alice: Person, bob: Person) -> None:
    """The state of a room is narrowed as its timeline is: for a first sync, for a gap, and of what is after the timeline."""
    room = await meet(alice, bob)
    for name in ("old", "new"):
        named = await alice.set_state(room, "m.room.name", {"name": name})
        topic = await alice.set_state(room, "m.room.topic", {"topic": name})
        if name == "old":
            since = (await alice.sync(keep=False))["next_batch"]
    member = (await alice.messages(room, dir="f", limit=2))["chunk"][1]
    assert member["type"] == "m.room.member"
    await bob.send(room, relating("m.thread", topic, "about that"))
    await bob.send(room, reaction(named, "👍"), "m.reaction")
    await bob.send(room, reaction(member["event_id"], "👋"), "m.reaction")
    await alice.say(room, "the last")

    async def kinds(since: str, after: str, **asked: Any) -> list[str]:
        asked_for = json.dumps({"room": {"state": asked, "timeline": {"limit": 1}}})
        answer = await alice.sync(
            since=since, keep=False, filter=asked_for, use_state_after="true" if after == "state_after" else None
        )
        return sorted(event["type"] for event in answer["rooms"]["join"][room][after]["events"])

    for after in ("state", "state_after"):
        assert await kinds("", after, related_by_rel_types=["m.thread"]) == ["m.room.topic"]
        assert await kinds("", after, related_by_senders=[bob.user_id], not_types=["m.room.member"]) == [
            "m.room.name",
            "m.room.topic",
        ]
        assert await kinds("", after, related_by_rel_types=["m.annotation"]) == ["m.room.member", "m.room.name"]
        assert await kinds(since, after, related_by_rel_types=["m.annotation"]) == ["m.room.name"]
        assert await kinds(since, after, related_by_senders=[]) == []


async def test_senders_of_members(alice: Person, bob: Person) -> None:
    """A filter by sender holds for members as for any state."""
    room = await meet(alice, bob)
    for text in ("one", "two"):
        await alice.say(room, text)
    asked = json.dumps({"room": {"state": {"senders": [bob.user_id]}, "timeline": {"limit": 1}}})
    answer = await alice.sync(since="", keep=False, filter=asked)
    senders = [event["sender"] for event in answer["rooms"]["join"][room]["state"]["events"]]
    assert senders == [bob.user_id]
