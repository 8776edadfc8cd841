"""The unit of a room: events with the rows that belong to them, and the room's head."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import orjson
from sqlalchemy import bindparam, insert, update

from laiwang.kernel.drafts import Decided
from laiwang.kernel.events import Stored, encode_meta, stored
from laiwang.kernel.members import user_topic
from laiwang.kernel.ports import At, Fact, Rewrite, Unit, Write
from laiwang.kernel.provisional import Provisional
from laiwang.kernel.sql import upsert
from laiwang.kernel.tables import event_ids, memberships, room_state, rooms, transactions
from laiwang.matrix.redaction import redact_body
from laiwang.matrix.relations import THREAD, THREAD_ID

if TYPE_CHECKING:
    from laiwang.kernel.room import Room

__all__ = ["EventRows", "add_event", "move_head"]

EventRows = Callable[[Decided], Sequence[Write]]
_NEW_EVENT_ID = insert(event_ids)
_NEW_STATE = insert(room_state)
_NEW_ROOM = insert(rooms)
_SET_MEMBERSHIP = upsert(memberships, ["user_id", "room_id"])
_NEW_TXN = insert(transactions)
_MOVE_HEAD = (
    update(rooms)
    .where(rooms.c.room_id == bindparam("room"), rooms.c.depth == bindparam("expected_depth"))
    .values(depth=bindparam("new_depth"), head=bindparam("new_head"), position=bindparam("new_position"))
)


def add_event(room: Room, unit: Unit, decided: Decided, hooks: Sequence[EventRows]) -> None:
    """Adds a decided event with every row that belongs to it."""
    event, draft = decided.event, decided.draft
    unsigned = decided.unsigned
    txn = draft.txn
    device, txn_id = (txn.device_key, txn.txn_id) if txn is not None else ("", "")
    unit.append(
        room.topic,
        "event",
        decided.body,
        mark=decided.mark,
        meta=encode_meta(decided.pdu, unsigned, device, txn_id, draft.thread),
        cache=Stored(event, unsigned, device, txn_id, draft.thread, False, decided.outcome),
    )
    unit.write(_NEW_EVENT_ID, {"event_id": event.event_id, "position": decided.at})
    if txn is not None:
        unit.write(
            _NEW_TXN,
            {
                "device_key": txn.device_key,
                "scope": txn.scope,
                "txn_id": txn.txn_id,
                "event_id": event.event_id,
                "at_ms": event.origin_server_ts,
            },
        )
    if event.state_key is not None:
        unit.write(
            _NEW_STATE,
            {
                "room_id": room.room_id,
                "type": event.type,
                "state_key": event.state_key,
                "position": decided.at,
            },
        )
        if event.type == "m.room.member":
            _add_membership(room, unit, decided)
    if draft.redacted_fact is not None:
        _add_redaction(room, unit, decided, draft.redacted_fact)
    for hook in hooks:
        unit.writes.extend(hook(decided))
    unit.writes.extend(draft.writes)


def _add_membership(room: Room, unit: Unit, decided: Decided) -> None:
    user_id = decided.event.state_key
    assert user_id is not None
    membership = decided.event.content["membership"]
    unit.write(
        _SET_MEMBERSHIP,
        {
            "user_id": user_id,
            "room_id": room.room_id,
            "membership": membership,
            "position": decided.at,
            "forgotten": 0,
        },
    )


def _add_redaction(room: Room, unit: Unit, decided: Decided, target: Fact) -> None:
    known = stored(target)
    unsigned = b'"redacted_because":%b' % (decided.body[:-1] + b',"room_id":%b}' % orjson.dumps(room.room_id))
    relation = known.event.content.get("m.relates_to")
    if known.thread and isinstance(relation, dict) and relation.get("rel_type") == THREAD:
        # The relation goes with the content, and clients that have not seen the event could not tell where its gap stands.
        unsigned += b',"%b":%b' % (THREAD_ID.encode(), orjson.dumps(relation.get("event_id")))
    pdu = orjson.dumps(
        {
            "depth": known.event.depth,
            "prev_events": known.event.prev_events,
            "auth_events": known.event.auth_events,
            "hashes": {"sha256": known.event.content_hash},
        }
    )
    decided.rewrite = Rewrite(
        room.topic,
        target.position,
        redact_body(room.version, target.body),
        encode_meta(pdu, unsigned, known.device, known.txn, known.thread, redacted=True),
    )
    unit.rewrites.append(decided.rewrite)


def move_head(room: Room, unit: Unit, state: Provisional) -> None:
    """Moves the room's head, which refuses the unit when another writer was faster, rings the bells of those whose membership changed."""
    last = At(len(unit.facts) - 1)
    if not room.exists:
        unit.write(
            _NEW_ROOM,
            {
                "room_id": room.room_id,
                "version": room.version.id,
                "depth": state.depth,
                "head": state.head,
                "position": last,
            },
        )
    else:
        unit.write(
            _MOVE_HEAD,
            {
                "room": room.room_id,
                "expected_depth": room.depth,
                "new_depth": state.depth,
                "new_head": state.head,
                "new_position": last,
            },
            rows_expected=1,
        )
    # Memberships concern people who may not listen to the room yet: their own topic rings as well.
    by_user: dict[str, bytes] = {}
    for new in unit.facts:
        event = new.cache.event
        if event.type == "m.room.member" and event.state_key is not None:
            by_user[event.state_key] = orjson.dumps(
                {"room_id": room.room_id, "membership": event.content["membership"]}
            )
    for user_id, body in by_user.items():
        unit.append(user_topic(user_id), "membership", body, key=f"membership/{room.room_id}")
