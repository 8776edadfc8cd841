"""How far people have read, from memory where it is known."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping

from laiwang.chat.receipts import store
from laiwang.chat.receipts.model import (
    Receipt,
    decode,
    own_prefix,
    public_prefix,
    reader_of,
    receipt_of,
    receipts_topic,
)
from laiwang.kernel.machine import Kernel
from laiwang.kernel.members import user_topic
from laiwang.kernel.ports import Fact

__all__ = ["Marks", "Queries"]

MARKS_CACHED_MAX = 50_000


class Marks:
    """Where one person stands in one room: positions that only grow."""

    __slots__ = ("by_kind", "furthest")

    def __init__(self) -> None:
        self.by_kind: dict[tuple[str, str], int] = {}
        #: by thread: the further of the public and the private receipt
        self.furthest: dict[str, int] = {}

    def advance(self, receipt: Receipt) -> None:
        """Counts a durable receipt in."""
        place = (receipt.kind, receipt.thread)
        self.by_kind[place] = max(receipt.position, self.by_kind.get(place, 0))
        self.furthest[receipt.thread] = max(receipt.position, self.furthest.get(receipt.thread, 0))


class Queries:
    """Marks by (person, room). Whatever becomes durable is counted in, also while older receipts are being read."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        self._cache: OrderedDict[tuple[str, str], Marks] = OrderedDict()
        self._loading: dict[tuple[str, str], list[Marks]] = {}

    async def read_up_to(self, user_id: str, room_id: str) -> Mapping[str, int]:
        """Position of the last event that was read, by thread: a root's id, `main`, or empty for what was said without a thread.

        Do not change it; it changes with the next receipt.
        """
        return (await self.marks(user_id, room_id)).furthest

    async def marks(self, user_id: str, room_id: str) -> Marks:
        """Where a person stands in a room."""
        place = (user_id, room_id)
        found = self._cache.get(place)
        if found is not None:
            self._cache.move_to_end(place)
            return found
        marks = Marks()
        self._loading.setdefault(place, []).append(marks)
        try:
            params = store.person_params(
                receipts_topic(room_id), public_prefix(user_id), user_topic(user_id), own_prefix(room_id)
            )
            for (body,) in await self._kernel.database.fetch(store.OF_PERSON, params):
                marks.advance(decode(body))
        finally:
            loading = self._loading[place]
            loading.remove(marks)
            if not loading:
                del self._loading[place]
        marks = self._cache.setdefault(place, marks)
        if len(self._cache) > MARKS_CACHED_MAX:
            self._cache.popitem(last=False)
        return marks

    def heard(self, fact: Fact) -> None:
        """Takes a receipt."""
        place = reader_of(fact)
        if place is None:
            return
        known = self._cache.get(place)
        if known is not None:
            known.advance(receipt_of(fact))
        for marks in self._loading.get(place, ()):
            marks.advance(receipt_of(fact))
