"""Which events name which files, and files that go with the last message that named them.

What is to go is written in the unit of whatever took its message away, so that a crash leaves no file behind. Files in encrypted rooms are
named where the server cannot read it: they stay.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from contextlib import suppress

from laiwang.chat.media import store
from laiwang.chat.media.custody import Custody
from laiwang.chat.media.model import PENDING
from laiwang.chat.media.queries import Library
from laiwang.chat.media.rules import media_in
from laiwang.kernel.errand import Errand
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Unit, Write
from laiwang.kernel.room import Decided
from laiwang.kit.refusals import Refused

__all__ = ["Disposal"]

AT_ONCE = 100


class Disposal:
    """`is_shown(user_id, content URI)` tells of a file in a person's profile or among her stickers."""

    def __init__(
        self,
        kernel: Kernel,
        library: Library,
        custody: Custody,
        is_shown: Callable[[str, str], Awaitable[bool]],
    ) -> None:
        self._kernel = kernel
        self._library = library
        self._custody = custody
        self._is_shown = is_shown
        self.errand = Errand(kernel.leases, "media disposal", self._work)

    def uses(self, decided: Decided) -> Sequence[Write]:
        """Rows of the files that an event names, or named before it is redacted; written in the unit of the event."""
        redacted = decided.draft.redacted_fact
        if redacted is not None:
            if b"mxc://" not in redacted.body:
                return ()
            return (Write(store.DROP_USES, {"at": redacted.position}),)
        if b"mxc://" not in decided.body:
            return ()
        named = media_in(decided.event.content, self._kernel.server_name)
        place = {"position": decided.at, "room_id": decided.event.room_id}
        return tuple(Write(store.ADD_USE, {"media_id": one, **place}) for one in sorted(named))

    def rows(self, user_id: str, media_ids: Iterable[str]) -> Sequence[Write]:
        """Rows that say that a person's files go, unless they are used elsewhere. Commit them, then `wake`."""
        return tuple(Write(store.GIVE_UP, {"media_id": one, "user_id": user_id}) for one in sorted(media_ids))

    def end_use(self, position: int) -> Write:
        """The row that says that an event is gone, and names no file any more."""
        return Write(store.DROP_USES, {"at": position})

    def wake(self) -> None:
        """There may be files to delete."""
        self.errand.wake()

    async def sweep(self, *, before_ms: int, except_of: Collection[str]) -> int:
        """Deletes files of before then that nobody has ever looked at, no event names and no profile shows; answers how many."""
        count, after_ms, after = 0, 0, ""
        while True:
            params = {"before_ms": before_ms, "after_ms": after_ms, "after": after, "most": AT_ONCE}
            rows = await self._kernel.database.fetch(store.UNUSED, params)
            unit = Unit()
            for media_id, user_id, _ in rows:
                if user_id not in except_of:
                    unit.writes.extend(self.rows(user_id, (media_id,)))
            if unit.writes:
                count += len(unit.writes)
                await self._kernel.log.append(unit)
                self.wake()
            if len(rows) < AT_ONCE:
                return count
            after, _, after_ms = rows[-1]

    async def _work(self) -> None:
        while rows := await self._kernel.database.fetch(store.GIVEN_UP, {"most": AT_ONCE}):
            for media_id, user_id in rows:
                await self._dispose(media_id, user_id)

    async def _dispose(self, media_id: str, user_id: str) -> None:
        server = self._kernel.server_name
        found = await self._library.find(server, media_id)
        is_hers = found is not None and found.user_id == user_id and found.state != PENDING
        # What administrators keep is evidence; what is named elsewhere is still wanted there.
        is_wanted = (
            not is_hers
            or (found is not None and found.is_quarantined)
            or await self._kernel.database.fetch_one(store.USE, {"of_media": media_id}) is not None
            or await self._is_shown(user_id, f"mxc://{server}/{media_id}")
        )
        if not is_wanted:
            with suppress(Refused):  # somebody was faster
                await self._custody.delete(media_id)
        unit = Unit()
        unit.write(store.END_GIVING_UP, {"of_media": media_id})
        await self._kernel.log.append(unit)
