"""Uvicorn's HTTP protocol with one extension: a whole answer in one message, written in one piece.

The two messages of ASGI cost a check of every header and two writes for each answer; nine in ten answers are small JSON with
headers that never change. The extension is announced in the scope as ASGI wants it (spec, "Extensions"); an application that does
not know it, and every other answer, goes uvicorn's own way. Measured in docs/adr/0003.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle

if TYPE_CHECKING:
    from uvicorn._types import ASGI3Application

__all__ = ["EXTENSION", "WHOLE", "LaiwangProtocol"]

EXTENSION = "laiwang.response.whole"
#: {"type": WHOLE, "status": int, "head": bytes (header lines, each with its end), "body": bytes}
WHOLE = EXTENSION


class _Cycle(RequestResponseCycle):
    async def send(self, message: Any) -> None:
        if message["type"] != WHOLE or self.response_started:
            await super().send(message)
            return
        if self.flow.write_paused and not self.disconnected:
            await self.flow.drain()
        if self.disconnected:
            return
        self.response_started = True
        self.response_complete = True
        self.waiting_for_100_continue = False
        parts = [STATUS_LINE[message["status"]]]
        for name, value in self.default_headers:
            parts += (name, b": ", value, b"\r\n")
        parts += (message["head"], b"\r\n" if self.keep_alive else b"connection: close\r\n\r\n", message["body"])
        self.transport.write(b"".join(parts))
        self.message_event.set()
        if not self.keep_alive:
            self.transport.close()
        self.on_response()


class LaiwangProtocol(HttpToolsProtocol):
    """What uvicorn is given as its HTTP implementation."""

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        if cycle.scope["method"] != "HEAD":
            cycle.__class__ = _Cycle
            cycle.scope["extensions"] = {EXTENSION: {}}
        super()._start_asgi_task(cycle, app)
