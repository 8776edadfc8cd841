"""Finding files, and waiting for those whose content is still to come."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping

import structlog

from laiwang.chat.media import store
from laiwang.chat.media.model import PENDING, READY, FileOrder, Listed, MediaFile, Whose
from laiwang.kernel.machine import Kernel
from laiwang.kernel.mirror import noted
from laiwang.kernel.ports import DatabaseDown, Fact, Unit
from laiwang.kit.refusals import Busy, Refused, not_found
from laiwang.matrix.ids import is_media_id

__all__ = ["FILE", "Library", "media_topic"]

#: kind of the note that an administrator has changed something about a file
FILE = "file"
#: how often a file is looked for whose content may come to another process
LOOK_S = 1.0

FILES_CACHED_MAX = 4000
#: larger than any time or size: where a list begins
NO_LIMIT = (1 << 62) - 1
GAUGES_FRESH_S = 60.0
log_ = structlog.get_logger(__name__)


def media_topic(media_id: str) -> str:
    """The bell that rings when the content of a reserved URI has come."""
    return f"media:{media_id}"


class Library:
    """The verbs that read."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        #: files that are ready: they change in the hands of administrators alone
        self._ready: OrderedDict[str, MediaFile] = OrderedDict()
        self._changes = 0
        self._gauges: Mapping[str, tuple[str, float]] | None = None
        self._gauges_s = 0.0

    async def find(self, server_name: str, media_id: str) -> MediaFile | None:
        """The file behind a content URI of this server; None when there is none, or when its reservation has expired."""
        if server_name != self._kernel.server_name or not is_media_id(media_id):
            return None
        found = self._ready.get(media_id)
        if found is not None:
            self._ready.move_to_end(media_id)
            return found
        changes = self._changes
        row = await self._kernel.database.fetch_one(store.MEDIA, {"media_id": media_id})
        if row is None:
            return None
        found = MediaFile(*row)
        if found.state == READY and changes == self._changes:
            self._ready[media_id] = found
            if len(self._ready) > FILES_CACHED_MAX:
                self._ready.popitem(last=False)
        elif found.state == PENDING and found.expires_ms <= self._kernel.clock.now_ms():
            return None
        return found

    async def files(
        self, whose: Whose, name: str, *, order: FileOrder, after: tuple[int, str] | None, limit: int
    ) -> list[Listed]:
        """Up to `limit` files of a person, of a room or of all, those in quarantine too. `after` is what the last page ended with: the time
        or the size by which it is ordered, and an id."""
        below, media_id = after or (NO_LIMIT, "")
        params = {"whose": name, "below": below, "after": media_id, "most": limit}
        rows = await self._kernel.database.fetch(store.FILES[whose, order], params)
        return [Listed(MediaFile(*row[:-1]), row[-1]) for row in rows]

    async def kinds(self, whose: Whose, name: str) -> dict[str, tuple[int, int]]:
        """How many files of each kind there are and what they take, in bytes: image, video, audio, other."""
        rows = await self._kernel.database.fetch(store.KINDS[whose], {"whose": name})
        return {kind: (int(count), int(taken)) for kind, count, taken in rows}

    def heard(self, fact: Fact) -> None:
        """What memory knows of a file is old."""
        self._forget(noted(fact))

    def _forget(self, media_id: str) -> None:
        self._changes += 1  # what is being read at this moment may be what was before
        self._ready.pop(media_id, None)

    async def ready(self, server_name: str, media_id: str, wait_ms: int) -> MediaFile:
        """The file, waited for up to `wait_ms` while its content is to come. Raises Refused 404, 504 M_NOT_YET_UPLOADED."""
        found = await self.find(server_name, media_id)
        if found is None or found.is_quarantined:
            raise not_found("There is no such file")
        if found.state != PENDING:
            return found
        clock = self._kernel.clock
        deadline = clock.monotonic() + wait_ms / 1000
        listener = self._kernel.bells.listen((media_topic(media_id),))
        try:
            while True:
                listener.dirty.clear()
                found = await self.find(server_name, media_id)
                if found is None:
                    raise not_found("There is no such file")
                if found.state != PENDING:
                    return found
                left_s = deadline - clock.monotonic()
                if left_s <= 0:
                    raise Refused("M_NOT_YET_UPLOADED", 504, "The content has not been uploaded yet")
                await listener.wait(min(left_s, LOOK_S))  # what another process takes rings no bell here
        finally:
            listener.close()

    async def totals(self) -> tuple[int, int]:
        """How many files there are, and their size in bytes without thumbnails."""
        row = await self._kernel.database.fetch_one(store.TOTALS)
        return (int(row[0]), int(row[1])) if row is not None else (0, 0)

    async def taken(self, user_id: str) -> int:
        """How many bytes the files of a person take."""
        row = await self._kernel.database.fetch_one(store.TAKEN_BYTES, {"user": user_id})
        return int(row[0]) if row is not None else 0

    async def gauges(self) -> Mapping[str, tuple[str, float]]:
        """Figures of the store. Adding all files up takes a moment where there are many: it is done once a minute at most."""
        now_s = self._kernel.clock.monotonic()
        if self._gauges is None or now_s - self._gauges_s >= GAUGES_FRESH_S:
            files, bytes_ = await self.totals()
            waiting = await self._kernel.database.fetch_one(store.GIVEN_UP_COUNT)
            self._gauges_s = now_s
            self._gauges = {
                "laiwang_media_files": ("Files that people have sent, and those to come", float(files)),
                "laiwang_media_bytes": ("Size of these files without thumbnails", float(bytes_)),
                "laiwang_media_given_up": ("Files that are about to be deleted", float(waiting[0] if waiting else 0)),
            }
        return self._gauges

    async def note_fetched(self, media: MediaFile) -> None:
        """Notes that somebody looks at a file, which is written once for each. It is shown whether that can be written or not."""
        if media.is_fetched:
            return
        unit = Unit()
        unit.write(store.NOTE_FETCHED, {"of_media": media.media_id})
        unit.applied = lambda _: self._forget(media.media_id)
        try:
            await self._kernel.log.append(unit)
        except (Busy, DatabaseDown):
            log_.warning("that a file is used could not be noted", media_id=media.media_id)
