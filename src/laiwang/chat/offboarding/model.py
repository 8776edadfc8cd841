"""The bodies of the API of offboarding. Times are in milliseconds since 1970."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

__all__ = ["AccountEnd", "Departure", "DeparturePage", "NewDeparture"]

AccountEnd = Literal["keep", "lock", "deactivate"]


class NewDeparture(Struct):
    """Somebody is to leave. `heir` is a member of the organisation who gets what only the leaver administered; the leaver's account is kept
    (it is her own), locked, or ended for good once her rooms are handed over."""

    heir: str
    account: AccountEnd = "lock"


class Departure(Struct):
    """Somebody who left, and how far her rooms are handed over: `rooms_done` are those that were looked at, `rooms_given` those that got
    the heir, `rooms_refused` those that did not take her. `finished_ms` is absent while it goes on."""

    departure_id: str
    user_id: str
    heir: str
    account: AccountEnd
    actor: str
    started_ms: int
    finished_ms: int | None
    rooms_done: int
    rooms_given: int
    rooms_refused: int


class DeparturePage(Struct):
    """A page of departures; `next` goes into `from` of the next request, and is absent at the end."""

    departures: list[Departure]
    next: str | None = None
