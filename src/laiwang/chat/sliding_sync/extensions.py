"""What a sliding sync tells beside rooms: MSC3885 to_device, MSC3884 e2ee, MSC3959 account_data, MSC3960 receipts, MSC3961 typing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import orjson

from laiwang.chat.account_data import AccountData
from laiwang.chat.encryption import Encryption
from laiwang.chat.receipts import Receipts
from laiwang.chat.sliding_sync.model import Extensions, ToDeviceAsk, Told
from laiwang.chat.typing import Typing
from laiwang.kernel.machine import Kernel
from laiwang.kernel.members import Membership, user_topic
from laiwang.kernel.ports import Fact
from laiwang.kernel.sync import SyncToken

__all__ = ["ExtensionLooks", "ExtensionsAnswer"]

GLOBAL = "account_data/"


@dataclass(slots=True)
class ExtensionsAnswer:
    """JSON by extension, and whether any of it is worth an answer."""

    parts: dict[str, bytes] = field(default_factory=dict)
    is_news: bool = False
    account_data_at: int = -1
    key_counts: Mapping[str, bytes] | None = None
    #: by room
    account_data: dict[str, bytes] = field(default_factory=dict)
    receipts: dict[str, bytes] = field(default_factory=dict)
    typing: dict[str, bytes] = field(default_factory=dict)


class ExtensionLooks:
    """Asks the capabilities that know."""

    def __init__(
        self, kernel: Kernel, account_data: AccountData, encryption: Encryption, receipts: Receipts, typing: Typing
    ) -> None:
        self._kernel = kernel
        self._account_data = account_data
        self._encryption = encryption
        self._receipts = receipts
        self._typing = typing

    # --- for the device and the person ----------------------------------------------------------------------------------

    async def to_device(
        self, answer: ExtensionsAnswer, asked: ToDeviceAsk, user_id: str, device_id: str, upto: int
    ) -> None:
        """The next messages. `since` of the question acknowledges; without one, all that is kept is told again."""
        facts, position = await self._encryption.to_device.receive_after(
            user_id, device_id, asked.since, upto, asked.limit
        )
        token = str(SyncToken(position)).encode()
        answer.parts["to_device"] = b'{"next_batch":"%b","events":[%b]}' % (token, b",".join(one.body for one in facts))
        answer.is_news = answer.is_news or bool(facts)

    async def e2ee(
        self,
        answer: ExtensionsAnswer,
        user_id: str,
        device_id: str,
        since: int,
        upto: int,
        memberships: Mapping[str, Membership],
        entered: Iterable[str],
        left: Iterable[str],
        counted: Mapping[str, bytes] | None,
    ) -> None:
        """How many keys are left, and, unless the connection begins (`since` 0), whose keys changed."""
        sharing = self._encryption.sharing
        counts = await self._encryption.keys.fragments(user_id, device_id)
        parts = dict(counts)
        if since and not sharing.quiet(user_id, since):
            changes = await sharing.changes(user_id, since, upto, dict(memberships), set(entered), set(left))
            if changes:
                lists = {"changed": sorted(changes.changed), "left": sorted(changes.left)}
                parts["device_lists"] = orjson.dumps(lists)
        answer.key_counts = counts
        answer.is_news = answer.is_news or "device_lists" in parts or (counted is not None and counted != counts)
        answer.parts["e2ee"] = _object(parts)

    async def global_account_data(
        self, answer: ExtensionsAnswer, user_id: str, since: int, upto: int, own: Iterable[Fact]
    ) -> bytes | None:
        """Account data that is for no room: all of it for `since` -1, else what is new. `own` are her facts since then, if known."""
        answer.account_data_at = upto
        if since < 0:
            events = await self._account_data.events(user_id, upto)
        else:
            events = [fact.body for fact in own if (fact.key or "").startswith(GLOBAL)]
        return b"[%b]" % b",".join(events) if events else None

    # --- for rooms --------------------------------------------------------------------------------------------------------

    async def in_room(
        self, answer: ExtensionsAnswer, takes: Extensions, user_id: str, room_id: str, told: Told, upto: int
    ) -> Told:
        """Adds what is new for a room; `takes` has the extensions that speak of it. Answers what has been told then."""
        if takes.account_data is not None:
            events = await self._account_data.events_in_room(user_id, room_id, max(told.account_data_at, 0), upto)
            if events:
                answer.account_data[room_id] = b"[%b]" % b",".join(events)
            if events or told.account_data_at < 0:
                told = told.but(account_data_at=upto)
        if takes.receipts is not None:
            is_first = told.receipts_at < 0
            event = await self._receipts.event(
                user_id,
                room_id,
                since=max(told.receipts_at, 0),
                upto=upto,
                reach=told.reach if is_first else None,
            )
            if event is not None:
                answer.receipts[room_id] = event
            if event is not None or is_first:
                told = told.but(receipts_at=upto)
        if takes.typing is not None:
            changed_at = self._typing.changed_at(room_id)
            if changed_at > told.typing_at:
                event, is_somebody = await self._typing.event(user_id, room_id)
                if is_somebody or told.typing_at >= 0:
                    answer.typing[room_id] = event
                told = told.but(typing_at=changed_at)
        return told

    async def own_since(self, user_id: str, since: int, upto: int) -> list[Fact]:
        """What the person's own topic says in a window, each key once."""
        return await self._kernel.log.read(user_topic(user_id), since, upto)

    def finish(self, answer: ExtensionsAnswer, asked: Extensions, account_data: bytes | None) -> None:
        """Puts the parts of rooms together."""
        if asked.account_data is not None and (account_data is not None or answer.account_data):
            parts = {} if account_data is None else {"global": account_data}
            if answer.account_data:
                parts["rooms"] = _object(answer.account_data)
            answer.parts["account_data"] = _object(parts)
            answer.is_news = True
        for name, rooms in (("receipts", answer.receipts), ("typing", answer.typing)):
            if rooms:
                answer.parts[name] = b'{"rooms":%b}' % _object(rooms)
                answer.is_news = True


def _object(parts: Mapping[str, bytes]) -> bytes:
    return b"{%b}" % b",".join(b"%b:%b" % (orjson.dumps(name), value) for name, value in parts.items())
