"""A receipt, where it stands in the log, and how it is served."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
import orjson

from laiwang.kernel.members import user_topic
from laiwang.kernel.ports import Fact, NewFact

__all__ = [
    "FULLY_READ",
    "OWN",
    "PRIVATE",
    "PUBLIC",
    "Receipt",
    "decode",
    "own_prefix",
    "public_prefix",
    "public_receipt_in",
    "reader_of",
    "receipt_fact",
    "receipt_of",
    "receipts_topic",
    "served",
    "served_with_room",
]

PUBLIC = "m.read"
PRIVATE = "m.read.private"
FULLY_READ = "m.fully_read"
#: the keys of private receipts are `receipt/<room>/<thread>`, in the topic of their owner
OWN = "receipt"


class Receipt(msgspec.Struct, array_like=True, frozen=True):
    """`user_id` has read up to the event, at `ts` (ms). `thread` is empty for a receipt without one, else `main` or a root's id.

    `position` is the event's place in the log.
    """

    kind: str
    user_id: str
    event_id: str
    ts: int
    thread: str
    position: int


_encode = msgspec.json.Encoder().encode
decode = msgspec.json.Decoder(Receipt).decode


def receipts_topic(room_id: str) -> str:
    """The topic of a room's public receipts."""
    return f"receipts:{room_id}"


def public_prefix(user_id: str) -> str:
    """What the keys of a person's public receipts begin with. No user id is another one with a slash after it."""
    return f"{user_id}/"


def own_prefix(room_id: str) -> str:
    """What the keys of private receipts in a room begin with."""
    return f"{OWN}/{room_id}/"


def receipt_fact(room_id: str, receipt: Receipt) -> NewFact:
    """The fact that replaces the person's older receipt of the same kind and thread."""
    if receipt.kind == PUBLIC:
        topic, key = receipts_topic(room_id), public_prefix(receipt.user_id) + receipt.thread
    else:
        topic, key = user_topic(receipt.user_id), own_prefix(room_id) + receipt.thread
    return NewFact(topic, receipt.kind, _encode(receipt), key, cache=receipt)


def receipt_of(fact: Fact) -> Receipt:
    """The receipt in a fact; decoded at most once per fact in memory."""
    found = fact.cache
    if found is None:
        found = fact.cache = decode(fact.body)
    assert isinstance(found, Receipt)
    return found


def reader_of(fact: Fact) -> tuple[str, str] | None:
    """(person, room) of the receipt in a fact of any topic; None when it holds none."""
    if fact.topic.startswith("receipts:"):
        return receipt_of(fact).user_id, fact.topic[9:]
    if fact.kind == PRIVATE and fact.key is not None:
        return fact.topic[5:], fact.key[len(OWN) + 1 :].rpartition("/")[0]
    return None


def public_receipt_in(fact: Fact) -> tuple[str, str, int]:
    """(person, thread, position up to which she has read) of a fact of a room's public receipts; the thread as in `Receipt`."""
    receipt = receipt_of(fact)
    return receipt.user_id, receipt.thread, receipt.position


def served(receipts: Iterable[Receipt]) -> list[bytes]:
    """All receipts as m.receipt events: one, unless somebody has receipts in two threads at the same event, which one event
    cannot say. A receipt without a thread wins over those with one at the same event. Source: m.receipt, MSC4102."""
    layers: list[dict[str, Any]] = []
    unthreaded = set()
    for receipt in sorted(receipts, key=lambda one: one.thread):
        place = (receipt.event_id, receipt.kind, receipt.user_id)
        data: dict[str, Any] = {"ts": receipt.ts}
        if receipt.thread:
            if place in unthreaded:
                continue
            data["thread_id"] = receipt.thread
        else:
            unthreaded.add(place)
        for layer in layers:
            users = layer.setdefault(receipt.event_id, {}).setdefault(receipt.kind, {})
            if receipt.user_id not in users:
                users[receipt.user_id] = data
                break
        else:
            layers.append({receipt.event_id: {receipt.kind: {receipt.user_id: data}}})
    return [orjson.dumps({"type": "m.receipt", "content": layer}) for layer in layers]


def served_with_room(room_id: str, facts: Iterable[Fact]) -> list[bytes]:
    """The public receipts in facts of a room's topic, as m.receipt events that name the room: for application services."""
    named = orjson.dumps(room_id)
    return [b'{"room_id":%b,%b' % (named, one[1:]) for one in served(receipt_of(fact) for fact in facts)]
