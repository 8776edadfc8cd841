"""What a client of sliding sync makes of the answers: the model that stories hold against a fresh look and against /sync."""

from dataclasses import dataclass, field
from typing import Any

from tests.harness.client import Json

StateKey = tuple[str, str]


@dataclass
class MirrorRoom:
    """One room as a client knows it."""

    fields: Json = field(default_factory=dict)
    state: dict[StateKey, Json] = field(default_factory=dict)
    timeline: list[Json] = field(default_factory=list)
    #: own membership, as clients of the unstable shape deduce it
    membership: str = "join"


class Mirror:
    """Takes answers in, one after the other."""

    def __init__(self, user_id: str) -> None:
        self.user_id = user_id
        self.rooms: dict[str, MirrorRoom] = {}
        self.counts: dict[str, int] = {}
        self.account_data: dict[str, Json] = {}
        self.room_account_data: dict[str, dict[str, Json]] = {}
        #: (room, kind, person, thread) → event id
        self.receipts: dict[tuple[str, str, str, str], str] = {}
        self.typing: dict[str, set[str]] = {}

    def take(self, answer: Json) -> None:
        """One answer."""
        self.counts = {name: one["count"] for name, one in answer["lists"].items()}
        for room_id, room in answer["rooms"].items():
            self._take_room(room_id, room)
        extensions = answer["extensions"]
        for event in extensions.get("account_data", {}).get("global", ()):
            self.account_data[event["type"]] = event["content"]
        for room_id, events in extensions.get("account_data", {}).get("rooms", {}).items():
            for event in events:
                self.room_account_data.setdefault(room_id, {})[event["type"]] = event["content"]
        for room_id, event in extensions.get("receipts", {}).get("rooms", {}).items():
            self.receipts.update(receipts_in(room_id, event["content"]))
        for room_id, event in extensions.get("typing", {}).get("rooms", {}).items():
            self.typing[room_id] = set(event["content"]["user_ids"])

    def _take_room(self, room_id: str, room: Json) -> None:
        known = self.rooms.get(room_id)
        if room.get("initial") or known is None:
            assert room.get("initial"), f"news of {room_id}, which was never told: {room}"
            known = self.rooms[room_id] = MirrorRoom()
        known.fields.update({name: value for name, value in room.items() if name not in ("required_state", "timeline")})
        for event in room.get("required_state", ()):
            known.state[event["type"], event["state_key"]] = event
        if "invite_state" in room:
            (own,) = (one for one in room["invite_state"] if one["state_key"] == self.user_id)
            known.membership = own["content"]["membership"]
        else:
            known.membership = "join"
            own_event = known.state.get(("m.room.member", self.user_id))
            if own_event is not None:
                known.membership = own_event["content"]["membership"]
        timeline = room.get("timeline", [])
        if room.get("limited") or room.get("unstable_expanded_timeline"):
            known.timeline = list(timeline)
        else:
            seen = {event["event_id"] for event in known.timeline}
            known.timeline += [event for event in timeline if event["event_id"] not in seen]


def receipts_in(room_id: str, content: Json) -> dict[tuple[str, str, str, str], str]:
    """(room, kind, person, thread) → event id of an m.receipt event."""
    found: dict[tuple[str, str, str, str], str] = {}
    for event_id, kinds in content.items():
        for kind, people in kinds.items():
            for person, data in people.items():
                found[room_id, kind, person, data.get("thread_id", "")] = event_id
    return found


def contents(state: dict[StateKey, Json]) -> dict[StateKey, Any]:
    """Event ids and contents of state."""
    return {key: (event["event_id"], event["content"]) for key, event in state.items()}
