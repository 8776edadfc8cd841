"""Sending and redacting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from laiwang.chat.messages import store
from laiwang.kernel.capability import Caller
from laiwang.kernel.events import stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Conflict, Fact, Write
from laiwang.kernel.room import Decided, Draft, Room, Txn
from laiwang.kernel.sight import sight_of
from laiwang.kit.refusals import Busy, Refused, forbidden, not_found
from laiwang.matrix.relations import Related, Relation, check_sendable, has_new_content, relation_of

__all__ = ["Actions", "related", "relation_removals", "relation_rows"]

NEVER_REDACTED = frozenset({"m.room.create", "m.room.server_acl"})
#: events that other endpoints or the server alone make
NOT_BY_SEND = frozenset({"m.room.create", "m.room.member"})


class Actions:
    """`check_limit(user_id)` raises Refused 429 when the sender is too fast."""

    def __init__(self, kernel: Kernel, check_limit: Callable[[str], None]) -> None:
        self._kernel = kernel
        self._check_limit = check_limit

    async def send(
        self, caller: Caller, room_id: str, type: str, content: dict[str, Any], txn_id: str, *, ts: int | None = None
    ) -> str:
        """Sends a message event and answers its id; the same transaction id gives the same answer.

        Raises Refused 403 (not a member, not allowed), 400 (wrong relation, wrong content), 413, 429; Busy.
        """
        if type == "m.room.redaction":
            target = content.get("redacts")
            if not isinstance(target, str):
                raise Refused("M_MISSING_PARAM", 400, "A redaction names the event in content.redacts")
            rest = {name: value for name, value in content.items() if name != "redacts"}
            return await self.redact(caller, room_id, target, rest, txn_id, scope=f"send/{room_id}/{type}")
        txn = Txn(caller.device_key, f"send/{room_id}/{type}", txn_id)
        rooms = self._kernel.rooms
        known = rooms.recent_txn(txn)
        if known is not None:
            return known
        try:
            self._check_limit(caller.user_id)
            if type in NOT_BY_SEND:
                raise forbidden("This type of event is not sent in this way")
            room = await self._room(room_id)
            parent, rel_type = 0, None
            if "m.relates_to" in content:
                parent, rel_type = await self._check_relation(room, caller.user_id, type, content)
            thread = parent if rel_type == "m.thread" else 0
            draft = Draft(type, caller.user_id, content, txn=txn, thread=thread, parent=parent, origin_server_ts=ts)
            return await self._submit(room, draft, txn, is_annotation=rel_type == "m.annotation")
        except Refused:
            # A retry of what was acknowledged gets the same answer, even when it would be refused by now.
            answered = await rooms.find_txn(txn)
            if answered is not None:
                return answered
            raise

    async def redact(
        self,
        caller: Caller,
        room_id: str,
        target: str,
        content: dict[str, Any],
        txn_id: str,
        *,
        scope: str | None = None,
    ) -> str:
        """Redacts one's own event, or anybody's with the room's `redact` power. Raises Refused 403, 404, 429; Busy."""
        txn = Txn(caller.device_key, scope or f"redact/{room_id}/{target}", txn_id)
        rooms = self._kernel.rooms
        known = await rooms.find_txn(txn)
        if known is not None:
            return known
        self._check_limit(caller.user_id)
        room = await self._room(room_id)
        if room.membership(caller.user_id) != "join":
            raise forbidden("You are not in this room")
        fact = await rooms.event_fact(room_id, target)
        if fact is None or not (await sight_of(rooms, room, caller.user_id)).sees(fact):
            raise not_found("There is no such event in this room")
        event = stored(fact).event
        if event.type in NEVER_REDACTED:
            raise forbidden(f"{event.type} cannot be redacted")
        if caller.is_suspended and event.sender != caller.user_id:
            raise Refused(
                "M_USER_SUSPENDED", 403, "This account is suspended: it can take back only what it said itself"
            )
        if not room.power_levels.may_redact(caller.user_id, event.sender):
            raise forbidden("You may not redact other people's events here")
        return await self._submit(room, self.redaction(fact, caller.user_id, content, txn=txn), txn)

    def redaction(
        self, fact: Fact, sender: str, content: dict[str, Any], *, txn: Txn | None = None, also: Sequence[Write] = ()
    ) -> Draft:
        """The draft that redacts the event of a fact, with the rows that go along and `also` those of a caller. Whether `sender` may do it
        is for the caller to say."""
        known = stored(fact)
        return Draft(
            "m.room.redaction",
            sender,
            content,
            txn=txn,
            redacts=known.event.event_id,
            redacted_fact=None if known.redacted else fact,
            writes=(Write(store.REMOVE, {"position": fact.position}), *also),
        )

    async def _submit(self, room: Room, draft: Draft, txn: Txn, *, is_annotation: bool = False) -> str:
        rooms = self._kernel.rooms
        try:
            decided = await rooms.submit(room, (draft,))
        except Conflict as error:
            answered = await rooms.find_txn(txn)
            if answered is not None:
                return answered
            if is_annotation:
                raise Refused(
                    "M_DUPLICATE_ANNOTATION", 400, "You have already annotated the event in this way"
                ) from error
            raise Busy() from error
        return decided[0].event_id

    async def _room(self, room_id: str) -> Room:
        room = await self._kernel.rooms.get(room_id)
        if room is None:
            raise forbidden("You are not in this room")
        return room

    async def _check_relation(
        self, room: Room, sender: str, type: str, content: dict[str, Any]
    ) -> tuple[int, str | None]:
        """Position of the event that this one relates to (0: none in this room), and how it does."""
        relation = relation_of(content)
        if relation is None or relation.event_id is None:
            return 0, None
        parent = await self._kernel.rooms.event_fact(room.room_id, relation.event_id)
        duplicate = False
        if relation.rel_type == "m.annotation" and relation.key is not None:
            row = await self._kernel.database.fetch_one(
                store.annotated,
                {"parent": relation.event_id, "sender": sender, "type": type, "annotation": relation.key},
            )
            duplicate = row is not None
        check_sendable(relation, related(parent) if parent is not None else None, duplicate_annotation=duplicate)
        return (parent.position if parent is not None else 0), relation.rel_type


