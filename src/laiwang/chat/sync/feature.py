"""The manifest of /sync."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence

import orjson
from msgspec.structs import replace

from laiwang.chat.sync.rooms import Look, RoomSections
from laiwang.chat.sync.sessions import Session, Sessions
from laiwang.chat.sync.window import look
from laiwang.kernel.capability import Caller, Capability, GlobalPart, Request, Response, Route
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact
from laiwang.kernel.sync import SyncContext, SyncToken, parse_token
from laiwang.kit.refusals import Refused
from laiwang.matrix.filters import Filter, parse_filter

__all__ = ["Sync"]

TIMEOUT_MS_MAX = 120_000
SWEEP_S = 30.0
UNSTABLE_AFTER = "org.matrix.msc4222.use_state_after"

#: memberships whose rooms have something to tell
FOLLOWED = ("join", "invite", "knock")


class Sync:
    """GET /sync. `find_filter(user_id, filter_id)` gives a stored filter; `seen(user_id, device_id, presence)` is told who is here;
    `narrow(room, events, filter, seen=, ignored=)` leaves those to which others relate as the filter asks."""

    def __init__(
        self,
        kernel: Kernel,
        *,
        find_filter: Callable[[str, str], Awaitable[Filter]],
        seen: Callable[[str, str | None, str], Awaitable[None]],
        ignored_by: Callable[[str], Awaitable[frozenset[str]]],
        narrow: Callable[..., Awaitable[list[Fact]]] | None = None,
        blocks_invites: Callable[[str], Awaitable[bool]] | None = None,
    ) -> None:
        self._kernel = kernel
        self._narrow = narrow
        self._blocks_invites = blocks_invites
        self._find_filter = find_filter
        self._seen = seen
        self._ignored_by = ignored_by
        self._filters: dict[str, Filter] = {}
        self._sections = RoomSections(kernel, ())
        self._globals: list[GlobalPart] = []
        self._always: list[Callable[[SyncContext], Awaitable[Mapping[str, bytes]]]] = []
        self.sessions = Sessions(kernel.bells)
        self.draining = False
        self._sweeper: asyncio.Task[None] | None = None

    def compose(self, capabilities: Sequence[Capability]) -> None:
        """Takes the parts of every capability."""
        self._sections = RoomSections(self._kernel, capabilities, self._narrow, self._blocks_invites)
        self._globals = [part for capability in capabilities for part in capability.global_parts]
        self._always = [part.always for part in self._globals if part.always is not None]

    def manifest(self) -> Capability:
        """Routes and life of the capability."""
        return Capability(
            name="sync",
            purpose="What a device has missed",
            routes=(Route("GET", "/_matrix/client/v3/sync", self.handle, operation="sync", long_poll=True),),
            on_start=self._start,
            on_stop=self._stop,
        )

    async def _start(self) -> None:
        self._sweeper = asyncio.create_task(self._sweep(), name="sync sessions sweep")

    async def _stop(self) -> None:
        self.drain()
        if self._sweeper is not None:
            self._sweeper.cancel()

    def drain(self) -> None:
        """Answers every parked sync at once, and those that come from now on without waiting."""
        self.draining = True
        self._kernel.bells.wake_all()

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(SWEEP_S)
            self.sessions.sweep(self._kernel.clock.monotonic())

    # --- one request ----------------------------------------------------------------------------------------------------

    async def handle(self, request: Request) -> Response:
        """See API/sync."""
        caller = request.caller
        text = request.arg("since")
        since = parse_token(text) if text else None
        if since is not None and not await self._kernel.log.catch_up(max(since.position, since.heard)):
            # No process has come so far: it is from before a backup was restored. Positions are given anew, so it says nothing
            # (ADR 0002).
            since = None
        if since is not None:
            await self._kernel.hearsay.meet(since)
        timeout_ms = request.int_arg("timeout", 0, maximum=TIMEOUT_MS_MAX)
        is_full_state = request.bool_arg("full_state")
        presence = request.arg("set_presence", "online") or "online"
        if presence not in ("online", "offline", "unavailable"):
            raise Refused("M_INVALID_PARAM", 400, "set_presence must be online, offline or unavailable")
        filter = await self._filter(caller.user_id, request.arg("filter"))
        await self._seen(caller.user_id, caller.device_id, presence)
        if request.bool_arg("use_state_after"):
            is_after, state_key = True, b"state_after"
        elif request.bool_arg(UNSTABLE_AFTER):
            is_after, state_key = True, b"org.matrix.msc4222.state_after"
        else:
            is_after, state_key = False, b"state"
        session, known = await self._session(caller, since, is_full_state)
        owner = session.owner = object()
        clock = self._kernel.clock
        deadline = clock.monotonic() + timeout_ms / 1000
        #: bells that rang since the token and brought nothing that is told; None when nobody knows which they were
        earlier: set[str] | None = set() if known else None
        try:
            while True:
                left_s = deadline - clock.monotonic()
                if not known or session.listener.dirty or left_s <= 0 or self.draining:
                    context, rang = await look(
                        self._kernel, session, caller.user_id, caller.device_id, since, filter, earlier=earlier
                    )
                    if context.joined_since or context.left_since:
                        self._follow_rooms(session, context)
                    body, token = await self._assemble(
                        caller, context, rang if known else None, is_full_state, is_after, state_key
                    )
                    if body is not None or since is None or is_full_state or left_s <= 0 or self.draining:
                        if session.owner is owner:
                            session.answered = token
                        return Response(body or await self._empty(context, token))
                    known, earlier = True, rang
                assert since is not None
                if session.owner is owner:
                    self.sessions.parked += 1
                    try:
                        await session.listener.wait(left_s)
                    finally:
                        self.sessions.parked -= 1
                if session.owner is not owner:
                    # The device asked again, while this one looked or while it waited: the newer request is answered in full, this
                    # one with nothing.
                    apart = Session(self._kernel.bells.listen(), clock.monotonic())
                    context, _ = await look(self._kernel, apart, caller.user_id, caller.device_id, since, filter)
                    return Response(await self._empty(context, since))
        finally:
            if session.owner is owner:
                session.owner = None
            session.used_at = clock.monotonic()

    async def _session(self, caller: Caller, since: SyncToken | None, is_full_state: bool) -> tuple[Session, bool]:
        """The device's session and whether its bells cover everything since the token."""
        session = self.sessions.open(caller, self._kernel.clock.monotonic())
        if session.owner is not None:
            session.owner = None
            session.answered = None
            session.listener.wake()
        known = since is not None and session.answered == since and not is_full_state
        session.answered = None
        if not known:
            # It listens to the person's own topic already, so a room that is joined meanwhile is not missed. What it followed
            # for an answer that got lost, or for another token, says nothing about this one: all rooms are followed anew.
            memberships = await self._kernel.memberships.of(caller.user_id)
            session.follow(room_id for room_id, one in memberships.items() if one.membership in FOLLOWED)
        return session, known

    def _follow_rooms(self, session: Session, context: SyncContext) -> None:
        listener, moved = session.listener, self._kernel.log.position > context.upto
        for room_id in context.joined_since:
            if room_id not in listener.topics:
                listener.add(room_id)
                if moved:
                    # What was said there between the cut and now rang nobody: the next look goes there.
                    listener.dirty.add(room_id)
        for room_id in context.left_since:
            one = context.memberships.get(room_id)
            if one is not None and one.membership in ("leave", "ban"):
                session.listener.discard(room_id)

    async def _filter(self, user_id: str, text: str | None) -> Filter:
        if not text:
            return _DEFAULT_FILTER
        if not text.lstrip().startswith("{"):
            return await self._find_filter(user_id, text)
        found = self._filters.get(text)
        if found is None:
            try:
                definition = orjson.loads(text)
            except orjson.JSONDecodeError as error:
                raise Refused("M_NOT_JSON", 400, "The filter is not valid JSON") from error
            found = parse_filter(definition)
            if len(self._filters) >= 1000:
                self._filters.clear()
            if len(text) <= 4096:
                self._filters[text] = found
        return found

    # --- the answer -----------------------------------------------------------------------------------------------------

    async def _assemble(
        self,
        caller: Caller,
        context: SyncContext,
        rang: set[str] | None,
        is_full_state: bool,
        is_after: bool,
        state_key: bytes,
    ) -> tuple[bytes | None, SyncToken]:
        """The answer's bytes (None when there is nothing to tell), and its token."""
        ephemeral = self._kernel.ephemeral
        is_open = not ephemeral.open_rooms.isdisjoint(context.memberships)
        token = SyncToken(context.upto, context.ephemeral_upto, ephemeral.boot, is_open, 0, *context.named)
        if rang is not None and not rang:
            return None, token
        parts: dict[str, bytes] = {}
        for part in self._globals:
            if rang is None or part.on_any or part.topic(caller.user_id, caller.device_id) in rang:
                parts.update(await part.read(context))
        ignored = await self._ignored_by(caller.user_id)
        filter: Filter = context.filter
        request = Look(
            context=context,
            device_key=caller.device_key,
            now_ms=self._kernel.clock.now_ms(),
            is_full_state=is_full_state,
            is_after=is_after,
            state_key=state_key,
            ignored=ignored,
            render=b",".join if filter.event_fields is None else _fields(filter),
        )
        sections = await self._sections.build(request, rang)
        if not is_open and not ephemeral.open_rooms.isdisjoint(context.memberships):
            token = replace(token, is_open=True)  # it began while the answer was put together, which may tell of it
        if sections:
            parts["rooms"] = b"{%b}" % b",".join([b'"%b":{%b}' % section for section in sections.items()])
        if not parts:
            return None, token
        if "to_device" in parts and self._kernel.log.position > token.position:
            # That messages were left behind stands after the window: who goes on from here has to know.
            token = replace(token, heard=self._kernel.log.position)
        return await self._encode(context, token, parts), token

    async def _empty(self, context: SyncContext, token: SyncToken) -> bytes:
        return await self._encode(context, token, {})

    async def _encode(self, context: SyncContext, token: SyncToken, parts: dict[str, bytes]) -> bytes:
        for always in self._always:
            parts.update(await always(context))
        return b'{"next_batch":"%b"%b}' % (
            str(token).encode(),
            b"".join([b',"%b":%b' % (name.encode(), value) for name, value in parts.items()]),
        )


def _fields(filter: Filter) -> Callable[[Sequence[bytes]], bytes]:
    def render(events: Sequence[bytes]) -> bytes:
        return b",".join(orjson.dumps(filter.apply_event_fields(orjson.loads(event))) for event in events)

    return render


_DEFAULT_FILTER = parse_filter({})
