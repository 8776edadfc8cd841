"""Edits, threads, reactions and references: what is told together with an event."""

import json
from typing import Any

from tests.harness.client import V3, Json
from tests.harness.person import Person

CONTEXT = f"{V3}/rooms/{{}}/context/{{}}"


def relating(rel_type: str, event_id: str, body: str = "*", **more: Any) -> Json:
    """The content of a message that relates to another."""
    return {"msgtype": "m.text", "body": body, "m.relates_to": {"rel_type": rel_type, "event_id": event_id, **more}}


def edit(event_id: str, body: str) -> Json:
    """The content of an edit."""
    return relating("m.replace", event_id, f"* {body}") | {"m.new_content": {"msgtype": "m.text", "body": body}}


def reaction(event_id: str, key: str) -> Json:
    """The content of a reaction."""
    return {"m.relates_to": {"rel_type": "m.annotation", "event_id": event_id, "key": key}}


async def meet(alice: Person, bob: Person) -> str:
    """A room with both in it."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    return room


async def bundle(person: Person, room: str, event_id: str) -> Json:
    """What is told with an event: the same at every place where it is read."""
    event = await person.event(room, event_id)
    relations: Json = event["unsigned"].get("m.relations", {})
    page = (await person.messages(room, limit=100))["chunk"]
    context = await person.get(CONTEXT, room, event_id, limit=0)
    first_sync = (await person.sync(since="", keep=False, filter='{"room":{"timeline":{"limit":100}}}'))["rooms"][
        "join"
    ]
    places = [*page, context["event"], *first_sync[room]["timeline"]["events"]]
    same = [one["unsigned"].get("m.relations", {}) for one in places if one["event_id"] == event_id]
    assert len(same) == 3
    for other in same:
        assert summary(other) == summary(relations)
    return relations


def summary(relations: Json) -> Json:
    """Bundles without what depends on when and where they are read."""
    found: Json = {}
    if "m.replace" in relations:
        found["edit"] = relations["m.replace"]["event_id"]
    if "m.thread" in relations:
        thread = relations["m.thread"]
        found["thread"] = [thread["latest_event"]["event_id"], thread["count"], thread["current_user_participated"]]
    if "m.reference" in relations:
        found["reference"] = relations["m.reference"]
    return found


async def test_edits(alice: Person, bob: Person) -> None:
    """The latest edit by the author travels with the message, whose own content stays as it was."""
    room = await meet(alice, bob)
    said = await alice.say(room, "helo")
    assert await bundle(bob, room, said) == {}
    await alice.send(room, edit(said, "hallo"))
    last = await alice.send(room, edit(said, "hello"))
    relations = await bundle(bob, room, said)
    assert relations["m.replace"]["event_id"] == last
    assert relations["m.replace"]["content"]["m.new_content"]["body"] == "hello"
    assert (await bob.event(room, said))["content"]["body"] == "helo"
    # Taking the last edit back leaves the one before.
    await alice.redact(room, last)
    assert (await bundle(bob, room, said))["m.replace"]["content"]["m.new_content"]["body"] == "hallo"
    # A message taken back has no edits.
    await alice.redact(room, said)
    assert await bundle(bob, room, said) == {}


async def test_edits_that_do_not_count(alice: Person, bob: Person) -> None:
    """Others' edits, edits of another type, edits of edits and edits without new content change nothing."""
    room = await meet(alice, bob)
    said = await alice.say(room, "mine")
    await bob.send(room, edit(said, "forged"))
    await alice.send(room, edit(said, "other type"), kind="com.example.note")
    await alice.send(room, relating("m.replace", said, "no new content"))
    assert await bundle(bob, room, said) == {}
    good = await alice.send(room, edit(said, "good"))
    await alice.send(room, edit(good, "edit of an edit"))
    assert await bundle(bob, room, good) == {}
    assert (await bundle(bob, room, said))["m.replace"]["event_id"] == good
    name = await alice.set_state(room, "m.room.name", {"name": "Room"})
    await alice.send(room, edit(name, "state"), kind="m.room.name")
    assert "m.relations" not in (await bob.event(room, name))["unsigned"]


async def test_threads(alice: Person, bob: Person, carol: Person) -> None:
    """A root tells its thread's last event with its own edit, the number of replies, and whether one took part."""
    room = await meet(alice, bob)
    await carol.join(room)
    root = await alice.say(room, "root")
    first = await bob.send(room, relating("m.thread", root, "first"))
    second = await alice.send(room, relating("m.thread", root, "second"))
    assert summary(await bundle(alice, room, root)) == {"thread": [second, 2, True]}
    assert summary(await bundle(bob, room, root)) == {"thread": [second, 2, True]}
    assert summary(await bundle(carol, room, root)) == {"thread": [second, 2, False]}
    changed = await alice.send(room, edit(second, "second, corrected"))
    thread = (await bundle(carol, room, root))["m.thread"]
    assert thread["latest_event"]["unsigned"]["m.relations"]["m.replace"]["event_id"] == changed
    await alice.redact(room, second)
    assert summary(await bundle(bob, room, root)) == {"thread": [first, 1, True]}
    await bob.redact(room, first)
    assert await bundle(bob, room, root) == {}


