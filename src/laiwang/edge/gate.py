"""Who is let in when many come at once. What one request, body or connection may take is bounded where it comes in; here it is bounded
for all of them together, and who is too many is told at once to come again: who is in is answered in time, and memory stays bounded.

Source: RFC 9110, 10.2.3 "Retry-After".
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from typing import Annotated

import msgspec
from msgspec import Meta

from laiwang.edge.exchange import Exchange
from laiwang.kernel.capability import Settings
from laiwang.kit.refusals import Busy

__all__ = ["Gate", "LimitSettings"]

#: who is refused comes again at different times
RETRY_MS_MIN, RETRY_MS_MAX = 1_000, 5_000
#: what an operator needs to see when the server is full
ALWAYS_OPEN = frozenset({b"/healthz", b"/metrics"})
SURPLUS_MAX = 512
REASONS = ("connections", "requests", "waiting", "bodies", "answers")


class LimitSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `limits`."""

    connections_max: Annotated[
        int,
        Meta(ge=10, description="Open connections. Further ones are answered 503 and closed."),
    ] = 60_000
    waiting_max: Annotated[
        int,
        Meta(
            ge=1,
            description="Clients that wait for news (/sync), at about 25 KiB of memory each. Further ones are answered 503.",
        ),
    ] = 50_000
    requests_max: Annotated[
        int,
        Meta(
            ge=1,
            description="Requests at work at the same time, without those that wait for news. Further ones are answered 503.",
        ),
    ] = 5_000
    bodies_mib_max: Annotated[
        int,
        Meta(ge=1, description="Bodies of all requests under way, in MiB of memory. Who sends more is answered 503."),
    ] = 256
    answers_mib_max: Annotated[
        int,
        Meta(
            ge=1,
            description="Answers that clients have not fetched yet, in MiB of memory. The connections with the most are closed.",
        ),
    ] = 512


class Gate:
    """Counts what is under way. `parked` says how many of the requests at work only wait; `refused` how many were sent away, by reason."""

    def __init__(self, limits: LimitSettings | None = None, parked: Callable[[], int] = lambda: 0) -> None:
        self._parked = parked
        self._allowed = sys.maxsize
        #: a connection that is too many stays until it was told so; of these there may be as many more
        self.connections_bound = 0
        self._bodies_bytes_max = self.answers_bytes_max = 0
        self.take(limits or LimitSettings())
        self.connections_open = 0
        self.at_work = 0
        self.body_bytes = 0
        self.refused = dict.fromkeys(REASONS, 0)

    def take(self, limits: LimitSettings) -> None:
        """These hold from now on; nobody who is in is sent away."""
        count = min(limits.connections_max, self._allowed)
        self.limits = msgspec.structs.replace(limits, connections_max=count)
        self.connections_bound = count + min(count // 10 + 64, SURPLUS_MAX)
        self._bodies_bytes_max = limits.bodies_mib_max << 20
        self.answers_bytes_max = limits.answers_mib_max << 20

    def allow_connections(self, count: int) -> None:
        """The system allows no more, whatever the settings say."""
        self._allowed = count
        self.take(self.limits)

    @property
    def active(self) -> int:
        """Requests at work that do not only wait."""
        return self.at_work - self._parked()

    def admit(self, exchange: Exchange, *, is_surplus: bool) -> None:
        """Called with each planned request. Raises Busy when it is too many."""
        if exchange.path in ALWAYS_OPEN:
            return
        if is_surplus:
            raise self.busy("connections")
        limits = self.limits
        if exchange.is_long_poll and self._parked() >= limits.waiting_max:
            raise self.busy("waiting")
        if self.at_work >= limits.requests_max and self.active >= limits.requests_max:
            raise self.busy("requests")

    def busy(self, reason: str) -> Busy:
        """One more is sent away."""
        self.refused[reason] += 1
        return Busy(random.randint(RETRY_MS_MIN, RETRY_MS_MAX))

    def hold(self, exchange: Exchange, size_bytes: int) -> bool:
        """Takes memory for a body; False when there is none left."""
        if self.body_bytes + size_bytes > self._bodies_bytes_max:
            return False
        self.body_bytes += size_bytes
        exchange.held_bytes += size_bytes
        return True

    def release(self, exchange: Exchange) -> None:
        """It needs it no more."""
        self.body_bytes -= exchange.held_bytes
        exchange.held_bytes = 0
