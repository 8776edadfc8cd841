"""What relates to an event, page by page; the threads of a room; and the event at a time."""

from typing import Any

from tests.harness.client import V1, V3, Json
from tests.harness.person import Person
from tests.stories.test_relations import edit, meet, reaction, relating

RELATIONS = f"{V1}/rooms/{{}}/relations/{{}}"
THREADS = f"{V1}/rooms/{{}}/threads"
AT_TIME = f"{V1}/rooms/{{}}/timestamp_to_event"


def ids(answer: Json) -> list[str]:
    """Event ids of a page, in its order."""
    return [event["event_id"] for event in answer["chunk"]]


async def related(person: Person, room: str, event_id: str, *kinds: str, **query: Any) -> Json:
    """One page of what relates to an event; `start` stands for `from`."""
    if "start" in query:
        query["from"] = query.pop("start")
    return await person.get(RELATIONS + "/{}" * len(kinds), room, event_id, *kinds, **query)


async def ignore(person: Person, *others: Person) -> None:
    """Ignores these people and nobody else."""
    content: Json = {"ignored_users": {other.user_id: {} for other in others}}
    await person.put(f"{V3}/user/{{}}/account_data/m.ignored_user_list", person.user_id, json=content)


async def test_children_by_kind(alice: Person, bob: Person) -> None:
    """All of them, those of one relation, those of one type besides; newest first, or oldest."""
    room = await meet(alice, bob)
    said = await alice.say(room, "root")
    changed = await alice.send(room, edit(said, "root!"))
    liked = await bob.send(room, reaction(said, "👍"), kind="m.reaction")
    reply = await bob.send(room, relating("m.thread", said))
    vote = await bob.send(room, relating("m.thread", said), kind="com.example.vote")
    everything = [changed, liked, reply, vote]
    assert ids(await related(alice, room, said)) == everything[::-1]
    assert ids(await related(alice, room, said, dir="f")) == everything
    assert ids(await related(alice, room, said, "m.thread")) == [vote, reply]
    assert ids(await related(alice, room, said, "m.thread", "com.example.vote")) == [vote]
    assert ids(await related(alice, room, said, "m.thread", "m.reaction")) == []
    assert ids(await related(alice, room, said, "m.annotation")) == [liked]
    await bob.redact(room, reply)
    assert ids(await related(alice, room, said, "m.thread")) == [vote]
    assert ids(await related(alice, room, vote)) == []


async def test_pages_of_children(alice: Person, bob: Person) -> None:
    """Every child once, in both directions, also from and to positions that /messages gives."""
    room = await meet(alice, bob)
    said = await alice.say(room, "root")
    children = []
    middle = ""
    for number in range(7):
        children.append(await bob.send(room, relating("m.thread", said, str(number))))
        await bob.say(room, "in between")
        if number == 3:
            middle = (await alice.messages(room, limit=1))["start"]
    for direction, expected in (("f", children), ("b", children[::-1])):
        found: list[str] = []
        start = None
        while True:
            page = await related(alice, room, said, dir=direction, limit=3, start=start)
            found += ids(page)
            assert ("prev_batch" in page) == (start is not None)
            start = page.get("next_batch")
            if start is None:
                break
        assert found == expected
    assert ids(await related(alice, room, said, dir="f", start=middle)) == children[4:]
    assert ids(await related(alice, room, said, dir="b", start=middle)) == children[3::-1]
    assert ids(await related(alice, room, said, dir="b", to=middle)) == children[:3:-1]
    for wrong in ({"limit": 0}, {"limit": "x"}, {"dir": "x"}, {"start": "x"}, {"recurse": "maybe"}):
        await related(alice, room, said, **wrong, expect=(400, "M_INVALID_PARAM"))


async def test_recursion(alice: Person, bob: Person) -> None:
    """Reactions to replies, and edits of replies, come with the thread when they are asked for."""
    room = await meet(alice, bob)
    root = await alice.say(room, "root")
    reply = await bob.send(room, relating("m.thread", root, "reply"))
    changed = await bob.send(room, edit(reply, "reply!"))
    liked = await alice.send(room, reaction(changed, "👍"), kind="m.reaction")
    deeper = await alice.send(room, relating("m.reference", liked))
    plain = await related(alice, room, root)
    assert (ids(plain), "recursion_depth" in plain) == ([reply], False)
    shallow = await related(alice, room, root, recurse="false")
    assert (ids(shallow), shallow["recursion_depth"]) == ([reply], 1)
    deep = await related(alice, room, root, recurse="true")
    assert deep["recursion_depth"] >= 3
    assert ids(deep) == [liked, changed, reply]
    assert ids(await related(alice, room, reply, recurse="true")) == [deeper, liked, changed]
    # What leads to an event need not be of the kind that is asked for.
    assert ids(await related(alice, room, root, "m.annotation", recurse="true")) == [liked]
    assert ids(await related(alice, room, root, "m.annotation", "m.reaction", recurse="true")) == [liked]
    page = await related(alice, room, root, recurse="true", limit=2, dir="f")
    assert ids(page) == [reply, changed]
    assert ids(await related(alice, room, root, recurse="true", dir="f", start=page["next_batch"])) == [liked]


