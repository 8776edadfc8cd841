"""How far somebody has read: forward only, thread by thread, known from memory and after a restart alike."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from laiwang.chat.receipts.model import Receipt, receipt_fact
from laiwang.chat.receipts.queries import Queries
from laiwang.kernel.ports import Fact
from laiwang.kernel.room import Draft, Room
from tests.chat.server import ALICE, BOB, CAROL

from .conftest import World


async def test_a_receipt_moves_forward_only(world: World, room: Room) -> None:
    first, second = await world.send(room, BOB), await world.send(room, BOB)
    assert await world.receipts.read_up_to(ALICE, room.room_id) == {}
    await world.read(ALICE, first)
    assert await world.receipts.read_up_to(ALICE, room.room_id) == {"": first.position}
    await world.read(ALICE, second)
    await world.read(ALICE, first)
    assert await world.receipts.read_up_to(ALICE, room.room_id) == {"": second.position}
    assert await world.receipts.read_up_to(BOB, room.room_id) == {}


async def test_many_receipts_at_once_end_at_the_furthest(world: World, room: Room) -> None:
    events = [await world.send(room, BOB) for _ in range(10)]
    await asyncio.gather(*(world.read(ALICE, event) for event in [*events[5:], *events[:5]]))
    assert await world.receipts.read_up_to(ALICE, room.room_id) == {"": events[-1].position}
    told = (await world.sync(BOB))["rooms"]["join"][room.room_id]["ephemeral"]["events"]
    assert [set(event["content"]) for event in told] == [{events[-1].event_id}]


async def test_public_and_private_receipts_count_alike(world: World, room: Room) -> None:
    events = [await world.send(room, BOB) for _ in range(3)]
    await world.read(ALICE, events[1], kind="m.read.private")
    await world.read(ALICE, events[0])
    assert await world.receipts.read_up_to(ALICE, room.room_id) == {"": events[1].position}
    await world.read(ALICE, events[2])
    assert await world.receipts.read_up_to(ALICE, room.room_id) == {"": events[2].position}


async def test_each_thread_has_a_mark_of_its_own(world: World, room: Room) -> None:
    root = await world.send(room, BOB)
    relation = {"rel_type": "m.thread", "event_id": root.event_id}
    inside, outside = await world.send(room, BOB, relation), await world.send(room, BOB)
    await world.read(ALICE, inside, thread=root.event_id)
    await world.read(ALICE, outside, thread="main")
    await world.read(ALICE, root)
    expected = {root.event_id: inside.position, "main": outside.position, "": root.position}
    assert await world.receipts.read_up_to(ALICE, room.room_id) == expected
    await world.read(ALICE, root, thread=root.event_id)
    assert await world.receipts.read_up_to(ALICE, room.room_id) == expected


async def test_marks_are_read_back_after_a_restart(world: World, room: Room, tmp_path: Path) -> None:
    first, second = await world.send(room, BOB), await world.send(room, BOB)
    await world.read(ALICE, first)
    await world.read(ALICE, first, thread="main")
    await world.read(ALICE, second, kind="m.read.private")
    await world.read(ALICE, first, kind="m.fully_read")
    await world.stop()
    again = World(tmp_path)
    await again.start(again.data.manifest(), again.receipts.manifest())
    marks = {"": second.position, "main": first.position}
    assert await again.receipts.read_up_to(ALICE, room.room_id) == marks
    assert await again.receipts.read_up_to(BOB, room.room_id) == {}
    await again.stop()


async def test_a_receipt_during_the_first_look_is_not_lost(world: World, room: Room, tmp_path: Path) -> None:
    events = [await world.send(room, BOB) for _ in range(20)]
    looks = (world.receipts.read_up_to(ALICE, room.room_id) for _ in range(20))
    await asyncio.gather(*(world.read(ALICE, event) for event in events), *looks)
    assert await world.receipts.read_up_to(ALICE, room.room_id) == {"": events[-1].position}


async def test_what_becomes_durable_while_older_marks_are_read_counts(world: World, room: Room) -> None:
    """The rows may have been read just before the new receipt was written."""
    event = await world.send(room, BOB)
    queries = Queries(world.kernel)
    looking = asyncio.create_task(queries.marks(ALICE, room.room_id))
    await asyncio.sleep(0)
    receipt = receipt_fact(room.room_id, Receipt("m.read", ALICE, event.event_id, 1, "main", event.position))
    queries.heard(Fact(99, receipt.topic, receipt.kind, receipt.key, 0, receipt.body, None))
    assert (await looking).furthest == {"main": event.position}
    assert await queries.read_up_to(ALICE, room.room_id) == {"main": event.position}


# --- what is refused ------------------------------------------------------------------------------------------------------


async def test_only_members_read(world: World, room: Room) -> None:
    event = await world.send(room, ALICE)
    names = {"roomId": room.room_id, "receiptType": "m.read", "eventId": event.event_id}
    assert await world.refusal("postReceipt", CAROL, {}, **names) == (403, "M_FORBIDDEN")
    assert await world.refusal("setReadMarker", CAROL, {}, **names) == (403, "M_FORBIDDEN")
    names["roomId"] = "!nowhere:example.org"
    assert await world.refusal("postReceipt", ALICE, {}, **names) == (403, "M_FORBIDDEN")
    await world.move(room, BOB, "leave")
    assert await world.refusal("postReceipt", BOB, {}, **names) == (403, "M_FORBIDDEN")


async def test_only_events_of_the_room_are_read(world: World, room: Room) -> None:
    elsewhere = await world.send(await world.room_of(ALICE), ALICE)
    for event_id in (elsewhere.event_id, "$never"):
        names = {"roomId": room.room_id, "receiptType": "m.read", "eventId": event_id}
        assert await world.refusal("postReceipt", ALICE, {}, **names) == (404, "M_NOT_FOUND")
        refusal = await world.refusal("setReadMarker", ALICE, {"m.fully_read": event_id}, roomId=room.room_id)
        assert refusal == (404, "M_NOT_FOUND")


@pytest.mark.parametrize(
    ("kind", "body", "refusal"),
    [
        ("m.seen", {}, (400, "M_INVALID_PARAM")),
        ("m.read", {"thread_id": ""}, (400, "M_INVALID_PARAM")),
        ("m.read", {"thread_id": 7}, (400, "M_INVALID_PARAM")),
        ("m.read", {"thread_id": None}, (400, "M_INVALID_PARAM")),
        ("m.read", {"thread_id": "$other"}, (400, "M_INVALID_PARAM")),
        ("m.fully_read", {"thread_id": "main"}, (400, "M_INVALID_PARAM")),
        ("m.read", [], (400, "M_BAD_JSON")),
        ("m.read", b"{", (400, "M_NOT_JSON")),
    ],
)
async def test_wrong_receipts_are_refused(
    world: World, room: Room, kind: str, body: Any, refusal: tuple[int, str]
) -> None:
    event = await world.send(room, BOB)
    names = {"roomId": room.room_id, "receiptType": kind, "eventId": event.event_id}
    assert await world.refusal("postReceipt", ALICE, body, **names) == refusal
    assert await world.receipts.read_up_to(ALICE, room.room_id) == {}


async def test_an_event_is_read_in_its_own_thread(world: World, room: Room) -> None:
    root = await world.send(room, BOB)
    inside = await world.send(room, BOB, {"rel_type": "m.thread", "event_id": root.event_id})
    annotation = {"rel_type": "m.annotation", "event_id": inside.event_id, "key": "x"}
    reaction = await world.send(room, BOB, annotation)
    edit = await world.send(room, BOB, {"rel_type": "m.replace", "event_id": root.event_id})
    for event in (inside, reaction):
        names = {"roomId": room.room_id, "receiptType": "m.read", "eventId": event.event_id}
        for thread in ("main", inside.event_id):
            refusal = await world.refusal("postReceipt", ALICE, {"thread_id": thread}, **names)
            assert refusal == (400, "M_INVALID_PARAM")
        await world.read(ALICE, event, thread=root.event_id)
    # A root stands in the main timeline and begins its thread; an edit of it does as it does.
    for event in (root, edit):
        await world.read(ALICE, event, thread="main")
        await world.read(ALICE, event, thread=root.event_id)
    marks = await world.receipts.read_up_to(ALICE, room.room_id)
    assert marks == {"main": edit.position, root.event_id: edit.position}


async def test_a_redacted_message_can_still_be_read_in_its_thread(world: World, room: Room) -> None:
    root = await world.send(room, BOB)
    inside = await world.send(room, BOB, {"rel_type": "m.thread", "event_id": root.event_id})
    redaction = Draft(
        "m.room.redaction",
        BOB,
        {"redacts": inside.event_id},
        redacts=inside.event_id,
        redacted_fact=inside.fact,
    )
    await world.kernel.rooms.submit(room, [redaction])
    names = {"roomId": room.room_id, "receiptType": "m.read", "eventId": inside.event_id}
    refusal = await world.refusal("postReceipt", ALICE, {"thread_id": "$never"}, **names)
    assert refusal == (400, "M_INVALID_PARAM")
    await world.read(ALICE, inside, thread=root.event_id)
    assert await world.receipts.read_up_to(ALICE, room.room_id) == {root.event_id: inside.position}


# --- the fully-read marker ------------------------------------------------------------------------------------------------


async def test_the_fully_read_marker_is_account_data_and_moves_forward_only(world: World, room: Room) -> None:
    first, second = await world.send(room, BOB), await world.send(room, BOB)
    await world.read(ALICE, second, kind="m.fully_read")
    await world.read(ALICE, first, kind="m.fully_read")
    assert await world.data.content(ALICE, "m.fully_read", room.room_id) == {"event_id": second.event_id}
    assert await world.receipts.read_up_to(ALICE, room.room_id) == {}


async def test_read_markers_sets_all_three_at_once(world: World, room: Room) -> None:
    events = [await world.send(room, BOB) for _ in range(3)]
    kinds = ("m.fully_read", "m.read", "m.read.private")
    body = {kind: event.event_id for kind, event in zip(kinds, events, strict=True)}
    await world.call("setReadMarker", ALICE, body, roomId=room.room_id)
    assert await world.data.content(ALICE, "m.fully_read", room.room_id) == {"event_id": events[0].event_id}
    assert await world.receipts.read_up_to(ALICE, room.room_id) == {"": events[2].position}
    await world.call("setReadMarker", ALICE, {}, roomId=room.room_id)


@pytest.mark.parametrize(
    ("body", "errcode"), [({"m.read": 1}, "M_BAD_JSON"), ({"m.fully_read": "event"}, "M_INVALID_PARAM")]
)
async def test_wrong_read_markers_are_refused(world: World, room: Room, body: Any, errcode: str) -> None:
    assert await world.refusal("setReadMarker", ALICE, body, roomId=room.room_id) == (400, errcode)
