"""Asking, accepting, declining, and ending."""

from __future__ import annotations

import asyncio
from typing import Any
from weakref import WeakValueDictionary

import orjson

from laiwang.chat.account_data import AccountData
from laiwang.chat.contacts import store
from laiwang.chat.contacts.model import CONTACTS_MAX, SOURCE, Asking, Contact, ContactChange, ContactRequest
from laiwang.chat.contacts.queries import Queries
from laiwang.chat.contacts.rules import levels_of_chat, tidy_labels, with_room
from laiwang.chat.rooms import Rooms
from laiwang.kernel.capability import Caller
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Unit
from laiwang.kit.refusals import Refused, invalid_param, not_found
from laiwang.matrix.ids import is_user_id
from laiwang.matrix.versions import RoomVersion, get_version

__all__ = ["CHANGED", "DIRECT", "Actions"]

DIRECT = "m.direct"
#: account data that changes when something about contacts does which no membership tells: other devices look again
CHANGED = "im.laiwang.contacts"


class Actions:
    """Verbs that write. What an invitation makes is written with the events themselves (`Contacts.rows`)."""

    def __init__(self, kernel: Kernel, rooms: Rooms, account_data: AccountData, queries: Queries) -> None:
        self._kernel = kernel
        self._rooms = rooms
        self._account_data = account_data
        self._queries = queries
        self._asking: WeakValueDictionary[frozenset[str], asyncio.Lock] = WeakValueDictionary()

    async def ask(self, caller: Caller, asking: Asking) -> ContactRequest:
        """Invites somebody to a chat of two, or accepts when she has asked already. Asking again, or a contact, changes nothing.

        Raises Refused 400, 403 (she wants no invitations), 404, 429.
        """
        me, other = caller.user_id, asking.user_id
        if not is_user_id(other):
            raise invalid_param("user_id is not a user id")
        if other == me:
            raise invalid_param("Nobody is a contact of herself")
        pair = frozenset((me, other))
        lock = self._asking.setdefault(pair, asyncio.Lock())  # who presses twice asks once
        async with lock:
            return await self._ask(caller, asking)

    async def _ask(self, caller: Caller, asking: Asking) -> ContactRequest:
        me, other = caller.user_id, asking.user_id
        contact = await self._queries.contact(me, other)
        if contact is not None:
            return self._done(me, contact)
        theirs = await self._queries.request(other, me)
        if theirs is not None and theirs.state == "open":
            return self._done(me, await self.accept(caller, other))
        mine = await self._queries.request(me, other)
        if mine is not None and mine.state == "open":
            return mine
        count = await self._kernel.database.fetch_one(store.COUNT, {"user": me})
        if count is not None and count[0] >= CONTACTS_MAX:
            raise Refused("M_LIMIT_EXCEEDED", 400, f"A person has at most {CONTACTS_MAX} contacts")
        room_id = await self._chat_with(me, other)
        if room_id is not None:  # both are in it: she has accepted long ago
            return self._done(me, await self._know(me, other, room_id, asking.source))
        room_id = await self._rooms.actions.create(
            caller,
            {
                "preset": "private_chat",
                "is_direct": True,
                "invite": [other],
                "power_level_content_override": {"users": levels_of_chat(self._version(), me, other)},
            },
            invitation={SOURCE: asking.source, **({"reason": asking.greeting} if asking.greeting else {})},
        )
        await self._note_chat(me, other, room_id)
        made = await self._queries.request(me, other)
        if made is None or made.room_id != room_id:
            raise not_found("The request was decided already")
        return made

    async def accept(self, caller: Caller, asker: str) -> Contact:
        """Joins the chat that the request leads to. Accepting again is fine. Raises Refused 403, 404, 429."""
        me = caller.user_id
        known = await self._queries.contact(me, asker)
        if known is not None:
            return known
        request = await self._open(asker, me)
        room = await self._kernel.rooms.get(request.room_id)
        if room is None:
            raise _no_request()
        await self._rooms.memberships.join(caller, room)
        await self._note_chat(me, asker, request.room_id)
        contact = await self._queries.contact(me, asker)
        if contact is None:
            raise _no_request()  # taken back in this moment
        return contact

    async def decline(self, caller: Caller, asker: str) -> None:
        """Declines the invitation; the asker sees that nobody came. Raises Refused 404."""
        request = await self._open(asker, caller.user_id)
        room = await self._kernel.rooms.get(request.room_id)
        if room is not None:
            await self._rooms.memberships.leave(caller, room)

    async def withdraw(self, caller: Caller, other: str) -> None:
        """Takes a request back: the invitation goes, and the chat is left. Raises Refused 404."""
        request = await self._open(caller.user_id, other)
        room = await self._kernel.rooms.get(request.room_id)
        if room is None:
            return
        if room.membership(other) == "invite":
            await self._rooms.memberships.kick(caller, room, other)
        await self._rooms.memberships.leave(caller, room)

    async def change(self, user_id: str, contact_id: str, change: ContactChange) -> Contact:
        """What one calls a contact, and her labels. Raises Refused 404."""
        known = await self._queries.contact(user_id, contact_id)
        if known is None:
            raise _no_contact()
        remark = known.remark if change.remark is None else change.remark.strip() or None
        labels = known.labels if change.labels is None else tidy_labels(change.labels)
        if (remark, labels) == (known.remark, known.labels):
            return known
        unit = Unit()
        params = {"new_remark": remark, "new_labels": orjson.dumps(labels).decode()}
        unit.write(store.CHANGE, {"user": user_id, "contact": contact_id, **params})
        self._tell(unit, user_id)
        await self._kernel.log.append(unit)
        changed = await self._queries.contact(user_id, contact_id)
        if changed is None:
            raise _no_contact()
        return changed

    async def end(self, caller: Caller, contact_id: str) -> None:
        """Both are contacts no more, and the one who ends it leaves their chat. No error when they were none."""
        me = caller.user_id
        known = await self._queries.contact(me, contact_id)
        if known is None:
            return
        unit = Unit()
        unit.write(store.END, {"user": me, "contact": contact_id})
        self._tell(unit, me)
        await self._kernel.log.append(unit)
        room = await self._kernel.rooms.get(known.room_id)
        if room is not None and room.membership(me) == "join":
            await self._rooms.memberships.leave(caller, room)

    async def set_suggested(self, user_id: str, suggested: bool) -> None:
        """Whether somebody may be suggested to those who share contacts with her."""
        unit = Unit()
        if suggested:
            unit.write(store.SET_SUGGESTED, {"user": user_id})
        else:
            unit.write(store.UNSUGGEST, {"user_id": user_id})
        await self._kernel.log.append(unit)

    def forget(self, unit: Unit, user_id: str) -> None:
        """An account ends: nobody knows her any more."""
        for statement in (store.DROP_CONTACTS, store.DROP_REQUESTS, store.SET_SUGGESTED):
            unit.write(statement, {"user": user_id})

    # --- parts ------------------------------------------------------------------------------------------------------------

    async def _open(self, asker: str, asked: str) -> ContactRequest:
        request = await self._queries.request(asker, asked)
        if request is None or request.state != "open":
            raise _no_request()
        return request

    async def _chat_with(self, user_id: str, other: str) -> str | None:
        """A chat of two that both are in, as m.direct names it."""
        content = await self._account_data.content(user_id, DIRECT) or {}
        named = content.get(other)
        for room_id in named if isinstance(named, list) else ():
            room = await self._kernel.rooms.get(room_id) if isinstance(room_id, str) else None
            if room is not None and room.membership(user_id) == "join" and room.membership(other) == "join":
                return room.room_id
        return None

    async def _know(self, user_id: str, other: str, room_id: str, source: str) -> Contact:
        """Two who talk already."""
        now_ms = self._kernel.clock.now_ms()
        unit = Unit()
        for one, another in ((user_id, other), (other, user_id)):
            row = {"user_id": one, "contact_id": another, "remark": None, "labels": "[]", "source": source}
            unit.write(store.ADD, {**row, "room_id": room_id, "since_ms": now_ms})
            self._tell(unit, one)
        await self._kernel.log.append(unit)
        contact = await self._queries.contact(user_id, other)
        if contact is None:
            raise _no_contact()
        return contact

    async def _note_chat(self, user_id: str, other: str, room_id: str) -> None:
        """For clients, which show it as a chat of two. Not in the unit of the room: without it the chat is only named differently."""

        def change(content: dict[str, Any] | None) -> dict[str, Any] | None:
            return with_room(content, other, room_id)

        await self._account_data.change(user_id, DIRECT, change)

    def _version(self) -> RoomVersion:
        return get_version(self._kernel.rooms.default_version)

    def _tell(self, unit: Unit, user_id: str) -> None:
        self._account_data.add(unit, user_id, CHANGED, {"changed_ms": self._kernel.clock.now_ms()})

    def _done(self, user_id: str, contact: Contact) -> ContactRequest:
        """How a request reads that needed no answer any more."""
        return ContactRequest(
            from_id=user_id,
            to_id=contact.user_id,
            display_name=contact.display_name,
            avatar_url=contact.avatar_url,
            greeting="",
            source=contact.source,
            room_id=contact.room_id,
            state="accepted",
            made_ms=contact.since_ms,
            decided_ms=contact.since_ms,
        )


def _no_request() -> Refused:
    return not_found("There is no open request")


def _no_contact() -> Refused:
    return not_found("This is no contact of yours")
