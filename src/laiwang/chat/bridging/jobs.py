"""The courier of one application service: reads the log behind everybody else and brings transactions, one after the other.

A transaction is written down before it is sent for the first time, so that after a crash it comes again under the same id with the same
events, and the service can tell that it knows it. Ephemeral data rides along and is lost with the process.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

import orjson

from laiwang.chat.bridging import store
from laiwang.chat.bridging.interest import Interest
from laiwang.chat.bridging.rules import transaction_body
from laiwang.chat.bridging.sealed import Sealed
from laiwang.chat.encryption import Encryption
from laiwang.chat.receipts import served_with_room
from laiwang.chat.typing import typing_in
from laiwang.kernel.errand import Errand
from laiwang.kernel.events import served
from laiwang.kernel.log import ANY_TOPIC
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact, Unreachable
from laiwang.people.presence import TOPIC as PRESENCE
from laiwang.people.services import Service, Services

__all__ = ["Courier"]

EVENTS_MAX = 100
SCAN_MAX = 500
#: what concerns nobody is noted in memory only, until it is as long as this
UNSTORED_MAX = 5000
EPHEMERAL_MAX = 1000
TIMEOUT_S = 60.0
IDLE_S = 30.0


@dataclass(slots=True)
class _Place:
    position: int
    txn_id: str = ""
    target: int = 0
    positions: tuple[int, ...] = ()
    #: the position that the database knows of
    kept: int = 0


class Courier:
    """One service with a URL."""

    def __init__(
        self, kernel: Kernel, services: Services, service: Service, interest: Interest, encryption: Encryption
    ) -> None:
        self._kernel = kernel
        self._services = services
        self._service = service
        self._interest = interest
        #: (topic, key) of what changed and is not stored
        self._changed: dict[tuple[str, str], None] = {}
        self._receipts: dict[str, list[Fact]] = {}
        #: what could not be brought the last time
        self._held: list[bytes] = []
        self._place = _Place(0)
        self._sealed = Sealed(kernel, service, interest, encryption, self._wake)
        name = f"application service {service.id}"
        self._errand = Errand(
            kernel.leases, name, self._work, topics=(ANY_TOPIC,), expected=(Unreachable,), begin=self._begin
        )

    async def start(self) -> None:
        """Goes on where it stopped, in the process that has the lease."""
        if self._service.receive_ephemeral:
            self._kernel.ephemeral.watchers.append(self._watch)
        await self._errand.start()

    async def _begin(self) -> None:
        """Takes the place where the last process was. A service that is new hears of what comes from now on."""
        self._changed, self._receipts, self._held = {}, {}, []
        self._interest.clear()
        row = await self._kernel.database.fetch_one(store.PLACE, {"service": self._service.id})
        if row is None:
            self._place = _Place(self._kernel.log.position)
            await self._keep(self._place)
        else:
            self._place = _Place(row[0], row[1], row[2], tuple(orjson.loads(row[3])), row[0])

    async def stop(self) -> None:
        """Ends in the middle of a transaction, if need be; it comes again."""
        await self._errand.stop()

    def _wake(self) -> None:
        self._errand.wake()

    def _watch(self, topic: str, key: str) -> None:
        if self._errand.lease.is_held and (topic == PRESENCE or topic.startswith("typing:")):
            if len(self._changed) < EPHEMERAL_MAX:
                self._changed[topic, key] = None
            self._errand.wake()

    async def _work(self) -> float:
        return IDLE_S if await self._step(self._place) else 0.0

    async def _step(self, place: _Place) -> bool:
        """Brings one transaction; whether there was nothing to do. Raises Unreachable."""
        if not place.txn_id:
            events, target = await self._collect(place.position)
            if events:
                place.txn_id = f"{target}-{self._kernel.chance.token(9)}"
                place.target, place.positions = target, tuple(fact.position for fact in events)
                await self._keep(place)
                await self._bring(place, events)
                return False
            place.position = target
            if target - place.kept >= UNSTORED_MAX:
                await self._keep(place)
            ephemeral = await self._ephemeral()
            is_idle = not ephemeral and not self._sealed.waiting
            if not is_idle:
                await self._send(f"e-{self._kernel.chance.token(12)}", (), ephemeral)
            return is_idle and target == self._kernel.log.position
        facts = await self._kernel.database.facts_at(place.positions)
        await self._bring(place, sorted(facts, key=lambda fact: fact.position))
        return False

    async def _bring(self, place: _Place, facts: Sequence[Fact]) -> None:
        await self._send(place.txn_id, facts, await self._ephemeral())
        self._sealed.taken(facts)
        # Stored with the next transaction: until then the service would only be told again what it knows by its id.
        place.position, place.txn_id, place.positions = place.target, "", ()

    async def _send(self, txn_id: str, facts: Sequence[Fact], ephemeral: Sequence[bytes]) -> None:
        path = f"/_matrix/app/v1/transactions/{quote(txn_id, safe='')}"
        now_ms = self._kernel.clock.now_ms()
        in_rooms = ((fact, fact.topic.removeprefix("room:")) for fact in facts if fact.topic.startswith("room:"))
        events = [served(fact, now_ms, room_id=room_id) for fact, room_id in in_rooms]
        counted = self._sealed.waiting
        self._held = list(ephemeral)
        parts = await self._sealed.parts(facts)
        body = transaction_body(events, ephemeral if self._service.receive_ephemeral else None, parts)
        try:
            self._errand.lease.check()
            reply = await self._services.call(self._service, "PUT", path, body=body, timeout_s=TIMEOUT_S)
            if not reply.is_success:
                raise Unreachable(f"it answered {reply.status}")
        except BaseException:
            self._sealed.again(counted)
            raise
        self._held = []

    async def _collect(self, since: int) -> tuple[list[Fact], int]:
        """The next events that concern the service, and how far the log has been looked through for them."""
        log = self._kernel.log
        upto = log.position
        facts = log.newest_of_all(since, None, SCAN_MAX)
        if facts is None:
            facts = await log.database.facts_after(since, limit=SCAN_MAX)
            facts = [fact for fact in facts if fact.position <= upto]
        target = facts[-1].position if len(facts) == SCAN_MAX else upto
        found = []
        for fact in facts:
            if fact.topic.startswith("room:"):
                room = await self._kernel.rooms.get(fact.topic.removeprefix("room:"))
                if room is not None and await self._interest.in_event(room, fact):
                    found.append(fact)
                    if len(found) == EVENTS_MAX:
                        return found, fact.position
            elif fact.topic.startswith("receipts:"):
                if self._takes_receipts:
                    self._receipts.setdefault(fact.topic.removeprefix("receipts:"), []).append(fact)
            elif await self._sealed.concerns(fact):
                found.append(fact)
                if len(found) == EVENTS_MAX:
                    return found, fact.position
        return found, target

    @property
    def _takes_receipts(self) -> bool:
        return self._service.receive_ephemeral and len(self._receipts) < EPHEMERAL_MAX

    async def _ephemeral(self) -> list[bytes]:
        """Typing, receipts and presence that concern the service since it was told last."""
        changed, self._changed = self._changed, {}
        receipts, self._receipts = self._receipts, {}
        found, self._held = self._held[-EPHEMERAL_MAX:], []
        for topic, key in changed:
            value = self._kernel.ephemeral.get(topic, key)
            if value is None:
                continue
            typing = typing_in(topic, value)
            if typing is not None:
                if await self._concerns(typing[0]):
                    found.append(typing[1])
            elif await self._interest.in_person(key):
                found.append(value)
        for room_id, facts in receipts.items():
            if await self._concerns(room_id):
                found += served_with_room(room_id, facts)
        return found

    async def _concerns(self, room_id: str) -> bool:
        room = await self._kernel.rooms.get(room_id)
        return room is not None and await self._interest.in_room(room)

    async def _keep(self, place: _Place) -> None:
        unit = self._errand.lease.unit()
        unit.write(
            store.SET_PLACE,
            {
                "service_id": self._service.id,
                "position": place.position,
                "txn_id": place.txn_id,
                "target": place.target,
                "positions": orjson.dumps(place.positions).decode(),
            },
        )
        await self._kernel.log.append(unit)
        place.kept = place.position
