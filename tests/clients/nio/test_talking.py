"""Two people talk with matrix-nio."""

from collections.abc import Iterable
from typing import Any

import nio
from nio.api import MessageDirection, ReceiptType

from tests.clients.nio.companion import Companion, good


def text(body: str, **more: Any) -> dict[str, Any]:
    """The content of a text message."""
    return {"msgtype": "m.text", "body": body, **more}


def ids(events: Iterable[object]) -> list[str]:
    """The ids of events, all of which nio understood."""
    return [event.event_id for event in events if isinstance(event, nio.Event)]


async def test_text_in_both_directions(alice: Companion, bob: Companion, room: str) -> None:
    """What one says the other one sees, once, under her name."""
    hello = await alice.send(room, text("你好 👋"))
    seen = await bob.seen(nio.RoomMessageText, lambda event: event.event_id == hello, room)
    assert (seen.body, seen.sender) == ("你好 👋", alice.user_id)
    answer = await bob.send(room, text("hello"))
    for companion in (alice, bob):  # who sends hears her own message by a sync of her own, before or after the other
        await companion.seen(nio.RoomMessageText, lambda event: event.event_id == answer, room)
        bodies = [event.body for _, event in companion.told if isinstance(event, nio.RoomMessageText)]
        assert bodies == ["你好 👋", "hello"]


async def test_reply_edit_and_reaction(alice: Companion, bob: Companion, room: str) -> None:
    """Relations come through as they were sent."""
    question = await alice.send(room, text("Tea?"))
    await bob.seen(nio.RoomMessageText, lambda event: event.event_id == question)

    reply = await bob.send(room, text("Yes", **{"m.relates_to": {"m.in_reply_to": {"event_id": question}}}))
    replied = await alice.seen(nio.RoomMessageText, lambda event: event.event_id == reply)
    assert replied.source["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == question

    relation = {"rel_type": "m.replace", "event_id": question}
    edit = await alice.send(
        room, text("* Green tea?", **{"m.new_content": text("Green tea?"), "m.relates_to": relation})
    )
    edited = await bob.seen(nio.RoomMessageText, lambda event: event.event_id == edit)
    assert edited.source["content"]["m.new_content"]["body"] == "Green tea?"
    assert edited.source["content"]["m.relates_to"] == relation

    relation = {"rel_type": "m.annotation", "event_id": question, "key": "🍵"}
    reaction = await bob.send(room, {"m.relates_to": relation}, "m.reaction")
    reacted = await alice.seen(nio.ReactionEvent, lambda event: event.event_id == reaction)
    assert (reacted.reacts_to, reacted.key, reacted.sender) == (question, "🍵", bob.user_id)

    original = good(await bob.client.room_get_event(room, question), nio.RoomGetEventResponse).event
    assert isinstance(original, nio.RoomMessageText)
    assert original.source["unsigned"]["m.relations"]["m.replace"]["event_id"] == edit


async def test_redaction(alice: Companion, bob: Companion, room: str) -> None:
    """What was taken back is empty for everybody."""
    slip = await alice.send(room, text("a slip of the tongue"))
    await bob.seen(nio.RoomMessageText, lambda event: event.event_id == slip)
    good(await alice.client.room_redact(room, slip, reason="typed too fast"), nio.RoomRedactResponse)
    redaction = await bob.seen(nio.RedactionEvent)
    assert (redaction.redacts, redaction.reason) == (slip, "typed too fast")
    left = good(await bob.client.room_get_event(room, slip), nio.RoomGetEventResponse).event
    assert isinstance(left, nio.RedactedEvent)
    assert left.redacter == alice.user_id
    assert left.source["content"] == {}


async def test_typing(alice: Companion, bob: Companion, room: str) -> None:
    """Who types is seen to type, until she stops."""
    good(await alice.client.room_typing(room, typing_state=True, timeout=60_000), nio.RoomTypingResponse)
    await bob.seen(nio.TypingNoticeEvent, lambda event: event.users == [alice.user_id], room)
    assert bob.client.rooms[room].typing_users == [alice.user_id]
    good(await alice.client.room_typing(room, typing_state=False), nio.RoomTypingResponse)
    await bob.seen(nio.TypingNoticeEvent, lambda event: event.users == [], room)


async def test_read_receipts(alice: Companion, bob: Companion, room: str) -> None:
    """The sender learns who has read how far; the reader's own marks come back to her."""
    said = await alice.send(room, text("read me"))
    await bob.seen(nio.RoomMessageText, lambda event: event.event_id == said)
    good(await bob.client.update_receipt_marker(room, said), nio.UpdateReceiptMarkerResponse)

    def read_by_bob(event: nio.ReceiptEvent) -> bool:
        return any(
            (receipt.user_id, receipt.event_id, ReceiptType(receipt.receipt_type))
            == (bob.user_id, said, ReceiptType.read)
            for receipt in event.receipts
        )

    await alice.seen(nio.ReceiptEvent, read_by_bob, room)
    assert alice.client.rooms[room].threaded_read_receipts[bob.user_id]["main"].event_id == said

    good(await bob.client.room_read_markers(room, said, said), nio.RoomReadMarkersResponse)
    marker = await bob.seen(nio.FullyReadEvent, room=room)
    assert marker.event_id == said
    await alice.until(lambda: bob.user_id in alice.client.rooms[room].read_receipts)
    assert alice.client.rooms[room].read_receipts[bob.user_id].event_id == said


async def test_history(alice: Companion, bob: Companion, room: str) -> None:
    """Scrolling back shows everything, once, newest first; scrolling forward the same the other way round."""
    said = [await alice.send(room, text(f"line {number}")) for number in range(25)]
    await bob.seen(nio.RoomMessageText, lambda event: event.event_id == said[-1])

    async def pages(direction: MessageDirection) -> list[str]:
        found: list[str] = []
        start = None
        while True:
            page = good(
                await bob.client.room_messages(room, start, direction=direction, limit=7), nio.RoomMessagesResponse
            )
            assert len(page.chunk) <= 7
            found += [event.event_id for event in page.chunk if isinstance(event, nio.RoomMessageText)]
            if not page.end:
                return found
            start = page.end

    assert await pages(MessageDirection.back) == said[::-1]
    assert await pages(MessageDirection.front) == said

    around = good(await bob.client.room_context(room, said[12], limit=4), nio.RoomContextResponse)
    assert ids([around.event]) == [said[12]]
    assert ids(around.events_before) == [said[11], said[10]]
    assert ids(around.events_after) == [said[13], said[14]]
