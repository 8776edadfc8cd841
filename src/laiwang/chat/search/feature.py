"""Search and its manifest: who may search how often, and what an answer has beside the results."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

import orjson

from laiwang.chat.messages import Messages, Reader
from laiwang.chat.search.jobs import Indexer
from laiwang.chat.search.model import ContextLimits, Match, Page, Query, SearchSettings
from laiwang.chat.search.queries import Queries
from laiwang.chat.search.routes import answer_of, query_of
from laiwang.kernel.capability import Capability, Request, Response, Route, answer
from laiwang.kernel.events import stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact
from laiwang.kit.folding import found_in
from laiwang.kit.refusals import Busy
from laiwang.matrix.filters import ALL_EVENTS, EventFilter

__all__ = ["Search"]

BODY_BYTES_MAX = 65_536
HIGHLIGHTS_MAX = 50
HIGHLIGHT_CHARS_MAX = 4000
#: of a larger room the state has only the members who are in the answer
MEMBERS_MAX = 200


class Search:
    """Message search. `check_limit(user_id)` raises Refused 429 when somebody searches too often."""

    def __init__(
        self, kernel: Kernel, settings: SearchSettings, messages: Messages, *, check_limit: Callable[[str], None]
    ) -> None:
        self._kernel = kernel
        self._settings = settings
        self._messages = messages.queries
        self._check_limit = check_limit
        self._gate = asyncio.Semaphore(settings.at_once_max)
        self._waiting = 0
        self.indexer = Indexer(kernel, messages)
        self.queries = Queries(kernel, messages, self.indexer)

    def manifest(self) -> Capability:
        """The route and the follower."""
        return Capability(
            name="search",
            purpose="Finding what was said, in every language",
            routes=(
                Route(
                    "POST",
                    "/_matrix/client/v3/search",
                    self._search,
                    operation="search",
                    body_bytes_max=BODY_BYTES_MAX,
                ),
            ),
            followers=(self.indexer.follower(),),
        )

    async def _search(self, request: Request) -> Response:
        query = query_of(request)
        if query is None:
            return answer({"search_categories": {}})
        self._check_limit(request.caller.user_id)
        async with self._turn():
            page = await self.queries.search(request.caller, query)
        results = await self._results(query, page)
        state = await self._state(query, page) if query.with_state else None
        return Response(answer_of(page, results, _highlights(query, page), state))

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        """Few read the index at once, so that the others' reads find a reader thread. Raises Busy when too many wait already."""
        if self._waiting > self._settings.waiting_max:
            raise Busy()
        self._waiting += 1
        try:
            await self._gate.acquire()
        finally:
            self._waiting -= 1
        try:
            yield
        finally:
            self._gate.release()

    # --- what goes with the results ---------------------------------------------------------------------------------------

    async def _results(self, query: Query, page: Page) -> list[bytes]:
        events: dict[int, bytes] = {}
        by_reader: dict[int, list[Match]] = {}
        for match in page.matches:
            by_reader.setdefault(id(match.reader), []).append(match)
        for matches in by_reader.values():
            facts = [match.fact for match in matches]
            rendered = await self._messages.render(matches[0].reader, facts)
            events.update(zip((fact.position for fact in facts), rendered, strict=True))
        results = []
        for match in page.matches:
            parts = b'{"rank":%b,"result":%b' % (orjson.dumps(match.rank), events[match.fact.position])
            if query.context is not None:
                parts += b',"context":%b' % await self._context(query.context, match)
            results.append(parts + b"}")
        return results

    async def _context(self, limits: ContextLimits, match: Match) -> bytes:
        reader, at = match.reader, match.fact.position
        before: Sequence[Fact] = ()
        after: Sequence[Fact] = ()
        start, end = at - 1, at
        if limits.before:
            earlier = await self._page(reader, start, limits.before, backwards=True)
            before, start = earlier
        if limits.after:
            after, end = await self._page(reader, at, limits.after, backwards=False)
        parts = [
            b'{"start":"p%d","end":"p%d","events_before":[%b],"events_after":[%b]'
            % (
                start,
                end,
                b",".join(await self._messages.render(reader, before)),
                b",".join(await self._messages.render(reader, after)),
            )
        ]
        if limits.with_profiles:
            profiles = await self._profiles(reader, [*before, match.fact, *after])
            parts.append(b',"profile_info":%b' % orjson.dumps(profiles))
        parts.append(b"}")
        return b"".join(parts)

    async def _page(self, reader: Reader, at: int, limit: int, *, backwards: bool) -> tuple[Sequence[Fact], int]:
        page = await self._messages.page(
            reader, start=at, stop=None, limit=limit, backwards=backwards, filter=ALL_EVENTS
        )
        if backwards:
            return page.facts, page.end if page.end is not None else 0
        return page.facts, page.facts[-1].position if page.facts else at

    async def _profiles(self, reader: Reader, facts: Sequence[Fact]) -> dict[str, dict[str, str]]:
        """Names and pictures of those who sent events, as they were then."""
        found: dict[str, dict[str, str]] = {}
        last = max(fact.position for fact in facts)
        for sender in dict.fromkeys(stored(fact).event.sender for fact in facts):
            history = await self._kernel.rooms.state_history(reader.room.room_id, "m.room.member", sender)
            then = [fact for fact in history if fact.position <= last]
            content = stored(then[-1]).event.content if then else {}
            found[sender] = {
                name: value for name in ("displayname", "avatar_url") if isinstance(value := content.get(name), str)
            }
        return found

    async def _state(self, query: Query, page: Page) -> dict[str, list[bytes]]:
        """The state of each room in the results: now, or when the reader left."""
        found: dict[str, list[bytes]] = {}
        for match in page.matches:
            reader = match.reader
            room_id = reader.room.room_id
            if room_id not in found:
                last = reader.sight.last_position
                lazy = query.filter.lazy_load_members or len(reader.room.members) > MEMBERS_MAX
                found[room_id] = await self._messages.state_at(
                    reader,
                    self._kernel.log.position if last is None else last,
                    EventFilter(lazy_load_members=lazy),
                    [one.fact for one in page.matches if one.reader is reader],
                )
        return found


def _highlights(query: Query, page: Page) -> list[str]:
    """What to highlight: the words as they stand in the results, which may have capitals and diacritics of their own."""
    found: dict[str, None] = {}
    for match in page.matches:
        for word in query.words:
            written = found_in(match.text[:HIGHLIGHT_CHARS_MAX], word)
            found[written or word] = None
    return (list(found) or list(query.words))[:HIGHLIGHTS_MAX]
