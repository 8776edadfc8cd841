"""Too many at once: who is too many is told so at once and may come again, and who is in does not notice."""

from __future__ import annotations

import asyncio
from typing import Any

from laiwang.edge.gate import LimitSettings
from tests.edge.conftest import API, Here, listening
from tests.edge.test_connection import Wire

BODY_BYTES = 900 << 10


def ask(wire: Wire, method: str, path: str, length: int = 0) -> None:
    """Sends the head of a request."""
    wire.send(f"{method} {API}/{path} HTTP/1.1\nHost: x\nContent-Length: {length}\n\n")


async def sent_away(wire: Wire) -> dict[str, str]:
    """The next answer says to come again, in a way that clients understand; its headers."""
    status, headers, body = await wire.answer()
    assert status == 503
    assert body["errcode"] == "M_UNKNOWN"
    assert 1 <= int(headers["retry-after"]) <= 5
    assert 1000 <= body["retry_after_ms"] <= 5000
    assert "retry-after" in headers["access-control-expose-headers"]
    return headers


def refused(here: Here) -> dict[str, int]:
    """Who was sent away, by reason."""
    return {reason: count for reason, count in here.connections.gate.refused.items() if count}


async def test_more_requests_than_can_be_at_work() -> None:
    """The second is sent away while the first is at work; its connection goes on. Those that only wait do not count."""
    async with listening(LimitSettings(requests_max=1)) as here:
        first, second, waiting = [await Wire.to(here) for _ in range(3)]
        ask(waiting, "GET", "wait")
        await here.parked.wait()
        here.parked.clear()
        ask(first, "POST", "work")
        await here.parked.wait()
        ask(second, "PUT", "echo/a", 4)
        second.send(b"body")
        headers = await sent_away(second)
        assert "connection" not in headers
        assert refused(here) == {"requests": 1}
        here.finish.set()
        assert (await first.answer())[0] == 200
        ask(second, "PUT", "echo/again", 4)
        second.send(b"body")
        assert (await second.answer())[2]["body"] == "body"


async def test_more_than_may_wait() -> None:
    """A client that would wait is sent away when so many wait; other requests are answered."""
    async with listening(LimitSettings(waiting_max=1)) as here:
        first, second = [await Wire.to(here) for _ in range(2)]
        ask(first, "GET", "wait")
        await here.parked.wait()
        ask(second, "GET", "wait")
        await sent_away(second)
        ask(second, "GET", "echo/still")
        assert (await second.answer())[0] == 200
        here.finish.set()
        assert (await first.answer())[0] == 200
        assert refused(here) == {"waiting": 1}


async def test_more_connections_than_may_be_open() -> None:
    """One more is told so and closed; far too many are closed without a word. When others have gone there is room again."""
    async with listening(LimitSettings(connections_max=10)) as here:
        wires = [await Wire.to(here) for _ in range(10)]
        for wire in wires:
            ask(wire, "GET", "echo/in")
            assert (await wire.answer())[0] == 200
        late = await Wire.to(here)
        ask(late, "GET", "echo/late")
        assert (await sent_away(late))["connection"] == "close"
        assert await late.ended() == b""
        silent = [await Wire.to(here) for _ in range(here.connections.gate.connections_bound - 10 + 1)]
        assert await silent[-1].ended() == b""
        for wire in (*wires, *silent):
            wire.close()
        await here.connections.wait_for_none()
        ask(again := await Wire.to(here), "GET", "echo/again")
        assert (await again.answer())[0] == 200


async def test_more_bodies_than_there_is_memory_for() -> None:
    """Who comes late is not waited for; what one held is free again when she was answered, or has gone."""
    async with listening(LimitSettings(bodies_mib_max=1)) as here:
        gate = here.connections.gate
        first, second = [await Wire.to(here) for _ in range(2)]
        for wire in (first, second):
            ask(wire, "POST", "work", BODY_BYTES)
        first.send(b"x" * (BODY_BYTES - 1))
        second.send(b"y" * (BODY_BYTES - 1))
        answered = [asyncio.create_task(sent_away(wire)) for wire in (first, second)]
        done, waits = await asyncio.wait(answered, return_when=asyncio.FIRST_COMPLETED)
        assert len(done) == 1
        assert (await done.pop())["connection"] == "close"
        assert refused(here) == {"bodies": 1}
        (wait,) = waits
        wait.cancel()
        (first if wait is answered[0] else second).close()
        third = await Wire.to(here)
        await _until_free(here)
        ask(third, "POST", "upload", 4)
        third.send(b"body")
        assert (await third.answer())[2] == {"size": 4}
        assert gate.body_bytes == 0


async def _until_free(here: Here) -> None:
    """Asks until the listener has noticed who left."""
    while here.connections.gate.body_bytes:
        ask(wire := await Wire.to(here), "GET", "echo/a")
        await wire.answer()


async def test_answers_that_nobody_fetches() -> None:
    """Where clients leave too much, the connection that leaves the most is closed, and the others stay."""
    async with listening(LimitSettings(answers_mib_max=1)) as here:
        greedy, modest = [await Wire.to(here) for _ in range(2)]
        ask(greedy, "GET", "large/20000000")
        ask(modest, "GET", "echo/a")
        assert (await modest.answer())[0] == 200
        loop = asyncio.get_running_loop()
        while not refused(here):
            ask(modest, "GET", "echo/a")
            assert (await modest.answer())[0] == 200
            here.connections.sweep(loop.time())
        assert refused(here) == {"answers": 1}
        ask(modest, "GET", "echo/still")
        assert (await modest.answer())[0] == 200


async def test_a_flood_of_requests_on_one_connection() -> None:
    """Whoever sends without end and without waiting is cut off, while what she sent is still bounded."""
    async with listening() as here:
        flood = await Wire.to(here)
        ask(flood, "POST", "work")
        await here.parked.wait()
        flood.send(f"GET {API}/echo/a HTTP/1.1\nHost: x\n\n" * 1000)
        try:
            rest: Any = await flood.ended()
        except ConnectionError:
            rest = b""
        assert rest == b""