async def test_children_come_with_their_bundles(alice: Person, bob: Person) -> None:
    """A reply that was edited tells its edit here as well."""
    room = await meet(alice, bob)
    root = await alice.say(room, "root")
    reply = await bob.send(room, relating("m.thread", root, "reply"), txn="mine")
    changed = await bob.send(room, edit(reply, "reply!"))
    (shown,) = (await related(bob, room, root, "m.thread"))["chunk"]
    assert shown["unsigned"]["m.relations"]["m.replace"]["event_id"] == changed
    assert shown["unsigned"]["transaction_id"] == "mine"
    (shown,) = (await related(alice, room, root, "m.thread"))["chunk"]
    assert "transaction_id" not in shown["unsigned"]


async def test_who_may_not_see_the_parent_sees_no_children(alice: Person, bob: Person, carol: Person) -> None:
    """A stranger, somebody who left before, and whoever asks for what is not there: all get the same answer."""
    room = await meet(alice, bob)
    other = await alice.create_room(preset="public_chat")
    said = await alice.say(room, "before")
    kept = await alice.send(room, relating("m.reference", said))
    await bob.membership("leave", room)
    await alice.send(room, relating("m.reference", said, "after"))
    later = await alice.say(room, "later")
    await alice.send(room, relating("m.reference", later))
    assert ids(await related(bob, room, said)) == [kept]
    for person, place, event_id in (
        (bob, room, later),
        (carol, room, said),
        (alice, other, said),
        (alice, "!no:x", said),
    ):
        await related(person, place, event_id, expect=(404, "M_NOT_FOUND"))


async def test_relations_from_another_room_do_not_count(alice: Person, bob: Person, carol: Person) -> None:
    """Whoever knows the id of an event can name it elsewhere; the event's own room hears nothing of it."""
    room = await meet(alice, bob)
    root = await alice.say(room, "root")
    reply = await bob.send(room, relating("m.thread", root))
    elsewhere = await carol.create_room()
    for _ in range(3):
        await carol.send(elsewhere, relating("m.thread", root))
        await carol.send(elsewhere, relating("m.reference", root))
    assert ids(await related(alice, room, root, recurse="true")) == [reply]
    bundle = (await alice.event(room, root))["unsigned"]["m.relations"]
    assert (bundle["m.thread"]["count"], "m.reference" in bundle) == (1, False)
    assert ids(await carol.get(THREADS, elsewhere)) == []


async def test_ignored_people_relate_to_nothing(alice: Person, bob: Person, carol: Person) -> None:
    """Neither in pages nor in bundles, nor do their replies move a thread up; for others all stays as it was."""
    room = await meet(alice, bob)
    await carol.join(room)
    first, second = await alice.say(room, "first"), await alice.say(room, "second")
    reply = await bob.send(room, relating("m.thread", first, "reply"))
    await bob.send(room, relating("m.thread", second, "reply"))
    noise = await carol.send(room, relating("m.thread", first, "noise"))
    await carol.send(room, relating("m.reference", first))
    await ignore(alice, carol)
    assert ids(await related(alice, room, first)) == [reply]
    relations = (await alice.event(room, first))["unsigned"]["m.relations"]
    assert relations["m.thread"]["latest_event"]["event_id"] == reply
    assert (relations["m.thread"]["count"], "m.reference" in relations) == (1, False)
    assert ids(await alice.get(THREADS, room)) == [second, first]
    assert ids(await bob.get(THREADS, room)) == [first, second]
    assert noise in ids(await related(bob, room, first))
    await ignore(alice)
    assert (await alice.event(room, first))["unsigned"]["m.relations"]["m.thread"]["count"] == 2


