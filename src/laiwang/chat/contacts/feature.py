"""Contacts and their manifest."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from laiwang.chat.account_data import AccountData
from laiwang.chat.contacts import store
from laiwang.chat.contacts.actions import Actions
from laiwang.chat.contacts.queries import Profile, Queries
from laiwang.chat.contacts.routes import Routes
from laiwang.chat.contacts.rules import asked_by, decided_by
from laiwang.chat.rooms import Rooms
from laiwang.kernel.capability import Capability
from laiwang.kernel.drafts import Decided
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Write

__all__ = ["Contacts"]


class Contacts:
    """`is_person(user_id)` says that somebody is no bot, bridge or the server itself: what these invite to makes nobody a contact.
    `check_limit(user_id)` raises Refused 429 for whoever looks for people too often."""

    def __init__(
        self,
        kernel: Kernel,
        rooms: Rooms,
        account_data: AccountData,
        *,
        profile_of: Profile,
        is_person: Callable[[str], bool],
        check_limit: Callable[[str], None],
    ) -> None:
        self._is_person = is_person
        self._check_limit = check_limit
        self.queries = Queries(kernel.database, profile_of, account_data.ignored_by)
        self.actions = Actions(kernel, rooms, account_data, self.queries)

    def manifest(self) -> Capability:
        """Routes, and rows that are written with invitations and what becomes of them."""
        return Capability(
            name="contacts",
            purpose="Whom somebody knows, and asking to be known",
            routes=Routes(self.actions, self.queries, self._check_limit).all(),
            event_rows=self.rows,
        )

    def rows(self, decided: Decided) -> Sequence[Write]:
        """What an invitation to a chat of two, or the answer to it, means for contacts: in the unit of the event, from whichever client."""
        event = decided.event
        if event.type != "m.room.member":
            return ()
        asked = asked_by(event)
        if asked is not None:
            if not (self._is_person(asked.from_id) and self._is_person(asked.to_id)):
                return ()
            row = {
                "from_id": asked.from_id,
                "to_id": asked.to_id,
                "room_id": asked.room_id,
                "greeting": asked.greeting,
                "source": asked.source,
                "state": "open",
                "made_ms": asked.made_ms,
                "decided_ms": None,
            }
            return (Write(store.ASK, row),)
        person = event.state_key
        decision = decided_by(event, decided.room.membership(person) if person is not None else None)
        if decision is None:
            return ()
        where = {"room": decision.room_id, "person": decision.to_id, "at_ms": decision.decided_ms}
        made = store.ADD_ACCEPTED if decision.state == "accepted" else ()
        return (*(Write(one, where) for one in made), Write(store.DECIDE, {**where, "outcome": decision.state}))