async def test_a_deleted_answer_tells_its_thread(alice: Person, bob: Person) -> None:
    """The relation goes with the content; beside it stays where the event was, for all who come later (MSC4023)."""
    room = await meet(alice, bob)
    root = await alice.say(room, "root")
    answer = await bob.send(room, relating("m.thread", root, "answer"))
    liked = await alice.send(room, reaction(answer, "+1"), "m.reaction")
    for gone in (answer, liked, root):
        await alice.redact(room, gone)
    told = [await bob.event(room, gone) for gone in (answer, liked, root)]
    assert [one["content"] for one in told] == [{}, {}, {}]
    assert [one["unsigned"].get("org.matrix.msc4023.thread_id") for one in told] == [root, None, None]


async def test_no_thread_inside_a_relation(alice: Person, bob: Person) -> None:
    """A thread cannot start from an event of a thread, nor from an edit or a reaction."""
    room = await meet(alice, bob)
    root = await alice.say(room, "root")
    reply = await bob.send(room, relating("m.thread", root))
    changed = await alice.send(room, edit(root, "changed"))
    liked = await bob.send(room, reaction(root, "👍"), kind="m.reaction")
    for inner in (reply, changed, liked):
        await alice.send(room, relating("m.thread", inner), expect=(400, "M_UNKNOWN"))
    # A plain reply is no relation, so a thread may start from it.
    plain = {"msgtype": "m.text", "body": ">", "m.relates_to": {"m.in_reply_to": {"event_id": root}}}
    await alice.send(room, relating("m.thread", await bob.send(room, plain)))


async def test_reactions(alice: Person, bob: Person) -> None:
    """A person reacts once with each key; reactions come as events and are not bundled."""
    room = await meet(alice, bob)
    said = await alice.say(room, "news")
    liked = await bob.send(room, reaction(said, "👍"), kind="m.reaction")
    await bob.send(room, reaction(said, "👍"), kind="m.reaction", expect=(400, "M_DUPLICATE_ANNOTATION"))
    await bob.send(room, reaction(said, "🎉"), kind="m.reaction")
    await alice.send(room, reaction(said, "👍"), kind="m.reaction")
    await bob.send(
        room, {"m.relates_to": {"rel_type": "m.annotation", "event_id": said}}, kind="m.reaction", expect=400
    )
    assert await bundle(alice, room, said) == {}
    await bob.redact(room, liked)
    again = await bob.send(room, reaction(said, "👍"), kind="m.reaction")
    keys = [
        event["content"]["m.relates_to"]["key"]
        for event in (await alice.messages(room, filter='{"types":["m.reaction"]}', limit=10))["chunk"]
        if event["content"]
    ]
    assert sorted(keys) == ["🎉", "👍", "👍"]
    assert (await alice.event(room, again))["content"]["m.relates_to"]["event_id"] == said


async def test_references(alice: Person, bob: Person) -> None:
    """Events that refer to another one are listed with it."""
    room = await meet(alice, bob)
    poll = await alice.send(room, {"question": "tea?"}, kind="com.example.poll")
    votes = [await one.send(room, relating("m.reference", poll), kind="com.example.vote") for one in (alice, bob)]
    relations = await bundle(bob, room, poll)
    assert relations["m.reference"] == {"chunk": [{"event_id": vote} for vote in votes]}
    await bob.redact(room, votes[1])
    assert (await bundle(bob, room, poll))["m.reference"] == {"chunk": [{"event_id": votes[0]}]}


async def test_relations_to_nothing(alice: Person, bob: Person) -> None:
    """A relation to an event that is elsewhere, or nowhere, or no relation at all, is just content."""
    room, other = await meet(alice, bob), await alice.create_room()
    elsewhere = await alice.say(other, "elsewhere")
    await alice.send(room, edit(elsewhere, "hi"))
    await alice.send(room, relating("m.thread", elsewhere))
    assert (await alice.event(other, elsewhere))["unsigned"].get("m.relations") is None
    odd: Any
    for odd in ("text", [], {}, {"rel_type": 7, "event_id": elsewhere}, {"rel_type": "m.thread"}, {"m.in_reply_to": 1}):
        await alice.send(room, {"msgtype": "m.text", "body": "odd", "m.relates_to": odd})


async def test_what_one_cannot_see_is_not_told(alice: Person, bob: Person) -> None:
    """An edit made after one has left is not told with the message that one can still see."""
    room = await meet(alice, bob)
    said = await alice.say(room, "before")
    await bob.membership("leave", room)
    await alice.send(room, edit(said, "after"))
    await alice.send(room, relating("m.reference", said))
    thread = await alice.send(room, relating("m.thread", said, "private"))
    relations = (await bob.event(room, said))["unsigned"].get("m.relations", {})
    assert "m.replace" not in relations
    assert "m.reference" not in relations
    assert thread not in json.dumps(relations)