async def test_threads_of_a_room(alice: Person, bob: Person, carol: Person) -> None:
    """By their last reply, newest first; those in which one took part; page by page, each root with its summary."""
    room = await meet(alice, bob)
    await carol.join(room)
    assert await alice.get(THREADS, room) == {"chunk": []}
    roots = [await (alice if number % 2 else bob).say(room, f"root {number}") for number in range(5)]
    for root in roots:
        await bob.send(room, relating("m.thread", root, "reply"))
    await alice.say(room, "no thread")
    assert ids(await alice.get(THREADS, room)) == roots[::-1]
    moved = await carol.send(room, relating("m.thread", roots[0], "again"))
    order = [roots[0], *roots[:0:-1]]
    answer = await alice.get(THREADS, room)
    assert ids(answer) == order
    thread = answer["chunk"][0]["unsigned"]["m.relations"]["m.thread"]
    assert (thread["count"], thread["latest_event"]["event_id"]) == (2, moved)
    assert ids(await carol.get(THREADS, room, include="participated")) == [roots[0]]
    assert ids(await alice.get(THREADS, room, include="participated")) == [roots[3], roots[1]]
    assert ids(await bob.get(THREADS, room, include="participated")) == order
    found: list[str] = []
    start = None
    while True:
        page = await alice.get(THREADS, room, limit=2, **({"from": start} if start else {}))
        found += ids(page)
        start = page.get("next_batch")
        if start is None:
            break
    assert found == order
    # A reply taken back does not count any more, and a thread without replies is none.
    await carol.redact(room, moved)
    assert ids(await alice.get(THREADS, room)) == roots[::-1]
    (only,) = ids(await related(alice, room, roots[4], "m.thread"))
    await bob.redact(room, only)
    assert ids(await alice.get(THREADS, room)) == roots[3::-1]
    for wrong in ({"include": "x"}, {"limit": 0}, {"from": "x"}):
        await alice.get(THREADS, room, **wrong, expect=(400, "M_INVALID_PARAM"))


async def test_threads_of_rooms_that_one_may_not_see(alice: Person, bob: Person, carol: Person) -> None:
    """Strangers hear nothing; those who left see the threads as they were."""
    room = await meet(alice, bob)
    first, second = await alice.say(room, "first"), await alice.say(room, "second")
    await alice.send(room, relating("m.thread", first))
    await alice.send(room, relating("m.thread", second))
    await bob.membership("leave", room)
    await alice.send(room, relating("m.thread", first))
    new = await alice.say(room, "new")
    await alice.send(room, relating("m.thread", new))
    assert ids(await bob.get(THREADS, room)) == [second, first]
    await carol.get(THREADS, room, expect=(403, "M_FORBIDDEN"))
    await carol.get(THREADS, "!nowhere:x", expect=(403, "M_FORBIDDEN"))


async def test_the_event_at_a_time(alice: Person, bob: Person, carol: Person) -> None:
    """The nearest in the direction asked for, exactly at its own time, and none beyond the ends."""
    room = await meet(alice, bob)
    said = [await alice.say(room, str(number)) for number in range(25)]
    times = {event_id: (await alice.event(room, event_id))["origin_server_ts"] for event_id in said}

    async def at(ts: int, direction: str, person: Person = alice, expect: Any = 200) -> Json:
        return await person.get(AT_TIME, room, ts=ts, dir=direction, expect=expect)

    history = (await alice.messages(room, limit=100, dir="f"))["chunk"]
    for event in (*history[:3], *history[-12:]):
        ts = event["origin_server_ts"]
        same = [one["event_id"] for one in history if one["origin_server_ts"] == ts]
        assert await at(ts, "f") == {"event_id": same[0], "origin_server_ts": ts}
        assert await at(ts, "b") == {"event_id": same[-1], "origin_server_ts": ts}
    assert (await at(0, "f"))["event_id"] == history[0]["event_id"]
    far = times[said[-1]] + 10_000_000
    assert (await at(far, "b"))["event_id"] == said[-1]
    await at(0, "b", expect=(404, "M_NOT_FOUND"))
    await at(far, "f", expect=(404, "M_NOT_FOUND"))
    await at(0, "f", carol, expect=(403, "M_FORBIDDEN"))
    # Who left finds nothing after it.
    await bob.membership("leave", room)
    left = (await alice.messages(room, limit=1))["chunk"][0]["event_id"]
    for number in range(30):
        await alice.say(room, f"without Bob {number}")
    assert (await at(far, "b", bob))["event_id"] == left
    # What somebody said who is ignored is passed over.
    await carol.join(room)
    await ignore(carol, alice)
    assert (await at(times[said[0]], "f", carol))["event_id"] == left
    await alice.get(AT_TIME, room, dir="f", expect=(400, "M_MISSING_PARAM"))
    await alice.get(AT_TIME, room, ts=1, expect=(400, "M_MISSING_PARAM"))
    await alice.get(AT_TIME, room, ts="x", dir="f", expect=(400, "M_INVALID_PARAM"))
