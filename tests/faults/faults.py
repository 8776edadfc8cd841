"""What goes wrong, one thing at a time: how it begins, how long it lasts, how it ends."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.faults.cluster import Cluster, Member

__all__ = ["ALL", "Fault", "by_name"]

#: as PostgreSQL ends the session of a process that stopped in the middle of a transaction (`postgres.database.WRITING`)
OTHERS_WAIT_S = 5.0
#: one way; a commit is half a dozen ways there and back
SLOW_MS = 25


@dataclass(frozen=True)
class Fault:
    """`begin` and `end` get the cluster and a member that was drawn. After `others_wait_s` the other processes must acknowledge sends while
    it lasts; with `spares` all must, the victim too. It lasts until they do."""

    name: str
    begin: Callable[[Cluster, Member], Awaitable[None]]
    end: Callable[[Cluster, Member], Awaitable[None]]
    hold_s: float = 2.0
    store: str = ""
    others_wait_s: float | None = None
    spares: bool = False
    needs_disk: bool = False
    needs_nats: bool = False
    processes: int = 1

    def fits(self, cluster: Cluster) -> bool:
        """Whether it can happen there."""
        if self.store and self.store != cluster.store:
            return False
        if self.needs_disk and not (cluster.disk is not None and cluster.disk.can_be_filled):
            return False
        if self.needs_nats and cluster.nats is None:
            return False
        return len(cluster.members) >= self.processes


# --- processes ------------------------------------------------------------------------------------------------------------


async def _kill(cluster: Cluster, victim: Member) -> None:
    await asyncio.to_thread(victim.process.kill)


async def _stop(cluster: Cluster, victim: Member) -> None:
    await asyncio.to_thread(victim.process.stop)


async def _start(cluster: Cluster, victim: Member) -> None:
    await victim.start()


async def _pause(cluster: Cluster, victim: Member) -> None:
    victim.pause()


async def _resume(cluster: Cluster, victim: Member) -> None:
    victim.resume()


async def _fill_up(cluster: Cluster, victim: Member) -> None:
    victim.write_settings("[limits]\nrequests_max = 1\nwaiting_max = 1\n")
    victim.reload()


async def _let_in(cluster: Cluster, victim: Member) -> None:
    victim.write_settings("[limits]\nrequests_max = none at all\n")
    victim.reload()  # changes nothing
    victim.write_settings("")
    victim.reload()


async def _kill_all(cluster: Cluster, victim: Member) -> None:
    await asyncio.gather(*(asyncio.to_thread(member.process.kill) for member in cluster.members))


async def _start_all(cluster: Cluster, victim: Member) -> None:
    await asyncio.gather(*(member.start() for member in cluster.members))


# --- the database ---------------------------------------------------------------------------------------------------------


async def _kill_postgres(cluster: Cluster, victim: Member) -> None:
    assert cluster.postgres is not None
    await asyncio.to_thread(cluster.postgres.kill)


async def _stop_postgres(cluster: Cluster, victim: Member) -> None:
    assert cluster.postgres is not None
    await asyncio.to_thread(cluster.postgres.stop)


async def _start_postgres(cluster: Cluster, victim: Member) -> None:
    assert cluster.postgres is not None
    await asyncio.to_thread(cluster.postgres.start)


# --- the network between servers and database -------------------------------------------------------------------------------


async def _cut(cluster: Cluster, victim: Member) -> None:
    assert victim.line is not None
    await victim.line.cut()


async def _join(cluster: Cluster, victim: Member) -> None:
    assert victim.line is not None
    await victim.line.up()


async def _cut_all(cluster: Cluster, victim: Member) -> None:
    await asyncio.gather(*(_cut(cluster, member) for member in cluster.members))


async def _join_all(cluster: Cluster, victim: Member) -> None:
    await asyncio.gather(*(_join(cluster, member) for member in cluster.members))


async def _freeze(cluster: Cluster, victim: Member) -> None:
    assert victim.line is not None
    victim.line.freeze()


async def _thaw(cluster: Cluster, victim: Member) -> None:
    assert victim.line is not None
    victim.line.thaw()


async def _deafen(cluster: Cluster, victim: Member) -> None:
    assert victim.line is not None
    victim.line.deafen()


async def _renew(cluster: Cluster, victim: Member) -> None:
    assert victim.line is not None
    victim.line.renew()


async def _slow(cluster: Cluster, victim: Member) -> None:
    assert victim.line is not None
    victim.line.slow(SLOW_MS)


async def _quicken(cluster: Cluster, victim: Member) -> None:
    assert victim.line is not None
    victim.line.slow(0)


# --- NATS, which carries words that may be late: what people are promised does not rest on it ----------------------------------


async def _kill_nats(cluster: Cluster, victim: Member) -> None:
    assert cluster.nats is not None
    await asyncio.to_thread(cluster.nats.kill)


async def _start_nats(cluster: Cluster, victim: Member) -> None:
    assert cluster.nats is not None
    await asyncio.to_thread(cluster.nats.start)


async def _cut_nats(cluster: Cluster, victim: Member) -> None:
    assert victim.nats_line is not None
    await victim.nats_line.cut()


async def _join_nats(cluster: Cluster, victim: Member) -> None:
    assert victim.nats_line is not None
    await victim.nats_line.up()


async def _freeze_nats(cluster: Cluster, victim: Member) -> None:
    assert victim.nats_line is not None
    victim.nats_line.freeze()


async def _thaw_nats(cluster: Cluster, victim: Member) -> None:
    assert victim.nats_line is not None
    victim.nats_line.thaw()


async def _deafen_nats(cluster: Cluster, victim: Member) -> None:
    assert victim.nats_line is not None
    victim.nats_line.deafen()


async def _renew_nats(cluster: Cluster, victim: Member) -> None:
    assert victim.nats_line is not None
    victim.nats_line.renew()


# --- the disk -----------------------------------------------------------------------------------------------------------------


async def _fill(cluster: Cluster, victim: Member) -> None:
    assert cluster.disk is not None
    await asyncio.to_thread(cluster.disk.fill)


async def _free(cluster: Cluster, victim: Member) -> None:
    assert cluster.disk is not None
    cluster.disk.free()
    postgres = cluster.postgres
    if postgres is not None and not postgres.is_running():
        await asyncio.to_thread(
            postgres.start
        )  # it gives up when it cannot recover; who watches over it starts it again


def _fsync_takes(longer_ms: int) -> Callable[[Cluster, Member], Awaitable[None]]:
    async def switch(cluster: Cluster, victim: Member) -> None:
        switches = victim.switches if cluster.postgres is None else cluster.postgres.switches
        switches.fsync_takes(longer_ms)

    return switch


# --- the clock ----------------------------------------------------------------------------------------------------------------


def _clock_is_ahead(by_s: int) -> Callable[[Cluster, Member], Awaitable[None]]:
    async def switch(cluster: Cluster, victim: Member) -> None:
        victim.switches.clock_is_ahead(by_s * 1000)

    return switch


HOUR_S = 3600
ALL: tuple[Fault, ...] = (
    Fault("a server is killed", _kill, _start, others_wait_s=0),
    Fault("a server is stopped and started", _stop, _start, hold_s=0.5, others_wait_s=0),
    Fault("all servers are killed", _kill_all, _start_all, processes=2),
    Fault("a server stands still", _pause, _resume, hold_s=2 * OTHERS_WAIT_S, others_wait_s=OTHERS_WAIT_S),
    Fault("settings are read again, and a server is full", _fill_up, _let_in, spares=True),
    Fault("PostgreSQL is killed", _kill_postgres, _start_postgres, store="postgres"),
    Fault("PostgreSQL is stopped and started", _stop_postgres, _start_postgres, hold_s=0.5, store="postgres"),
    Fault("a server's line to the database is cut", _cut, _join, store="postgres", others_wait_s=0),
    Fault("all lines to the database are cut", _cut_all, _join_all, store="postgres", processes=2),
    Fault(
        "a server's line to the database freezes",
        _freeze,
        _thaw,
        hold_s=2 * OTHERS_WAIT_S,
        store="postgres",
        others_wait_s=OTHERS_WAIT_S,
    ),
    Fault(
        "a server's line to the database is half open",
        _deafen,
        _renew,
        hold_s=2 * OTHERS_WAIT_S,
        store="postgres",
        others_wait_s=OTHERS_WAIT_S,
    ),
    Fault("a server's line to the database is slow", _slow, _quicken, hold_s=4, store="postgres", spares=True),
    Fault("NATS is killed", _kill_nats, _start_nats, hold_s=4, needs_nats=True, spares=True),
    Fault("a server's line to NATS is cut", _cut_nats, _join_nats, hold_s=4, needs_nats=True, spares=True),
    Fault("a server's line to NATS freezes", _freeze_nats, _thaw_nats, hold_s=8, needs_nats=True, spares=True),
    Fault("a server's line to NATS is half open", _deafen_nats, _renew_nats, hold_s=8, needs_nats=True, spares=True),
    Fault("the disk is full", _fill, _free, needs_disk=True, hold_s=3),
    Fault("fsync is slow", _fsync_takes(300), _fsync_takes(0), hold_s=4, spares=True),
    Fault("a clock jumps ahead and back", _clock_is_ahead(HOUR_S), _clock_is_ahead(0), spares=True),
    Fault("a clock jumps back and ahead", _clock_is_ahead(-HOUR_S), _clock_is_ahead(0), spares=True),
)


def by_name(text: str) -> list[Fault]:
    """Those whose name holds a text."""
    return [fault for fault in ALL if text in fault.name]
