"""The property of sliding sync: whatever happens, and whatever gets lost on the way, a client that goes on looking knows what a new
connection and /sync would tell it."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.harness.client import V3, Json
from tests.harness.mirror import Mirror, MirrorRoom, contents, receipts_in
from tests.harness.person import Person
from tests.harness.server import ServerProcess
from tests.harness.sliding import Slider

EVERYTHING = [["*", "*"]]
LAZILY = [["*", "*"], ["m.room.member", "$LAZY"], ["m.room.member", "$ME"]]
LIMIT = 4
ON: Json = {"enabled": True}
#: lists beside that of all rooms: how many rooms they have must come out the same as for one who looks for the first time
FILTERS: dict[str, Json] = {
    "liked": {"tags": ["u.0"]},
    "disliked": {"not_tags": ["u.0"], "tags": ["u.1"]},
    "direct": {"is_dm": True},
    "secret": {"is_encrypted": True},
    "invitations": {"is_invite": True},
    "named": {"room_name_like": "name 1"},
}


class World:
    """Three people and their rooms. Alice looks; chance decides what happens. What is refused did not happen."""

    def __init__(self, chance: random.Random, people: list[Person]) -> None:
        self.chance = chance
        self.people = people
        self.alice = people[0]
        self.rooms: list[str] = []
        self.events: list[tuple[str, str]] = []
        #: (room, event, sender) of state that was set
        self.states: list[tuple[str, str, Person]] = []
        self.ever_ignored: set[str] = set()

    async def step(self) -> None:
        """Something happens."""
        if not self.rooms:
            await self.create()
            return
        acts = (
            [self.say] * 5
            + [self.move] * 4
            + [self.set_state] * 3
            + [self.redact, self.redact_state, self.redact_state]
        )
        acts += [self.read, self.read, self.come_back, self.come_back]
        acts += [self.tag, self.settings, self.direct, self.ignore, self.create, self.call_oneself]
        await self.chance.choice(acts)()

    def _someone(self) -> Person:
        return self.chance.choice(self.people)

    async def _try(self, person: Person, method: str, path: str, *ids: str, json: Any = None) -> Json:
        response = await person.respond(method, path, *ids, json={} if json is None else json, expect=None)
        assert response.status_code < 500
        found: Json = response.json()
        return found if response.status_code == 200 else {}

    async def create(self) -> None:
        if len(self.rooms) >= 5:
            return
        body: Json = {
            "preset": self.chance.choice(["public_chat", "private_chat"]),
            "invite": [one.user_id for one in self.people if self.chance.random() < 0.3],
            "initial_state": [
                {
                    "type": "m.room.history_visibility",
                    "content": {"history_visibility": self.chance.choice(["shared", "joined", "invited"])},
                }
            ],
        }
        if self.chance.random() < 0.5:
            body["name"] = f"room {len(self.rooms)}"
        if self.chance.random() < 0.3:
            body["initial_state"].append(
                {"type": "m.room.encryption", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}
            )
        creator = self._someone()
        body["invite"] = [one for one in body["invite"] if one != creator.user_id]
        room = (await self._try(creator, "POST", f"{V3}/createRoom", json=body)).get("room_id")
        if room:
            self.rooms.append(room)

    async def say(self, room: str = "") -> None:
        person, room = self._someone(), room or self.chance.choice(self.rooms)
        for _ in range(self.chance.choice([1, 1, 1, LIMIT + 2])):
            text = self.chance.choice(["hello", f"hey {self.alice.user_id}", "bye"])
            content = {"msgtype": "m.text", "body": text}
            txn = f"m{self.chance.random()}"
            answer = await self._try(
                person, "PUT", f"{V3}/rooms/{{}}/send/{{}}/{{}}", room, "m.room.message", txn, json=content
            )
            if answer:
                self.events.append((room, answer["event_id"]))

    async def set_state(self) -> None:
        person, room = self._someone(), self.chance.choice(self.rooms)
        n = self.chance.randrange(3)
        kind, key, content = self.chance.choice(
            [
                ("m.room.topic", "", {"topic": f"topic {n}"}),
                ("m.room.name", "", {"name": f"name {n}" if n else ""}),
                ("m.room.avatar", "", {"url": f"mxc://test.local/{n}"} if n else {}),
                ("org.example.note", f"key{n}", {"n": self.chance.random()}),
                ("m.room.history_visibility", "", {"history_visibility": ["shared", "joined", "invited"][n]}),
            ]
        )
        answer = await self._try(person, "PUT", f"{V3}/rooms/{{}}/state/{{}}/{{}}", room, kind, key, json=content)
        if answer:
            self.events.append((room, answer["event_id"]))
            self.states.append((room, answer["event_id"], person))

    async def call_oneself(self) -> None:
        """Another name in one room."""
        person, room = self._someone(), self.chance.choice(self.rooms)
        content = {"membership": "join", "displayname": f"name {self.chance.randrange(9)}"}
        place = (room, "m.room.member", person.user_id)
        if (await self._try(person, "GET", f"{V3}/rooms/{{}}/state/{{}}/{{}}", *place)).get("membership") == "join":
            answer = await self._try(person, "PUT", f"{V3}/rooms/{{}}/state/{{}}/{{}}", *place, json=content)
            if answer:
                self.events.append((room, answer["event_id"]))
                self.states.append((room, answer["event_id"], person))

    async def redact_state(self) -> None:
        """Whoever set some state takes its content out."""
        if self.states:
            room, event_id, person = self.chance.choice(self.states[-3:])
            txn = f"r{self.chance.random()}"
            await self._try(person, "PUT", f"{V3}/rooms/{{}}/redact/{{}}/{{}}", room, event_id, txn)

    async def come_back(self) -> None:
        """Out and in again, perhaps with something said in between."""
        person, room = self.chance.choice([self.alice, self._someone()]), self.chance.choice(self.rooms)
        await self._try(person, "POST", f"{V3}/rooms/{{}}/leave", room)
        for _ in range(self.chance.randrange(3)):
            await self.say(room)
        await self._try(person, "POST", f"{V3}/rooms/{{}}/join", room)

    async def move(self) -> None:
        person, room, other = self._someone(), self.chance.choice(self.rooms), self._someone()
        how = self.chance.choice(
            ["join", "join", "join", "leave", "invite", "invite", "kick", "ban", "unban", "forget"]
        )
        body = {"user_id": other.user_id} if how in ("invite", "kick", "ban", "unban") else {}
        await self._try(person, "POST", f"{V3}/rooms/{{}}/{how}", room, json=body)

    async def redact(self) -> None:
        if self.events:
            room, event_id = self.chance.choice(self.events[-8:])
            txn = f"r{self.chance.random()}"
            await self._try(self._someone(), "PUT", f"{V3}/rooms/{{}}/redact/{{}}/{{}}", room, event_id, txn)

    async def read(self) -> None:
        if self.events:
            room, event_id = self.chance.choice(self.events[-8:])
            kind = self.chance.choice(["m.read", "m.read.private"])
            body = self.chance.choice([{}, {"thread_id": "main"}])
            person = self.chance.choice([self.alice, self._someone()])
            await self._try(person, "POST", f"{V3}/rooms/{{}}/receipt/{{}}/{{}}", room, kind, event_id, json=body)

    async def tag(self) -> None:
        room = self.chance.choice(self.rooms)
        method = self.chance.choice(["PUT", "DELETE"])
        tag = f"u.{self.chance.randrange(2)}"
        await self._try(self.alice, method, f"{V3}/user/{{}}/rooms/{{}}/tags/{{}}", self.alice.user_id, room, tag)

    async def settings(self) -> None:
        n = self.chance.randrange(2)
        content = {"n": self.chance.random()}
        alice = self.alice
        if self.chance.random() < 0.5:
            await alice.put(f"{V3}/user/{{}}/account_data/{{}}", alice.user_id, f"com.example.{n}", json=content)
        else:
            place = (alice.user_id, self.chance.choice(self.rooms), f"com.example.{n}")
            await alice.put(f"{V3}/user/{{}}/rooms/{{}}/account_data/{{}}", *place, json=content)

    async def direct(self) -> None:
        chosen = [room for room in self.rooms if self.chance.random() < 0.3]
        alice = self.alice
        await alice.put(
            f"{V3}/user/{{}}/account_data/{{}}", alice.user_id, "m.direct", json={self.people[1].user_id: chosen}
        )

    async def ignore(self) -> None:
        alice = self.alice
        chosen = [one.user_id for one in self.people[1:] if self.chance.random() < 0.25]
        self.ever_ignored.update(chosen)
        content: Json = {"ignored_users": {one: {} for one in chosen}}
        await alice.put(f"{V3}/user/{{}}/account_data/{{}}", alice.user_id, "m.ignored_user_list", json=content)


def visible(world: World, room: MirrorRoom) -> list[str]:
    """Ids of timeline events, but what was said by people who were ever ignored: that depends on when one looked."""
    return [
        event["event_id"]
        for event in room.timeline
        if "state_key" in event or event["sender"] not in world.ever_ignored
    ]


def same_rooms(world: World, followed: Mirror, fresh: Mirror, *, lazily: bool) -> None:
    """The client that followed knows each room as one that begins now."""
    for room_id, new in fresh.rooms.items():
        old = followed.rooms[room_id]
        assert old.membership == new.membership, room_id
        if new.membership in ("invite", "knock"):
            continue
        old_state, new_state = contents(old.state), contents(new.state)
        if new.membership != "join":
            assert {key: one[0] for key, one in new_state.items()}.items() <= {
                key: one[0] for key, one in old_state.items()
            }.items() or lazily, room_id
            continue
        if lazily:
            new_state = {key: one for key, one in new_state.items() if key[0] != "m.room.member" or key in old_state}
            old_state = {key: one for key, one in old_state.items() if key in new_state}
        assert old_state == new_state, room_id
        for name in ("name", "avatar", "is_dm", "joined_count", "invited_count", "notification_count"):
            assert (old.fields.get(name) or None) == (new.fields.get(name) or None), (room_id, name)
        assert old.fields["highlight_count"] == new.fields["highlight_count"]
        if not new.fields.get("name"):
            assert old.fields["heroes"] == new.fields["heroes"], room_id
        if not world.ever_ignored:
            assert old.fields["bump_stamp"] == new.fields["bump_stamp"], room_id
        before, now = visible(world, old), visible(world, new)
        count = min(len(before), len(now))
        assert before[len(before) - count :] == now[len(now) - count :], room_id
    assert followed.counts == fresh.counts
    assert followed.account_data == fresh.account_data
    for room_id in fresh.room_account_data:
        assert followed.room_account_data[room_id] == fresh.room_account_data[room_id]
    for place, event_id in fresh.receipts.items():
        # Receipts that were given while one ignored their giver are not told later.
        assert followed.receipts.get(place) == event_id or place[2] in world.ever_ignored, place
    gone = {room_id for room_id, one in followed.rooms.items() if room_id not in fresh.rooms}
    # A room that no list has any more was left, or is an invitation by somebody who is ignored now.
    assert all(followed.rooms[one].membership in ("leave", "invite", "ban") for one in gone)


def same_as_sync(world: World, followed: Mirror, answer: Json, *, lazily: bool) -> None:
    """The client that followed knows what /sync tells."""
    sections = answer.get("rooms", {})
    joined = {room_id for room_id, one in followed.rooms.items() if one.membership == "join"}
    assert joined == set(sections.get("join", {}))
    for room_id, section in sections.get("join", {}).items():
        room = followed.rooms[room_id]
        told = {(one["type"], one["state_key"]): one for one in section["state_after"]["events"]}
        for key, event in told.items():
            if key[0] != "m.room.member" or not lazily or key in room.state:
                assert contents({key: event}) == contents({key: room.state[key]}), (room_id, key)
        summary = section["summary"]
        assert room.fields["joined_count"] == summary["m.joined_member_count"]
        assert room.fields["invited_count"] == summary["m.invited_member_count"]
        assert room.fields["notification_count"] == section["unread_notifications"]["notification_count"]
        assert room.fields["highlight_count"] == section["unread_notifications"]["highlight_count"]
        own = {one["type"]: one["content"] for one in section.get("account_data", {}).get("events", [])}
        own.pop("m.fully_read", None)
        known = dict(followed.room_account_data.get(room_id, {}))
        known.pop("m.fully_read", None)
        assert own == known, room_id
        for event in section.get("ephemeral", {}).get("events", []):
            if event["type"] == "m.receipt":
                for place, event_id in receipts_in(room_id, event["content"]).items():
                    if place in followed.receipts and place[2] not in world.ever_ignored:
                        assert followed.receipts[place] == event_id
    invited = {room_id for room_id, one in followed.rooms.items() if one.membership == "invite"}
    assert set(sections.get("invite", {})) <= invited


async def live(url: str, seed: int, disturb: Callable[[], None] | None = None) -> None:
    """One history. `disturb` is called now and then, to make the server forget what it may forget."""
    chance = random.Random(seed)
    people = [await Person.arrive(url, name) for name in ("alice", "bob", "carol")]
    try:
        world = World(chance, people)
        lazily = chance.random() < 0.5
        extensions = {"account_data": ON, "receipts": ON, "typing": ON}
        rules = {"timeline_limit": LIMIT, "required_state": LAZILY if lazily else EVERYTHING}

        def body(last: int) -> Json:
            filtered = {name: {**rules, "ranges": [[0, last]], "filters": one} for name, one in FILTERS.items()}
            return {"all": {**rules, "ranges": [[0, last]]}, **filtered}

        slider = Slider(people[0], extensions=extensions)
        mirror = Mirror(people[0].user_id)
        mirror.take(await slider.ask(lists=body(99)))
        for _ in range(chance.randrange(5, 40)):
            for _ in range(chance.randrange(1, 4)):
                await world.step()
            lists = body(chance.choice([0, 1, 99, 99]))
            subscribed = chance.sample(world.rooms, min(len(world.rooms), chance.choice([0, 0, 1])))
            subscriptions = {room: {**rules, "timeline_limit": LIMIT * 2} for room in subscribed}
            is_lost = chance.random() < 0.2
            if disturb is not None and chance.random() < 0.3:
                disturb()
            answer = await slider.ask(lists=lists, room_subscriptions=subscriptions, keep=not is_lost)
            if not is_lost:
                mirror.take(answer)
        mirror.take(await slider.ask(lists=body(99)))
        assert (await slider.ask(lists=body(99)))["rooms"] == {}
        fresh = Mirror(people[0].user_id)
        fresh.take(await Slider(people[0], "fresh", extensions=extensions).ask(lists=body(99)))
        same_rooms(world, mirror, fresh, lazily=lazily)
        same_as_sync(world, mirror, await people[0].sync(since="", keep=False, use_state_after="true"), lazily=lazily)
    finally:
        for person in people:
            await person.close()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(min_value=0, max_value=2**32))
def test_mirror(server: ServerProcess, seed: int) -> None:
    """Incremental answers equal a fresh connection, and /sync, under histories of every kind of change."""
    asyncio.run(live(server.url, seed))
