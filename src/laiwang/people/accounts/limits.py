"""Rate limits: token buckets. Source: CS "Rate limiting".

What somebody can guess at (passwords, tokens) or flood others with (accounts, mails) is counted for all processes together in the database,
by its clock (`take`). The rest protects this process, and is counted in its memory (`check`): with several processes somebody who asks all
of them may do so much at each.
"""

from __future__ import annotations

import hashlib
import math
from collections import OrderedDict
from contextvars import ContextVar
from typing import Annotated

from msgspec import Meta

from laiwang.kernel.capability import Settings
from laiwang.kernel.errand import Errand
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Conflict, Tx, Unit
from laiwang.kit.refusals import limit_exceeded
from laiwang.people.accounts import store

__all__ = ["RateLimitSettings", "RateLimits"]

BUCKETS_MAX = 100_000
SWEEP_S = 3600.0
#: set within one request: each has a context of its own
_is_lifted: ContextVar[bool] = ContextVar("rate limits are lifted", default=False)


class RateLimitSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """How fast is too fast: steady rate per second and how much may come at once."""

    enabled: Annotated[bool, Meta(description="Whether anybody is ever told to slow down.")] = True
    messages_per_s: Annotated[
        float, Meta(gt=0, description="Messages and changes of state of one person per second.")
    ] = 10.0
    messages_burst: Annotated[float, Meta(ge=1, description="Messages and changes of state of one person at once.")] = (
        100.0
    )
    joins_per_s: Annotated[float, Meta(gt=0, description="Joins, knocks and new rooms of one person per second.")] = 1.0
    joins_burst: Annotated[float, Meta(ge=1, description="Joins, knocks and new rooms of one person at once.")] = 30.0
    invites_per_s: Annotated[float, Meta(gt=0, description="Invites of one person per second.")] = 0.5
    invites_burst: Annotated[float, Meta(ge=1, description="Invites of one person at once.")] = 100.0
    searches_per_s: Annotated[float, Meta(gt=0, description="Searches of one person per second.")] = 5.0
    searches_burst: Annotated[float, Meta(ge=1, description="Searches of one person at once.")] = 30.0
    logins_per_s: Annotated[
        float, Meta(gt=0, description="Login attempts per second, per account and per address.")
    ] = 0.2
    logins_burst: Annotated[float, Meta(ge=1, description="Login attempts at once, per account and per address.")] = (
        10.0
    )
    registrations_per_s: Annotated[float, Meta(gt=0, description="Registrations per second of one address.")] = 0.1
    registrations_burst: Annotated[float, Meta(ge=1, description="Registrations at once of one address.")] = 20.0
    tokens_per_s: Annotated[
        float, Meta(gt=0, description="Login tokens and OpenID tokens per second, each, of one person.")
    ] = 0.1
    tokens_burst: Annotated[float, Meta(ge=1, description="Login tokens and OpenID tokens at once, each.")] = 20.0
    previews_per_s: Annotated[float, Meta(gt=0, description="Previews of links for one person per second.")] = 2.0
    previews_burst: Annotated[float, Meta(ge=1, description="Previews of links for one person at once.")] = 30.0
    mails_per_s: Annotated[
        float,
        Meta(gt=0, description="Mails per second to one address, and asked for from one address or by one person."),
    ] = 0.005
    mails_burst: Annotated[float, Meta(ge=1, description="Mails at once to one address, and asked for by one.")] = 5.0
    reports_per_s: Annotated[float, Meta(gt=0, description="Reports of one person per second.")] = 0.05
    reports_burst: Annotated[float, Meta(ge=1, description="Reports of one person at once.")] = 20.0


class RateLimits:
    """Buckets by kind (message, join, invite, search, login, registration, token, preview, mail, report) and key (a person, an address)."""

    def __init__(self, settings: RateLimitSettings, kernel: Kernel) -> None:
        self._database = kernel.database
        self._clock = kernel.clock
        self._buckets: OrderedDict[tuple[str, str], tuple[float, float]] = OrderedDict()
        self.errand = Errand(kernel.leases, "full rate buckets", self._drop_full, is_woken=False)
        self.set_rates(settings)

    def set_rates(self, settings: RateLimitSettings) -> None:
        """These limits from now on; what was used up stays used up."""
        self._enabled = settings.enabled
        self._rates = {
            "message": (settings.messages_per_s, settings.messages_burst),
            "join": (settings.joins_per_s, settings.joins_burst),
            "invite": (settings.invites_per_s, settings.invites_burst),
            "search": (settings.searches_per_s, settings.searches_burst),
            "login": (settings.logins_per_s, settings.logins_burst),
            "registration": (settings.registrations_per_s, settings.registrations_burst),
            "token": (settings.tokens_per_s, settings.tokens_burst),
            "preview": (settings.previews_per_s, settings.previews_burst),
            "mail": (settings.mails_per_s, settings.mails_burst),
            "report": (settings.reports_per_s, settings.reports_burst),
        }

    def lift(self) -> None:
        """No limits for the rest of this request: an application service that is registered with `rate_limited: false`."""
        _is_lifted.set(True)

    def check(self, kind: str, key: str, count: int = 1) -> None:
        """Takes so many from the bucket (a whole bucket at most), or none. Raises Refused 429 with the time until there are."""
        if not self._enabled or _is_lifted.get():
            return
        rate, burst = self._rates[kind]
        wanted = min(count, int(burst))
        now = self._clock.monotonic()
        level, at = self._buckets.pop((kind, key), (burst, now))
        level = min(burst, level + (now - at) * rate)
        allowed = level >= wanted
        self._buckets[kind, key] = (level - wanted if allowed else level, now)
        if len(self._buckets) > BUCKETS_MAX:
            self._buckets.popitem(last=False)
        if not allowed:
            raise limit_exceeded(max(1, math.ceil((wanted - level) / rate * 1000)))

    async def take(self, kind: str, key: str, tx: Tx | None = None) -> None:
        """Takes one from the bucket that all processes share, or none; within an open transaction where there is one.
        Raises Refused 429 with the time until there is one, DatabaseDown."""
        self.check(kind, key)  # who is too fast for one process alone is not worth a question
        if not self._enabled or _is_lifted.get() or not self._database.is_shared:
            return
        rate, burst = self._rates[kind]
        name = f"{kind}/{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"
        cost_us = max(1, round(1_000_000 / rate))
        new = {"name": name, "free_us": 0}
        taken = {"of_bucket": name, "cost_us": cost_us, "room_us": int(burst) * cost_us}
        if tx is not None:
            await tx.execute(store.NEW_BUCKET, new)
            if await tx.execute(store.TAKE_FROM_BUCKET, taken):
                return
            row = await tx.fetch_one(store.BUCKET, {"of_bucket": name})
        else:
            unit = Unit()
            unit.write(store.NEW_BUCKET, new)
            unit.write(store.TAKE_FROM_BUCKET, taken, rows_expected=1)
            try:
                await self._database.commit(unit)
            except Conflict:
                row = await self._database.fetch_one(store.BUCKET, {"of_bucket": name})
            else:
                return
        used_us = 0 if row is None else int(row[0])
        raise limit_exceeded(max(1, math.ceil((used_us + cost_us - int(burst) * cost_us) / 1000)))

    async def _drop_full(self) -> float:
        """Buckets that are full again say nothing."""
        unit = Unit()
        unit.write(store.DROP_FULL_BUCKETS, {})
        await self._database.commit(unit)
        return SWEEP_S
