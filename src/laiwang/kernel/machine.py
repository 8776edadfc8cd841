"""The kernel put together: what a capability is given when it is built."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from laiwang.kernel.bus import Bus, InProcessBus
from laiwang.kernel.ephemeral import Ephemeral
from laiwang.kernel.follow import Followers
from laiwang.kernel.hearsay import Hearsay
from laiwang.kernel.lease import LEASES, Leases
from laiwang.kernel.log import Log
from laiwang.kernel.members import Memberships
from laiwang.kernel.mirror import Hear
from laiwang.kernel.ports import Blobs, Chance, Clock, Database, Mailer, Outbound, Reply, Unreachable, Write
from laiwang.kernel.room import Decided
from laiwang.kernel.rooms import Rooms
from laiwang.kernel.wake import Bells

__all__ = ["Kernel"]


class Alone:
    """`ports.Outbound` of a server without a way out."""

    def check(self, url: str, *, trusted: bool = False) -> None:
        """Any will do: none is called."""

    async def send(self, method: str, url: str, **_: Any) -> Reply:
        """Raises Unreachable."""
        raise Unreachable("this server has no way out")

    async def close(self) -> None:
        """Nothing to let go of."""


class NoMailer:
    """`ports.Mailer` of a server without a mail server."""

    async def send(self, sender: str, recipient: str, message: bytes) -> None:
        """Raises Unreachable."""
        raise Unreachable("this server has no mail server")


@dataclass(slots=True)
class Kernel:
    """Ports and machinery of one server process."""

    server_name: str
    database: Database
    blobs: Blobs
    outbound: Outbound
    mailer: Mailer
    clock: Clock
    chance: Chance
    bus: Bus
    bells: Bells
    log: Log
    ephemeral: Ephemeral
    hearsay: Hearsay
    memberships: Memberships
    rooms: Rooms
    leases: Leases
    followers: Followers

    @classmethod
    def build(
        cls,
        *,
        server_name: str,
        database: Callable[[Callable[..., None]], Database],
        blobs: Blobs,
        clock: Clock,
        chance: Chance,
        outbound: Outbound | None = None,
        mailer: Mailer | None = None,
        bus: Bus | None = None,
        default_room_version: str = "11",
        room_members_max_awake: int = 400_000,
    ) -> Kernel:
        """Wires the parts. `database` is given the function to call with each durable group; without `outbound` nobody
        outside is reached, without `mailer` nobody by mail, without `bus` no other process."""
        bells = Bells()
        published: list[Log] = []
        db = database(lambda units, position: published[0].publish(units, position))
        log = Log(db, bells)
        published.append(log)
        ephemeral = Ephemeral(bells, chance.token(4))
        memberships = Memberships(log)
        rooms = Rooms(
            server_name=server_name,
            log=log,
            memberships=memberships,
            clock=clock,
            chance=chance,
            default_version=default_room_version,
            members_max_awake=room_members_max_awake,
        )
        words = bus or InProcessBus()
        leases = Leases(db, bells, words, clock, chance)
        log.mirrors.add(LEASES, lambda _: leases.look_soon())
        return cls(
            server_name,
            db,
            blobs,
            outbound or Alone(),
            mailer or NoMailer(),
            clock,
            chance,
            words,
            bells,
            log,
            ephemeral,
            Hearsay(words, ephemeral, clock),
            memberships,
            rooms,
            leases,
            Followers(db, log, leases),
        )

    async def start(self) -> None:
        """Opens the database, takes its position, and joins the processes that work on it."""
        await self.database.start()
        self.log.start()
        await self.bus.start()
        await self.leases.start()
        await self.hearsay.start()

    async def stop(self) -> None:
        """Lets parked syncs answer, hands over what this process alone did, finishes commits, closes."""
        self.bells.wake_all()
        await self.leases.stop()
        await self.followers.stop()
        await self.hearsay.stop()
        await self.bus.stop()
        await self.outbound.close()
        await self.database.close()

    def contribute_event_rows(self, hooks: Sequence[Callable[[Decided], Sequence[Write]]]) -> None:
        """Rows that capabilities write in the same unit as an event."""
        self.rooms.event_rows = tuple(hooks)

    def contribute_mirrors(self, heard: Sequence[Mapping[str, Hear]]) -> None:
        """Memory of capabilities that follows facts of these kinds."""
        for one in heard:
            self.log.mirrors.contribute(one)
