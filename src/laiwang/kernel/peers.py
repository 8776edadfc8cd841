"""The other processes as each knows them: who is there, how far one has heard them, and what their sync tokens mean here."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING

from laiwang.kernel.ephemeral import Ephemeral, Trail
from laiwang.kit.ports import Clock

if TYPE_CHECKING:
    from laiwang.kernel.sync import SyncToken

__all__ = ["GONE_AFTER_S", "TICK_S", "Peer", "Peers"]

#: for one that has told nothing for so long others speak; after so long it is gone
SILENT_S, GONE_AFTER_S = 8.0, 17.0
#: a token of another process that was given longer ago says nothing: what it does not name may have been said and forgotten since
OLD_S = 240.0
#: how long one that is gone is reckoned with, named in tokens, and known by name. Each is more than the one before by more than any two
#: processes can differ about when it went.
RECKONED_S, NAMED_S, KNOWN_S = 300.0, 600.0, 3600.0
#: numbers rise with time, so that they tell how old a token is
TICK_S = 30.0


class Peer:
    """Another process."""

    __slots__ = ("at", "count", "has_gap", "horizon", "is_gone", "is_whole", "ticks", "trail")

    def __init__(self, at: float) -> None:
        #: when it was heard last
        self.at = at
        self.count = 0
        self.is_gone = False
        #: a word of it was lost, and what it has said has not been told anew since
        self.has_gap = True
        #: no part is missing of what it is telling anew
        self.is_whole = False
        self.trail = Trail()
        #: tokens that it gave at a lower number are old
        self.horizon: int | None = None
        #: (when, number): how far it was
        self.ticks: deque[tuple[float, int]] = deque()


class Peers:
    """By boot: those that are there, and those that went of late."""

    def __init__(self, ephemeral: Ephemeral, clock: Clock) -> None:
        self._ephemeral = ephemeral
        self._clock = clock
        self._boot = ephemeral.boot
        self._peers: dict[str, Peer] = {}

    @property
    def others(self) -> int:
        """How many are there."""
        return sum(not peer.is_gone for peer in self._peers.values())

    def is_silent(self, boot: str) -> bool:
        """Whether perhaps it will not speak for itself any more."""
        peer = self._peers.get(boot)
        return peer is None or peer.is_gone or self._clock.monotonic() - peer.at > SILENT_S

    def gone(self) -> dict[str, tuple[int, float]]:
        """Those that went: how far they were, and for how many seconds they have been silent."""
        now = self._clock.monotonic()
        return {boot: (peer.trail.heard, now - peer.at) for boot, peer in self._peers.items() if peer.is_gone}

    # --- hearing ------------------------------------------------------------------------------------------------------------

    def hear(self, boot: str, count: int) -> tuple[Peer, bool]:
        """A process says its word of that count; whether it is the next one after the last that was heard."""
        peer = self._peers.get(boot) or self._meet(boot)
        peer.at, peer.is_gone = self._clock.monotonic(), False
        self._ephemeral.trails[boot] = peer.trail
        is_next = count == peer.count + 1
        if count == 1:
            peer.has_gap = False
        elif not is_next:
            peer.has_gap = True
        peer.count = count
        return peer, is_next

    def _meet(self, boot: str) -> Peer:
        peer = self._peers[boot] = Peer(self._clock.monotonic())
        self._ephemeral.trails[boot] = peer.trail
        return peer

    def reach(self, peer: Peer, number: int) -> None:
        """Everything up to a number was heard, unless a word was lost."""
        if peer.has_gap:
            return
        peer.trail.heard = max(peer.trail.heard, number)
        if peer.horizon is None:
            # The first words of a new one; of an older one it is where its table stands.
            peer.horizon = 0 if peer.count == 1 else number
        now, ticks = self._clock.monotonic(), peer.ticks
        if not ticks or now - ticks[-1][0] >= TICK_S:
            ticks.append((now, number))
        while ticks and now - ticks[0][0] >= OLD_S:
            peer.horizon = max(peer.horizon, ticks.popleft()[1])

    def learn(self, gone: Mapping[str, tuple[int, float]]) -> None:
        """Another process knows of these, which went, perhaps before this one came."""
        for boot, (number, silent_s) in gone.items():
            peer = self._peers.get(boot)
            if peer is None and boot != self._boot:
                peer = self._meet(boot)
                peer.at -= silent_s
                peer.is_gone = True
                peer.horizon = number
            if peer is not None and peer.is_gone and number > peer.trail.heard:
                # Its last words were not heard here, and what they said may have ended meanwhile.
                peer.trail.heard = number
                peer.horizon = number + 1

    def fill(self, peer: Peer, number: int) -> None:
        """It has told anew everything up to a number that still holds."""
        if peer.has_gap:
            # Of what began and ended meanwhile nobody knows here.
            peer.has_gap = False
            peer.horizon = number
        self.reach(peer, number)

    def go(self, peer: Peer) -> None:
        """It will say nothing more."""
        peer.is_gone = True
        peer.trail.close()

    def sweep(self) -> bool:
        """Who is silent is gone, and in the end forgotten. Whether anybody has gone: others may have heard more of its last words."""
        now, has_gone = self._clock.monotonic(), False
        for boot, peer in list(self._peers.items()):
            silent_s = now - peer.at
            if not peer.is_gone and silent_s > GONE_AFTER_S:
                self.go(peer)
                has_gone = True
            if peer.is_gone and silent_s > RECKONED_S:
                self._ephemeral.trails.pop(boot, None)
            if peer.is_gone and silent_s > KNOWN_S:
                del self._peers[boot]
        return has_gone

    # --- tokens -------------------------------------------------------------------------------------------------------------

    def named(self, since: SyncToken | None) -> tuple[int, tuple[tuple[str, int], ...]]:
        """How far this boot has said what shows, and how far what others have said shows or is known to a reader: for his token."""
        now = self._clock.monotonic()
        told = dict(since.others) if since is not None and self._peers else {}
        if since is not None:
            told[since.boot] = since.number
        found = []
        for boot, peer in self._peers.items():
            if not peer.is_gone or now - peer.at < NAMED_S:
                settled = peer.trail.settled
                number = settled if peer.is_gone else max(settled, told.get(boot, 0))
                if number:
                    found.append((boot, number))
        return self._ephemeral.own.settled, tuple(found)

    def is_ahead(self, token: SyncToken) -> bool:
        """Whether a token names something that will be heard here in a moment."""
        for boot, number in token.told:
            peer = self._peers.get(boot)
            if boot != self._boot and (
                token.is_open if peer is None else not peer.is_gone and peer.trail.settled < number
            ):
                return True
        return False

    def _is_unheard(self, boot: str, number: int) -> bool:
        """Whether a boot said something that nobody will tell any more."""
        peer = self._peers.get(boot)
        return boot != self._boot and (peer is None or (peer.is_gone and number > peer.trail.heard))

    def place_of(self, token: SyncToken) -> tuple[int, bool]:
        """The serial here up to which a reader knows everything, and whether nobody knows what he was told of."""
        if token.boot == self._boot:
            return token.ephemeral, False
        maker = self._peers.get(token.boot)
        if maker is None or maker.horizon is None or token.number < maker.horizon:
            return 0, token.is_open
        if any(self._is_unheard(boot, number) for boot, number in token.told):
            return 0, token.is_open
        return self._ephemeral.serial_of(dict(token.told)), False
