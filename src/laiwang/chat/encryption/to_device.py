"""Messages from device to device, delivered at least once and in order, at most 100 in one answer of /sync.

A message is a fact in the topic of its device and is deleted when the device comes back with the token of the answer that
carried it. When more than 100 wait, the rest stays behind the token: a fact of the server's own (`backlog`) remembers up to where
that token carried messages, so that the rest of the answer need not be held back. Only the newest `kept_max` messages of a device
are kept (give or take 1,000): one that stays away for months, or that somebody floods, costs a bounded amount of disk.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

import orjson
import structlog

from laiwang.chat.encryption import rules, store
from laiwang.chat.encryption.keys import device_of
from laiwang.chat.encryption.model import DeviceDirectory, device_topic
from laiwang.kernel.capability import Caller
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Conflict, DatabaseDown, Fact, Unit
from laiwang.kit import canonical_json
from laiwang.kit.refusals import Busy, bad_json, invalid_param, too_large

__all__ = ["ToDevice"]

BATCH_MAX = 100
MESSAGE_BYTES_MAX = 64 << 10
TRIM_EVERY = 1000
BACKLOG = "device_backlog"
TOPICS_REMEMBERED_MAX = 50_000
SWEEP_DELAY_S = 1.0
log_ = structlog.get_logger(__name__)


class ToDevice:
    """The post office."""

    def __init__(self, kernel: Kernel, directory: DeviceDirectory, *, kept_max: int, targets_max: int) -> None:
        self._kernel = kernel
        self._directory = directory
        self._kept_max = kept_max
        self._targets_max = targets_max
        #: messages added since the last trim, by topic
        self._added: dict[str, int] = {}
        #: position of the last message handed out and not yet acknowledged, by topic
        self._handed_out: OrderedDict[str, int] = OrderedDict()
        #: what is deleted, or about to be, by topic: the log's memory may still hold it
        self._gone: OrderedDict[str, int] = OrderedDict()
        #: deletions that wait for the next sweep
        self._acknowledged: dict[str, int] = {}
        self._sweeper: asyncio.Task[None] | None = None
        #: devices with more waiting than one answer holds: (token position, last message it carried)
        self._backlog: dict[str, tuple[int, int]] = {}
        #: topics whose backlog fact is deleted with the next sweep
        self._caught_up: set[str] = set()

    async def start(self) -> None:
        """Reads which devices were in the middle of a backlog."""
        for fact in await self._kernel.database.facts(BACKLOG, 0, self._kernel.database.position):
            if fact.key is not None:
                batch, carried = orjson.loads(fact.body)
                self._backlog[fact.key] = (batch, carried)

    async def stop(self) -> None:
        """Writes the deletions that wait."""
        if self._sweeper is not None:
            self._sweeper.cancel()
            await asyncio.gather(self._sweeper, return_exceptions=True)
            self._sweeper = None
        try:
            await self.sweep()
        except DatabaseDown:
            log_.warning("messages to devices stay undeleted", topics=len(self._acknowledged))

    # --- sending ----------------------------------------------------------------------------------------------------

    async def send(self, caller: Caller, event_type: str, txn_id: str, body: Mapping[str, Any]) -> None:
        """Puts each message into the topic of its device; durable on return, once for each transaction id.

        `*` means all devices of a person. Devices and people that do not exist are passed over. Raises Refused 400 where the
        body is malformed or names too many devices, 413 M_TOO_LARGE for a message over 64 KiB.
        """
        device_of(caller)
        if len(event_type.encode("utf-8", "replace")) > rules.NAME_BYTES_MAX:
            raise invalid_param("The event type is too long")
        if len(txn_id.encode("utf-8", "replace")) > rules.NAME_BYTES_MAX:
            raise invalid_param("The transaction id is too long")
        messages = rules.object_at(body, "messages", required=True)
        sealed = self._seal(caller.user_id, event_type, messages)
        known = await self._directory.devices_of(list(sealed)) if sealed else {}
        unit = Unit()
        counts: dict[str, int] = {}
        for user_id, by_device in sealed.items():
            devices = known.get(user_id, {})
            everywhere = by_device.get("*")
            for device_id in devices:
                message = by_device.get(device_id, everywhere)
                if message is not None:
                    topic = device_topic(user_id, device_id)
                    unit.append(topic, "m.to_device", message)
                    counts[topic] = 1
        if len(unit.facts) > self._targets_max:
            raise invalid_param(f"At most {self._targets_max} devices in one request")
        txn = {
            "device_key": caller.device_key,
            "scope": f"PUT /sendToDevice/{event_type}",
            "txn_id": txn_id,
        }
        unit.write(store.NEW_TXN, {**txn, "event_id": "", "at_ms": self._kernel.clock.now_ms()})
        self._trim(unit, counts)
        try:
            await self._kernel.log.append(unit)
        except Conflict:
            if await self._kernel.database.fetch_one(store.TXN, txn) is None:
                raise Busy() from None
            # else: the request was answered before, or is being answered on another connection

    def _seal(self, sender: str, event_type: str, messages: Mapping[str, Any]) -> dict[str, dict[str, bytes]]:
        sealed: dict[str, dict[str, bytes]] = {}
        targets = 0
        for user_id, by_device in messages.items():
            if not isinstance(by_device, dict):
                raise bad_json("messages must map user ids to device ids to contents")
            targets += len(by_device)
            if targets > self._targets_max:
                raise invalid_param(f"At most {self._targets_max} devices in one request")
            for device_id, content in by_device.items():
                if not isinstance(content, dict):
                    raise bad_json("The content of a message must be an object")
                canonical_json.check(content)
                message = orjson.dumps({"type": event_type, "sender": sender, "content": content})
                if len(message) > MESSAGE_BYTES_MAX:
                    raise too_large("A message to a device is at most 64 KiB")
                sealed.setdefault(user_id, {})[device_id] = message
        return sealed

    def _trim(self, unit: Unit, counts: Mapping[str, int]) -> None:
        for topic, count in counts.items():
            added = self._added.get(topic, 0) + count
            if added >= TRIM_EVERY:
                unit.write(store.TRIM_MESSAGES, {"topic_name": topic, "keep": self._kept_max})
                added = 0
            self._added[topic] = added
        if len(self._added) > TOPICS_REMEMBERED_MAX:
            # Forgetting the counts lets a device keep up to TRIM_EVERY messages more; nothing is lost.
            self._added.clear()

    # --- receiving --------------------------------------------------------------------------------------------------

    async def receive(self, user_id: str, device_id: str, since: int, upto: int) -> list[Fact]:
        """The next messages for a device that comes with the token of position `since` and will get one of `upto`.

        What `since` acknowledges is deleted a little later. When more wait than fit, the topic rings again at once.
        """
        topic = device_topic(user_id, device_id)
        start = self.acknowledge(topic, since)
        if start < upto and self._gone:
            start = max(start, self._gone.get(topic, 0))
        log = self._kernel.log
        if log.recent(topic, start) == []:
            return []
        facts = await log.read(topic, start, upto, limit=BATCH_MAX + 1)
        if not facts:
            return []
        if len(facts) > BATCH_MAX:
            facts = facts[:BATCH_MAX]
            await self._leave_rest(topic, upto, facts[-1].position)
        self._handed_out[topic] = facts[-1].position
        self._handed_out.move_to_end(topic)
        if len(self._handed_out) > TOPICS_REMEMBERED_MAX:
            self._handed_out.popitem(last=False)
        return facts

    async def receive_after(
        self, user_id: str, device_id: str, since: int | None, upto: int, limit: int
    ) -> tuple[list[Fact], int]:
        """The next messages for a device that has all up to `since`, and the position with which it acknowledges these.

        For a token that counts messages alone (MSC3885), so that nothing has to be left behind it. None acknowledges nothing.
        """
        topic = device_topic(user_id, device_id)
        log = self._kernel.log
        start = 0
        if since is not None and since > log.position:
            await log.catch_up(since)
        if since is not None and since <= log.position:
            start = since
            handed_out = self._handed_out.get(topic)
            if handed_out is not None and handed_out <= start:
                del self._handed_out[topic]
                self._delete_later(topic, start)
        start = max(start, self._gone.get(topic, 0))
        if start >= upto or log.recent(topic, start) == []:
            return [], max(start, upto)
        facts = await log.read(topic, start, upto, limit=limit)
        if not facts:
            return [], upto
        last = facts[-1].position
        self._handed_out[topic] = last
        self._handed_out.move_to_end(topic)
        if len(self._handed_out) > TOPICS_REMEMBERED_MAX:
            self._handed_out.popitem(last=False)
        return facts, last if len(facts) == limit else upto

    async def look(self, user_id: str, device_id: str, since: int, limit: int) -> list[Fact]:
        """Messages for a device after a position. Looking acknowledges nothing."""
        topic = device_topic(user_id, device_id)
        return await self._kernel.log.read(topic, max(since, self._gone.get(topic, 0)), limit=limit)

    def taken(self, user_id: str, device_id: str, upto: int) -> None:
        """Messages up to a position have reached the device on another way than /sync: they are deleted a little later."""
        self._delete_later(device_topic(user_id, device_id), upto)

    def acknowledge(self, topic: str, since: int) -> int:
        """Takes note that the device has the answer whose token is at `since`; answers after which message it goes on."""
        start = self._start(topic, since) if self._backlog else since
        handed_out = self._handed_out.get(topic)
        if handed_out is not None and handed_out <= start:
            del self._handed_out[topic]
            self._delete_later(topic, start)
        return start

    def _start(self, topic: str, since: int) -> int:
        """After which message a token continues."""
        found = self._backlog.get(topic)
        if found is None:
            return since
        if since > found[0]:
            del self._backlog[topic]
            self._caught_up.add(topic)
            self._sweep_later()
            return since
        # The token that left messages behind acknowledges those that it carried; an older one acknowledges nothing.
        return found[1] if since == found[0] else 0

    async def _leave_rest(self, topic: str, batch: int, carried: int) -> None:
        # The fact also moves the log on, so that the next answer has a token of its own.
        unit = Unit()
        unit.append(BACKLOG, "backlog", orjson.dumps([batch, carried]), key=topic)
        await self._kernel.log.append(unit)
        self._kernel.bells.ring((topic,))

    def heard_backlog(self, fact: Fact) -> None:
        """An answer has left messages behind: another process may be asked for the next one."""
        if fact.key is not None:
            batch, carried = orjson.loads(fact.body)
            self._backlog[fact.key] = (batch, carried)
            self._caught_up.discard(fact.key)

    def _delete_later(self, topic: str, upto: int) -> None:
        self._gone[topic] = upto
        self._gone.move_to_end(topic)
        if len(self._gone) > TOPICS_REMEMBERED_MAX:
            self._gone.popitem(last=False)
        self._acknowledged[topic] = upto
        self._sweep_later()

    def _sweep_later(self) -> None:
        if self._sweeper is None or self._sweeper.done():
            self._sweeper = asyncio.create_task(self._sweep_soon(), name="to-device sweep")

    # --- deleting ---------------------------------------------------------------------------------------------------

    async def _sweep_soon(self) -> None:
        while self._acknowledged or self._caught_up:
            await asyncio.sleep(SWEEP_DELAY_S)
            try:
                await self.sweep()
            except DatabaseDown:
                log_.warning("messages to devices could not be deleted yet", topics=len(self._acknowledged))

    async def sweep(self) -> None:
        """Deletes what was acknowledged, all devices in one unit. Raises DatabaseDown; then it is tried again."""
        acknowledged, self._acknowledged = self._acknowledged, {}
        caught_up, self._caught_up = self._caught_up, set()
        if not acknowledged and not caught_up:
            return
        unit = Unit()
        if acknowledged:
            rows = [{"topic_name": topic, "upto": upto} for topic, upto in acknowledged.items()]
            unit.write(store.DELETE_MESSAGES, rows)
        for topic in caught_up:
            unit.delete_fact(BACKLOG, topic)
        try:
            await self._kernel.log.append(unit)
        except (DatabaseDown, asyncio.CancelledError):
            for topic, upto in acknowledged.items():
                self._acknowledged.setdefault(topic, upto)
            self._caught_up |= caught_up - self._backlog.keys()
            raise

    def remove_device(self, unit: Unit, user_id: str, device_id: str) -> None:
        """Adds to a unit what deletes the messages of a device. Call `removed` when it is durable."""
        topic = device_topic(user_id, device_id)
        unit.write(store.DELETE_MESSAGES, {"topic_name": topic, "upto": 2**62})
        if topic in self._backlog:
            unit.delete_fact(BACKLOG, topic)

    def removed(self, user_id: str, device_id: str, position: int) -> None:
        """Forgets the device: one that gets its id later is not served what the log still remembers up to this position."""
        topic = device_topic(user_id, device_id)
        self._backlog.pop(topic, None)
        self._handed_out.pop(topic, None)
        self._added.pop(topic, None)
        self._acknowledged.pop(topic, None)
        self._gone[topic] = position
