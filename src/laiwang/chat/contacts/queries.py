"""Looking things up about contacts."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import orjson

from laiwang.chat.contacts import store
from laiwang.chat.contacts.model import (
    Contact,
    ContactPage,
    ContactRequest,
    ContactRequestPage,
    Label,
    Labels,
    Suggestion,
    Suggestions,
)
from laiwang.chat.contacts.rules import initial_of
from laiwang.kernel.ports import Reads, Row
from laiwang.people.search import has_readings, readings_of

__all__ = ["Queries"]

SUGGESTIONS_MAX = 20
#: somebody who shares but one contact is a stranger still
SHARED_MIN = 2
SHARED_SHOWN = 3

Profile = Callable[[str], Awaitable[Mapping[str, Any]]]
Ignored = Callable[[str], Awaitable[frozenset[str]]]


class Queries:
    """Verbs that read; `profile_of(user_id)` gives a profile, `ignored_by(user_id)` whom somebody ignores."""

    def __init__(self, database: Reads, profile_of: Profile, ignored_by: Ignored) -> None:
        self._database = database
        self._ignored_by = ignored_by
        self._profile_of = profile_of

    async def knows(self, user_id: str, contact_id: str) -> bool:
        """Whether somebody is a contact of somebody; then it is so the other way round as well."""
        return await self._database.fetch_one(store.CONTACT, {"user": user_id, "contact": contact_id}) is not None

    async def contact(self, user_id: str, contact_id: str) -> Contact | None:
        """One contact of somebody."""
        row = await self._database.fetch_one(store.CONTACT, {"user": user_id, "contact": contact_id})
        return None if row is None else (await self._contacts([row]))[0]

    async def page(self, user_id: str, after: str, limit: int) -> ContactPage:
        """Contacts whose ids come after one."""
        params = {"user": user_id, "after": after, "most": limit + 1}
        rows = await self._database.fetch(store.PAGE, params)
        total = await self._database.fetch_one(store.COUNT, {"user": user_id})
        more = str(rows[limit - 1][1]) if len(rows) > limit else None
        return ContactPage(await self._contacts(rows[:limit]), int(total[0]) if total else 0, more)

    async def labels(self, user_id: str) -> Labels:
        """All labels that somebody uses."""
        counts: dict[str, int] = {}
        for (labels,) in await self._database.fetch(store.LABELS, {"user": user_id}):
            for label in orjson.loads(labels):
                counts[label] = counts.get(label, 0) + 1
        return Labels([Label(label, counts[label]) for label in sorted(counts)])

    async def request(self, from_id: str, to_id: str) -> ContactRequest | None:
        """The newest request from somebody to somebody, with the name of who was asked."""
        row = await self._database.fetch_one(store.REQUEST, {"asker": from_id, "asked": to_id})
        return None if row is None else await self._request(row, to_id)

    async def requests(self, user_id: str, *, incoming: bool, before: int, limit: int) -> ContactRequestPage:
        """Requests from somebody, or the open ones to her, that were made before a time."""
        statement = store.INCOMING if incoming else store.OUTGOING
        rows = await self._database.fetch(statement, {"user": user_id, "before": before, "most": limit + 1})
        # Who is ignored may ask, and is not told that nobody hears it.
        ignored = await self._ignored_by(user_id) if incoming else frozenset()
        page = [row for row in rows[:limit] if row[0] not in ignored]
        more = str(rows[limit - 1][6]) if len(rows) > limit else None
        return ContactRequestPage([await self._request(row, row[0] if incoming else row[1]) for row in page], more)

    async def suggestions(self, user_id: str) -> Suggestions:
        """People whom at least two of one's contacts know."""
        params = {"user": user_id, "least": SHARED_MIN, "most": SUGGESTIONS_MAX}
        found = []
        ignored = await self._ignored_by(user_id)
        for person, count in await self._database.fetch(store.SUGGEST, params):
            if person in ignored:
                continue
            shared = await self._database.fetch(store.SHARED, {"user": user_id, "person": person, "most": SHARED_SHOWN})
            profile = await self._profile_of(person)
            names = [str(one[0]) for one in shared]
            found.append(Suggestion(person, *_face(profile), shared_count=int(count), shared=names))
        return Suggestions(found)

    async def is_suggested(self, user_id: str) -> bool:
        """Whether somebody may be suggested to others."""
        return await self._database.fetch_one(store.IS_UNSUGGESTED, {"user": user_id}) is None

    async def _contacts(self, rows: Sequence[Row]) -> list[Contact]:
        people = [(row, *_face(await self._profile_of(row[1]))) for row in rows]
        names = [str(row[2] or name or row[1].lstrip("@")) for row, name, _ in people]
        chinese = [name for name in names if has_readings(name[:1])]
        # A page of Chinese names takes some milliseconds, and the table of characters a moment when the first comes.
        read = await asyncio.to_thread(lambda: {name: readings_of(name[:1]) for name in chinese}) if chinese else {}
        return [
            Contact(
                contact_id,
                name,
                picture,
                remark,
                orjson.loads(labels),
                initial_of(shown, read.get(shown, ())),
                source,
                room,
                since,
            )
            for ((_, contact_id, remark, labels, source, room, since), name, picture), shown in zip(
                people, names, strict=True
            )
        ]

    async def _request(self, row: Row, other: str) -> ContactRequest:
        from_id, to_id, room_id, greeting, source, state, made_ms, decided_ms = row
        face = _face(await self._profile_of(other))
        return ContactRequest(from_id, to_id, *face, greeting, source, room_id, state, made_ms, decided_ms)


def _face(profile: Mapping[str, Any]) -> tuple[str | None, str | None]:
    name, picture = profile.get("displayname"), profile.get("avatar_url")
    return name if isinstance(name, str) else None, picture if isinstance(picture, str) else None
