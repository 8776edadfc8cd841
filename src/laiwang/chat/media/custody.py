"""Files in the hands of administrators: kept from everybody, given back, deleted."""

from __future__ import annotations

from collections.abc import Sequence

from laiwang.chat.media import store
from laiwang.chat.media.model import PENDING, MediaFile
from laiwang.chat.media.queries import FILE, Library
from laiwang.kernel.machine import Kernel
from laiwang.kernel.mirror import note
from laiwang.kernel.ports import Conflict, Unit, Write
from laiwang.kit.refusals import not_found

__all__ = ["Custody"]


class Custody:
    """`also` are rows for the same unit: that of the audit."""

    def __init__(self, kernel: Kernel, library: Library) -> None:
        self._kernel = kernel
        self._library = library

    async def set_quarantined(self, media_id: str, is_quarantined: bool, *, also: Sequence[Write] = ()) -> None:
        """Keeps a file from everybody, or gives it back; being so already is fine. Raises Refused 404."""
        found = await self._file(media_id)
        if found.is_quarantined == is_quarantined:
            return
        unit = Unit(writes=[*also])
        unit.write(store.SET_STATE[is_quarantined], {"of_media": media_id}, rows_expected=1)
        await self._commit(unit, media_id)

    async def delete(self, media_id: str, *, also: Sequence[Write] = ()) -> None:
        """Deletes a file with its thumbnails. Raises Refused 404, Busy.

        The bytes go first: while their store does not answer the rows stay, so that a later try knows what is to be deleted.
        """
        await self._file(media_id)
        sizes = [row[0] for row in await self._kernel.database.fetch(store.THUMBNAILS_OF, {"of_media": media_id})]
        for name in (media_id, *(f"{media_id}-{size}" for size in sizes)):
            await self._kernel.blobs.delete(name)
        unit = Unit(writes=[*also])
        unit.write(store.DELETE_FILE, {"of_media": media_id}, rows_expected=1)
        unit.write(store.DELETE_THUMBNAILS, {"of_media": media_id})
        await self._commit(unit, media_id)

    async def _file(self, media_id: str) -> MediaFile:
        found = await self._library.find(self._kernel.server_name, media_id)
        if found is None or found.state == PENDING:
            raise not_found("There is no such file")
        return found

    async def _commit(self, unit: Unit, media_id: str) -> None:
        note(unit, FILE, media_id)
        try:
            await self._kernel.log.append(unit)
        except Conflict as error:
            raise not_found("There is no such file any more") from error
