"""Typing and its manifest."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import orjson

from laiwang.chat.typing.rules import ends_typing, timeout_in
from laiwang.kernel.capability import Capability, Request, Response, RoomPart, Route
from laiwang.kernel.hearsay import Saying
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Write
from laiwang.kernel.room import Decided
from laiwang.kernel.sync import SyncContext
from laiwang.kernel.wake import bell
from laiwang.kit.refusals import forbidden

__all__ = ["Typing", "typing_in"]

#: of sayings: the key is the room and the person, and whether there is a value says whether she types
KIND = "typing"
#: a room's typing is one value: the list of those who type
KEY = ""
#: a message that ended somebody's typing is durable by then, or nobody hears of it
REMIND_AFTER_S = 0.25


def typing_in(topic: str, value: bytes) -> tuple[str, bytes] | None:
    """(room id, m.typing event that names the room) of an ephemeral value; None when it is not one of typing."""
    if not topic.startswith("typing:"):
        return None
    room_id = topic[7:]
    event = b'{"type":"m.typing","room_id":%b,"content":{"user_ids":%b}}' % (orjson.dumps(room_id), value)
    return room_id, event


def _topic(room_id: str) -> str:
    return f"typing:{room_id}"


class Typing:
    """Who types where, in all processes. `ignored_by(user_id)` gives the people whom a reader does not want to hear of."""

    def __init__(self, kernel: Kernel, *, ignored_by: Callable[[str], Awaitable[frozenset[str]]]) -> None:
        self._kernel = kernel
        self._ignored_by = ignored_by
        #: by room: those who type, in the order in which they began
        self._rooms: dict[str, dict[str, None]] = {}
        kernel.hearsay.on(KIND, self._take)

    def started(self, room_id: str, user_id: str, timeout_ms: int) -> None:
        """Somebody types, or goes on typing; it ends by itself after the time-out."""
        self._kernel.hearsay.say(KIND, f"{room_id} {user_id}", b"", lasts_s=timeout_ms / 1000)

    def stopped(self, room_id: str, user_id: str, *, wakes: bool = True) -> None:
        """Somebody types no more; no news when she did not. Without `wakes` nobody is woken for it alone."""
        self._kernel.hearsay.say(KIND, f"{room_id} {user_id}", None, is_quiet=not wakes)

    def _take(self, saying: Saying, is_again: bool) -> None:
        room_id, _, user_id = saying.key.partition(" ")
        typing = self._rooms.get(room_id, {})
        if saying.value is not None:
            self._rooms.setdefault(room_id, typing).setdefault(user_id)
        else:
            typing.pop(user_id, None)
            if not typing:
                self._rooms.pop(room_id, None)
        self._publish(room_id, saying)

    def drain(self) -> None:
        """Nobody types any more when the last process stops: the next boot knows nothing of those who did. Call it before syncs are
        answered."""
        self._kernel.hearsay.end_all(KIND)

    def in_room(self, room_id: str) -> list[str]:
        """Ids of those who type, in the order in which they began."""
        return list(self._rooms.get(room_id, ()))

    def changed_at(self, room_id: str) -> int:
        """The serial of the last change in a room, 0 for none in this boot."""
        return self._kernel.ephemeral.last(_topic(room_id))

    async def event(self, user_id: str, room_id: str) -> tuple[bytes, bool]:
        """m.typing as a reader gets it, and whether anybody types whom she does not ignore."""
        typing = self.in_room(room_id)
        if typing:
            ignored = await self._ignored_by(user_id)
            typing = [one for one in typing if one not in ignored]
        return orjson.dumps({"type": "m.typing", "content": {"user_ids": typing}}), bool(typing)

    def _publish(self, room_id: str, saying: Saying) -> None:
        typing, open_rooms = self.in_room(room_id), self._kernel.ephemeral.open_rooms
        (open_rooms.add if typing else open_rooms.discard)(room_id)
        wakes = not saying.is_quiet
        self._kernel.ephemeral.publish(_topic(room_id), KEY, orjson.dumps(typing), wakes=wakes, cause=saying.cause)
        if not wakes:
            # What was to ring may fail to become durable.
            asyncio.get_running_loop().call_later(REMIND_AFTER_S, self._kernel.bells.remind, bell(_topic(room_id)))

    # --- hooks ------------------------------------------------------------------------------------------------------------

    def _event(self, decided: Decided) -> Sequence[Write]:
        """A sent message ends its sender's typing. The event rings the room's bell when it is durable, so that both are told
        in one answer."""
        user_id = ends_typing(decided.event)
        if user_id is not None and user_id in self._rooms.get(decided.room.room_id, ()):
            self.stopped(decided.room.room_id, user_id, wakes=False)
        return ()

    async def _read(self, context: SyncContext, room_id: str) -> list[bytes]:
        """m.typing with the whole list, when it has changed; an empty one says that everybody stopped.

        After a crash nobody knows in which rooms the reader was told of somebody: she is told anew of each.
        """
        changed = context.is_interrupted or (
            self._kernel.ephemeral.last(_topic(room_id)) > context.ephemeral_since and not context.is_initial
        )
        typing = self.in_room(room_id)
        if not changed and not (typing and (context.is_initial or room_id in context.joined_since)):
            return []
        if not typing and context.is_calm:
            return []  # he knows of nobody
        event, is_somebody = await self.event(context.user_id, room_id)
        return [event] if changed or is_somebody else []

    # --- routes -----------------------------------------------------------------------------------------------------------

    def manifest(self) -> Capability:
        """The route, the part of /sync, and the ear for messages."""
        return Capability(
            name="typing",
            purpose="Who is typing",
            routes=(
                Route("PUT", "/_matrix/client/v3/rooms/{roomId}/typing/{userId}", self._put, operation="setTyping"),
            ),
            room_parts=(RoomPart("ephemeral", lambda room_id, _: _topic(room_id), self._read),),
            event_rows=self._event,
        )

    async def _put(self, request: Request) -> Response:
        user_id, room_id = request.caller.user_id, request.params["roomId"]
        if request.params["userId"] != user_id:
            raise forbidden("You may tell only of your own typing")
        timeout_ms = timeout_in(request.json_object())
        room = await self._kernel.rooms.get(room_id)
        if room is None or room.membership(user_id) != "join":
            raise forbidden("You are not in this room")
        if timeout_ms is None:
            self.stopped(room_id, user_id)
        else:
            self.started(room_id, user_id, timeout_ms)
        return Response()
