"""Reading the answers of /sync in stories."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from tests.harness.client import Json
from tests.harness.person import Person

#: long enough that nothing but an event ends the wait
LONG_MS = 60_000


def joined(answer: Json, room: str) -> Json:
    """The part of a joined room."""
    found: Json = answer["rooms"]["join"][room]
    return found


def rooms_in(answer: Json, section: str = "join") -> set[str]:
    """Ids of the rooms in a section."""
    return set(answer.get("rooms", {}).get(section, {}))


def ids(events: list[Json]) -> list[str]:
    """Event ids, in order."""
    return [event["event_id"] for event in events]


def timeline(answer: Json, room: str, section: str = "join") -> list[Json]:
    """Timeline events of a room, none when the room is not in the answer."""
    found: list[Json] = answer.get("rooms", {}).get(section, {}).get(room, {}).get("timeline", {}).get("events", [])
    return found


def said(answer: Json, room: str, section: str = "join") -> list[str]:
    """What was said in a room's timeline."""
    events = timeline(answer, room, section)
    return [event["content"]["body"] for event in events if event["type"] == "m.room.message" and event["content"]]


def state(answer: Json, room: str, name: str = "state", section: str = "join") -> dict[tuple[str, str], Json]:
    """Contents of the state that came with a room; each state comes once."""
    events = answer["rooms"][section][room].get(name, {}).get("events", [])
    found = {(event["type"], event["state_key"]): event["content"] for event in events}
    assert len(found) == len(events)
    return found


def members(answer: Json, room: str, name: str = "state") -> set[str]:
    """The people whose member events came as state of a room."""
    return {key for kind, key in state(answer, room, name) if kind == "m.room.member"}


def filtered(**room: Any) -> str:
    """An inline filter of rooms; presence stays out, since it wakes whenever anybody comes."""
    return json.dumps({"room": room, "presence": {"types": []}})


def timeline_limit(limit: int) -> str:
    """An inline filter that bounds the timeline."""
    return filtered(timeline={"limit": limit})


async def later(person: Person, **query: Any) -> asyncio.Task[Json]:
    """A sync that waits for anything but presence, begun before what comes next in the story."""
    query.setdefault("filter", filtered())
    task = asyncio.create_task(person.sync(LONG_MS, **query))
    await asyncio.sleep(0)
    return task
