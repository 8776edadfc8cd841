"""The manifest of sliding sync, and the life of one request."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from typing import Annotated

from msgspec import Meta

from laiwang.chat.account_data import AccountData
from laiwang.chat.encryption import Encryption
from laiwang.chat.push import Push
from laiwang.chat.receipts import Receipts
from laiwang.chat.sliding_sync.answers import MERGED, UNSTABLE, encode
from laiwang.chat.sliding_sync.connections import Connection, Connections, Mark, unknown_pos
from laiwang.chat.sliding_sync.extensions import ExtensionLooks
from laiwang.chat.sliding_sync.looks import Answer, Looks
from laiwang.chat.sliding_sync.model import Ask
from laiwang.chat.sliding_sync.requests import read_merged, read_unstable
from laiwang.chat.sliding_sync.rooms import RoomLooks
from laiwang.chat.typing import Typing
from laiwang.kernel.capability import Caller, Capability, Request, Response, Route, Settings
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Unit

__all__ = ["SlidingSync", "SlidingSyncSettings"]

SWEEP_S = 30.0
IDLE_S_MAX = 120.0
BODY_BYTES_MAX = 256 << 10


class SlidingSyncSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `sliding_sync`."""

    connections_per_device_max: Annotated[
        int,
        Meta(ge=3, le=100, description="Sliding sync connections of one device; the longest unused one ends first."),
    ] = 10
    rooms_remembered_max: Annotated[
        int,
        Meta(
            ge=1000,
            description="Rooms that all sliding sync connections together remember having told; about 300 bytes each.",
        ),
    ] = 500_000


class SlidingSync:
    """POST …/sync, in the unstable shape and in the merged one. `seen(user_id, presence)` is told who is here."""

    def __init__(
        self,
        kernel: Kernel,
        settings: SlidingSyncSettings,
        *,
        account_data: AccountData,
        encryption: Encryption,
        receipts: Receipts,
        typing: Typing,
        push: Push,
        seen: Callable[[str, str | None, str], Awaitable[None]],
        ignored_by: Callable[[str], Awaitable[frozenset[str]]],
    ) -> None:
        self._kernel = kernel
        self._seen = seen
        self.connections = Connections(
            kernel.bells,
            per_device_max=settings.connections_per_device_max,
            rooms_max=settings.rooms_remembered_max,
            idle_s=IDLE_S_MAX,
        )
        self._rooms = RoomLooks(kernel, push, account_data.blocks_invites)
        extensions = ExtensionLooks(kernel, account_data, encryption, receipts, typing)
        self._looks = Looks(kernel, self._rooms, extensions, account_data, ignored_by)
        self._draining = False
        self._sweeper: asyncio.Task[None] | None = None

    def compose(self, capabilities: Sequence[Capability]) -> None:
        """Takes what other capabilities add to events."""
        self._rooms.bundles = [one.bundles for one in capabilities if one.bundles is not None]

    def manifest(self) -> Capability:
        """Routes and life of the capability."""
        unstable = "/_matrix/client/unstable/org.matrix.simplified_msc3575/sync"
        return Capability(
            name="sliding_sync",
            purpose="What a device has missed, of as many rooms as it has a use for",
            routes=(
                Route("POST", unstable, self._unstable, long_poll=True, body_bytes_max=BODY_BYTES_MAX),
                Route("POST", "/_matrix/client/v4/sync", self._merged, long_poll=True, body_bytes_max=BODY_BYTES_MAX),
            ),
            on_start=self._start,
            on_stop=self._stop,
            unstable_features={"org.matrix.simplified_msc3575": True},
        )

    def remove_device(self, unit: Unit, user_id: str, device_id: str) -> None:
        """Hook of devices: the connections of one that is gone end."""
        self.connections.remove_device(f"{user_id}/{device_id}")

    async def _start(self) -> None:
        self._sweeper = asyncio.create_task(self._sweep(), name="sliding sync sweep")

    async def _stop(self) -> None:
        self.drain()
        if self._sweeper is not None:
            self._sweeper.cancel()

    def drain(self) -> None:
        """Answers every waiting request at once, and those that come from now on without waiting."""
        self._draining = True
        self._kernel.bells.wake_all()

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(SWEEP_S)
            self.connections.sweep(self._kernel.clock.monotonic())

    # --- two fronts -----------------------------------------------------------------------------------------------------

    async def _unstable(self, request: Request) -> Response:
        return await self._handle(request.caller, read_unstable(request), UNSTABLE)

    async def _merged(self, request: Request) -> Response:
        return await self._handle(request.caller, read_merged(request), MERGED)

    # --- one request ----------------------------------------------------------------------------------------------------

    async def _handle(self, caller: Caller, ask: Ask, names: Mapping[str, bytes]) -> Response:
        await self._seen(caller.user_id, caller.device_id, ask.presence)
        clock = self._kernel.clock
        deadline = clock.monotonic() + ask.timeout_ms / 1000
        connection, serial = self._find(caller, ask)
        owner = connection.owner = object()
        if connection.listener is not None:
            connection.listener.wake()  # an older request on this connection gives way
        try:
            news: Collection[str] | None = None
            is_first = True
            while True:
                left_s = deadline - clock.monotonic()
                is_last = ask.pos is None or left_s <= 0 or self._draining
                if is_first or is_last or (connection.listener is not None and connection.listener.dirty):
                    async with connection.lock:
                        if connection.owner is not owner:
                            break
                        if is_first:
                            connection.acknowledge(serial)
                            if ask.rules == connection.base.rules:
                                ask.rules = connection.base.rules
                            connection.listen(caller.user_id, caller.device_id)
                            news = connection.heard
                        else:
                            news = ()
                        is_first = False
                        answer = await self._looks.look(connection, ask, caller, news, with_counts=names is UNSTABLE)
                        if connection.owner is not owner:
                            break
                        if answer.is_news or is_last:
                            connection.settle(answer.mark, answer.told)
                            return Response(encode(answer, self._pos(connection, answer.mark), names, ask.txn_id))
                listener = connection.listener
                if connection.owner is not owner or listener is None:
                    break
                self.connections.parked += 1
                try:
                    await listener.wait(left_s)
                finally:
                    self.connections.parked -= 1
                if connection.owner is not owner:
                    break
            # The device asked again meanwhile: that request is answered in full, and this one, which nobody waits for, with nothing.
            return Response(
                encode(Answer(Mark()), ask.pos or self._pos(connection, connection.base), names, ask.txn_id)
            )
        finally:
            if connection.owner is owner:
                connection.owner = None
            connection.used_at = clock.monotonic()

    def _find(self, caller: Caller, ask: Ask) -> tuple[Connection, int]:
        """The connection of a request, and the number of the answer that it has come back with."""
        now = self._kernel.clock.monotonic()
        if ask.pos is None:
            return self.connections.begin(caller.device_key, ask.conn_id, now), 0
        boot, _, rest = ask.pos.partition("_")[2].partition("_")[2].partition(".")
        name, _, serial = rest.partition(".")
        if boot != self._kernel.ephemeral.boot or not serial.isascii() or not serial.isdigit() or len(serial) > 18:
            raise unknown_pos()
        return self.connections.find(caller.device_key, ask.conn_id, name, now), int(serial)

    def _pos(self, connection: Connection, mark: Mark) -> str:
        """`s<position>_<ephemeral>_<boot>.<connection>.<answer>`: a token of /sync that names more, so that /messages takes it too."""
        boot = self._kernel.ephemeral.boot
        return f"s{mark.position}_{mark.ephemeral}_{boot}.{connection.name}.{mark.serial}"