def related(fact: Fact) -> Related:
    """As much of a stored event as the rules of relations ask for."""
    known = stored(fact)
    event = known.event
    relation: Relation | None = relation_of(event.content)
    return Related(
        event_id=event.event_id,
        room_id=event.room_id,
        sender=event.sender,
        type=event.type,
        is_state=event.state_key is not None,
        redacted=known.redacted,
        rel_type=relation.rel_type if relation is not None else None,
        origin_server_ts=event.origin_server_ts,
        has_new_content=has_new_content(event.type, event.content),
    )


def relation_rows(decided: Decided) -> Sequence[Write]:
    """The row of an event that relates to another one; written in the event's own unit."""
    event = decided.event
    if event.state_key is not None or "m.relates_to" not in event.content:
        return ()
    relation = relation_of(event.content)
    if relation is None or relation.rel_type is None or relation.event_id is None:
        return ()
    if relation.rel_type == "m.thread" and not decided.draft.thread:
        return ()  # its root is not in this room
    return (
        Write(
            store.ADD,
            {
                "parent": relation.event_id,
                "position": decided.at,
                "room_id": event.room_id,
                "event_id": event.event_id,
                "rel_type": relation.rel_type,
                "type": event.type,
                "sender": event.sender,
                "annotation": relation.key if relation.rel_type == "m.annotation" else None,
                "parent_position": decided.draft.parent,
            },
        ),
    )


def relation_removals(facts: Sequence[Fact]) -> Sequence[Write]:
    """Rows that go with events that are deleted: what they related to, and what related to them."""
    return (
        Write(store.REMOVE, [{"position": fact.position} for fact in facts]),
        Write(store.REMOVE_OF_PARENT, [{"parent": stored(fact).event.event_id} for fact in facts]),
    )
