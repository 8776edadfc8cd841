"""One session per device that syncs: it listens over many polls, so that the next poll looks only at what rang since the last answer."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from laiwang.kernel.capability import Caller
from laiwang.kernel.members import user_topic
from laiwang.kernel.sync import SyncToken
from laiwang.kernel.wake import Bells, Listener

__all__ = ["Session", "Sessions"]

IDLE_S_MAX = 120.0
#: beyond these, idle ones end early, the oldest first
SESSIONS_MAX = 100_000
LOOKED_AT = 64
#: a request that has just begun may not own it yet
FRESH_S = 10.0


class Session:
    """`answered` is the token of the last answer: a poll that comes back with it needs only the bells that rang since."""

    __slots__ = ("answered", "listener", "owner", "used_at")

    def __init__(self, listener: Listener, now: float) -> None:
        self.listener = listener
        self.answered: SyncToken | None = None
        self.owner: object | None = None
        self.used_at = now

    def follow(self, room_ids: Iterable[str]) -> None:
        """Hears these rooms and no others."""
        wanted = set(room_ids)
        listener = self.listener
        for room_id in [topic for topic in listener.topics if topic.startswith("!") and topic not in wanted]:
            listener.discard(room_id)
        for room_id in wanted:
            listener.add(room_id)

    def take(self) -> set[str]:
        """The bells that rang since they were taken last; they count from here on anew."""
        return self.listener.take()


class Sessions:
    """Sessions by device. Idle ones are closed: the next poll of that device looks at everything once and opens another."""

    def __init__(self, bells: Bells) -> None:
        self._bells = bells
        self._sessions: dict[str, Session] = {}
        self.parked = 0

    def open(self, caller: Caller, now: float) -> Session:
        """The device's session, made if there is none: it hears what is the person's and the device's own."""
        key = caller.device_key
        session = self._sessions.get(key)
        if session is None:
            topics = [user_topic(caller.user_id)]
            if caller.device_id is not None:
                topics.append(f"device:{key}")
            session = self._sessions[key] = Session(self._bells.listen(topics), now)
            if len(self._sessions) > SESSIONS_MAX:
                self._make_room(now)
        session.used_at = now
        return session

    def _make_room(self, now: float) -> None:
        """Sessions are in the order in which they were begun; some of the oldest are looked at."""
        for key in list(islice(self._sessions, LOOKED_AT)):
            session = self._sessions.pop(key)
            if session.owner is None and now - session.used_at > FRESH_S:
                session.listener.close()
                return
            self._sessions[key] = session  # it is used: the next ones come before it

    def sweep(self, now: float) -> None:
        """Closes sessions that nobody uses any more."""
        for key, session in list(self._sessions.items()):
            if session.owner is None and now - session.used_at > IDLE_S_MAX:
                session.listener.close()
                del self._sessions[key]

    def __len__(self) -> int:
        return len(self._sessions)
