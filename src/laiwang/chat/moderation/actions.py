"""Reporting, and what administrators do about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import orjson

from laiwang.chat.moderation import store
from laiwang.chat.moderation.model import ReportEntry
from laiwang.chat.moderation.queries import BLOCKED, Queries
from laiwang.kernel.events import stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.mirror import note
from laiwang.kernel.ports import Conflict, Unit
from laiwang.kernel.room import Draft, Room
from laiwang.kernel.sight import sight_of
from laiwang.kit.refusals import Busy, Refused, bad_json, forbidden, not_found, too_large
from laiwang.people.administration import entry_id
from laiwang.people.audit import Audit

__all__ = ["Actions", "Redact"]

#: makes the draft that redacts the event of a fact
Redact = Callable[..., Draft]
NEVER_REDACTED = frozenset({"m.room.create", "m.room.server_acl"})

REASON_CHARACTERS_MAX = 5000


class Actions:
    """Writes; those of administrators together with their entry in the audit. Blocked rooms are kept in memory as well."""

    def __init__(self, kernel: Kernel, queries: Queries, audit: Audit, redaction: Redact) -> None:
        self._kernel = kernel
        self._redaction = redaction
        self._queries = queries
        self._audit = audit

    # --- reporting ----------------------------------------------------------------------------------------------------

    async def report_event(self, reporter: str, room_id: str, event_id: str, reason: Any) -> None:
        """Reports an event that the reporter sees in a room that she is in. Raises Refused 404, 400, 413."""
        room = await self._kernel.rooms.get(room_id)
        if room is None or room.membership(reporter) != "join":
            raise not_found("There is no such event, or you are not in the room")
        fact = await self._kernel.rooms.event_fact(room_id, event_id)
        if fact is None or not (await sight_of(self._kernel.rooms, room, reporter)).sees(fact):
            raise not_found("There is no such event, or you are not in the room")
        sender = stored(fact).event.sender
        await self._report(
            reporter, "event", event_id, reason, room_id=room_id, event_id=event_id, user_id=sender, event=fact.body
        )

    async def report_room(self, reporter: str, room_id: str, reason: Any) -> None:
        """Reports a room, from within or from outside. Raises Refused 404, 400, 413."""
        if await self._kernel.rooms.get(room_id) is None:
            raise not_found("There is no such room")
        await self._report(reporter, "room", room_id, reason, room_id=room_id)

    async def report_person(self, reporter: str, user_id: str, reason: Any) -> None:
        """Reports somebody. Raises Refused 400, 413."""
        await self._report(reporter, "person", user_id, reason, user_id=user_id)

    async def _report(self, reporter: str, kind: str, subject: str, reason: Any, **about: Any) -> None:
        if not isinstance(reason, str):
            raise bad_json("reason must be a string")
        if len(reason) > REASON_CHARACTERS_MAX:
            raise too_large(f"A reason has at most {REASON_CHARACTERS_MAX} characters")
        now_ms = self._kernel.clock.now_ms()
        row = {
            "id": entry_id(now_ms, self._kernel.chance),
            "at_ms": now_ms,
            "reporter": reporter,
            "kind": kind,
            "subject": subject,
            "room_id": None,
            "event_id": None,
            "user_id": None,
            "reason": reason,
            "event": None,
            "resolved_ms": None,
            "resolved_by": None,
            "resolution": None,
        }
        unit = Unit()
        unit.write(store.ADD_REPORT, {**row, **about})
        await self._kernel.log.append(unit)

    async def resolve(self, actor: str, report_id: int, resolution: str) -> None:
        """Says that a report has been dealt with. Raises Refused 404, 409 when somebody else was faster."""
        if await self._queries.report(report_id) is None:
            raise not_found("There is no such report")
        unit = Unit(writes=[self._audit.entry(actor, "report.resolve", str(report_id), new=resolution)])
        params = {
            "report": report_id,
            "at_ms": self._kernel.clock.now_ms(),
            "resolver": actor,
            "given_resolution": resolution,
        }
        unit.write(store.RESOLVE, params, rows_expected=1)
        try:
            await self._kernel.log.append(unit)
        except Conflict as error:
            raise Refused("M_UNKNOWN", 409, "This report has been dealt with already") from error

    # --- events -------------------------------------------------------------------------------------------------------

    async def note_context(self, actor: str, report: ReportEntry) -> None:
        """Writes down that an administrator looked at what was said around a reported event: it may be a private conversation."""
        entry = self._audit.entry(actor, "report.look_around", str(report.id), new={"room_id": report.room_id})
        await self._kernel.log.append(Unit(writes=[entry]))

    async def redact(self, actor: str, room: Room, event_id: str, reason: str) -> None:
        """Takes back what somebody said; having done so already is fine. The redaction bears the name of a member who may do it, since
        rooms believe nobody else: the author herself, else the one with the most power. Raises Refused 403, 404; Busy."""
        fact = await self._kernel.rooms.event_fact(room.room_id, event_id)
        if fact is None:
            raise not_found("There is no such event in this room")
        known = stored(fact)
        if known.redacted:
            return
        if known.event.type in NEVER_REDACTED:
            raise forbidden(f"{known.event.type} cannot be redacted")
        levels = room.power_levels
        by_power = sorted(room.joined(), key=levels.user, reverse=True)
        able = [one for one in (known.event.sender, *by_power[:1]) if self._may_redact(room, one, known.event.sender)]
        if not able:
            raise forbidden("Nobody in this room can take this back; block the room or shut it down")
        content = {"reason": reason} if reason else {}
        new = {"event_id": event_id, "sender": known.event.sender, "reason": reason}
        entry = self._audit.entry(actor, "event.redact", room.room_id, new=new)
        try:
            await self._kernel.rooms.submit(room, [self._redaction(fact, able[0], content, also=(entry,))])
        except Conflict as error:
            raise Busy() from error

    def _may_redact(self, room: Room, user_id: str, author: str) -> bool:
        levels = room.power_levels
        may_send = levels.user(user_id) >= levels.event("m.room.redaction", False)
        return room.membership(user_id) == "join" and may_send and levels.may_redact(user_id, author)

    # --- rooms --------------------------------------------------------------------------------------------------------

    async def set_blocked(self, actor: str, room: Room, is_blocked: bool, reason: str) -> None:
        """Lets nobody into a room any more, or lifts that."""
        blocked = self._queries.blocked
        if (room.room_id in blocked) == is_blocked:
            return
        unit = Unit()
        self._add_block(unit, actor, room, is_blocked, reason)
        await self._kernel.log.append(unit)

    def _add_block(self, unit: Unit, actor: str, room: Room, is_blocked: bool, reason: str) -> None:
        old = room.room_id in self._queries.blocked
        unit.writes.append(
            self._audit.entry(
                actor, "room.set_blocked", room.room_id, old=old, new={"is_blocked": is_blocked, "reason": reason}
            )
        )
        note(unit, BLOCKED, room.room_id, orjson.dumps([is_blocked, reason]))
        if is_blocked:
            row = {"room_id": room.room_id, "reason": reason, "blocked_by": actor}
            unit.write(store.BLOCK, {**row, "blocked_ms": self._kernel.clock.now_ms()})
        else:
            unit.write(store.UNBLOCK, {"room": room.room_id})

    async def shut_down(
        self, actor: str, room: Room, reason: str, notice: str = "", replacement: str | None = None
    ) -> None:
        """Blocks a room and has everybody leave it; that goes on by itself, over restarts as well. With a notice members are told by
        the server, and pointed to `replacement`. Raises Refused 404 when there is no such room."""
        if replacement is not None:
            if await self._kernel.rooms.get(replacement) is None:
                raise not_found("There is no room to go to instead")
            notice = f"{notice}\nhttps://matrix.to/#/{quote(replacement, safe='')}".strip()
        unit = Unit()
        self._add_block(unit, actor, room, True, reason)
        new = {"reason": reason, "notice": notice}
        unit.writes.append(self._audit.entry(actor, "room.shut_down", room.room_id, new=new))
        started = {"room_id": room.room_id, **new, "started_ms": self._kernel.clock.now_ms()}
        unit.write(store.START_SHUTDOWN, started)
        await self._kernel.log.append(unit)
