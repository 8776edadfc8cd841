"""Account data and its manifest."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any

import orjson

from laiwang.chat.account_data import store
from laiwang.chat.account_data.model import (
    GLOBAL,
    IGNORED_USERS,
    IN_ROOMS,
    INVITE_PERMISSION,
    KIND,
    blocks_invites,
    content_in,
    encode_content,
    event,
    fact_key,
    ignored_users,
    type_of,
)
from laiwang.chat.account_data.queries import OwnFacts
from laiwang.chat.account_data.routes import Routes
from laiwang.chat.account_data.rules import CONTENT_BYTES_MAX, check_size
from laiwang.chat.account_data.sync import AccountDataSync, Default
from laiwang.kernel.capability import Capability, Route
from laiwang.kernel.machine import Kernel
from laiwang.kernel.members import user_topic
from laiwang.kernel.ports import Fact, Tx, Unit
from laiwang.kit.refusals import too_large

__all__ = ["AccountData"]

USER = "/_matrix/client/v3/user/{userId}"
ROOM = f"{USER}/rooms/{{roomId}}"
TYPES_MAX = 2000
TYPES_IN_ROOMS_MAX = 20_000
PEOPLE_CACHED_MAX = 50_000
_NOBODY: frozenset[str] = frozenset()


class AccountData:
    """Content by (person, type), or by (person, room, type) where `room_id` is given.

    `defaults` take a user id and answer (type, content bytes): what somebody has who never set that type.
    """

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        self.defaults: list[Default] = []
        self._ignored: OrderedDict[str, frozenset[str]] = OrderedDict()
        self._blocking: OrderedDict[str, bool] = OrderedDict()
        self._own = OwnFacts(kernel, IN_ROOMS.rstrip("/"))

    # --- reading ----------------------------------------------------------------------------------------------------------

    async def content(self, user_id: str, type: str, room_id: str | None = None) -> dict[str, Any] | None:
        """What was stored, None when it never was; defaults do not count."""
        found = await self.content_bytes(user_id, type, room_id)
        value: dict[str, Any] | None = None if found is None else orjson.loads(found)
        return value

    async def content_bytes(self, user_id: str, type: str, room_id: str | None = None) -> bytes | None:
        """As `content`, as JSON."""
        fact = await self._kernel.database.fact_by_key(user_topic(user_id), fact_key(type, room_id))
        return None if fact is None else content_in(type, fact.body)

    async def holds(self, user_id: str, type: str, text: str) -> bool:
        """Whether a string in the content is exactly this one."""
        content = await self.content(user_id, type)
        # Written anew, so that both are alike whatever clients escape.
        return content is not None and orjson.dumps(text) in orjson.dumps(content)

    async def in_rooms(self, user_id: str, type: str) -> dict[str, Any]:
        """Content of one type by room, for every room that has it."""
        params = {"topic": user_topic(user_id), **store.bounds(IN_ROOMS)}
        found = {}
        for row in await self._kernel.database.fetch(store.OF_ROOM, params):
            _, room_id, known = row[2].split("/", 2)
            if known == type:
                found[room_id] = orjson.loads(content_in(type, row[4]))
        return found

    async def events(self, user_id: str, upto: int) -> list[bytes]:
        """All account data that is for no room, defaults included, as clients get it."""
        params = {"topic": user_topic(user_id), **store.bounds(GLOBAL)}
        rows = await self._kernel.database.fetch(store.OF_ROOM, params)
        found = {type_of(row[2]): row[4] for row in rows if row[0] <= upto}
        for type, content in (default(user_id) for default in self.defaults):
            found.setdefault(type, event(type, content))
        return list(found.values())

    async def events_in_room(self, user_id: str, room_id: str, since: int, upto: int) -> list[bytes]:
        """Account data of a room that was set after one position, up to another."""
        return [fact.body for fact in await self._own.after(user_id, room_id, since, upto)]

    def default(self, user_id: str, type: str) -> bytes | None:
        """Content of a type as somebody has it who never set it, None when there is no default."""
        return dict(default(user_id) for default in self.defaults).get(type)

    async def ignored_by(self, user_id: str) -> frozenset[str]:
        """Ids of the people whom a person ignores."""
        found = self._ignored.get(user_id)
        if found is None:
            content = await self.content(user_id, IGNORED_USERS)
            # A write that became durable meanwhile knows better.
            found = self._ignored.get(user_id)
            if found is None:
                found = self._remember(user_id, content)
        return found

    def _remember(self, user_id: str, content: Any) -> frozenset[str]:
        found = self._ignored[user_id] = ignored_users(content) or _NOBODY
        self._ignored.move_to_end(user_id)
        if len(self._ignored) > PEOPLE_CACHED_MAX:
            self._ignored.popitem(last=False)
        return found

    async def blocks_invites(self, user_id: str) -> bool:
        """Whether a person wants no invitations at all."""
        found = self._blocking.get(user_id)
        if found is None:
            content = await self.content(user_id, INVITE_PERMISSION)
            found = self._blocking.get(user_id)
            if found is None:
                found = self._note_blocking(user_id, content)
        return found

    def _note_blocking(self, user_id: str, content: Any) -> bool:
        found = self._blocking[user_id] = blocks_invites(content)
        self._blocking.move_to_end(user_id)
        if len(self._blocking) > PEOPLE_CACHED_MAX:
            self._blocking.popitem(last=False)
        return found

    # --- writing ----------------------------------------------------------------------------------------------------------

    async def put(
        self, user_id: str, type: str, content: Mapping[str, Any] | bytes, room_id: str | None = None
    ) -> None:
        """Stores content (JSON bytes are stored as they are). Raises Refused 413 when it is too large or too many types."""
        body = event(type, check_size(content if isinstance(content, bytes) else encode_content(content)))
        key = fact_key(type, room_id)
        known = await self._kernel.database.fact_by_key(user_topic(user_id), key)
        if known is None:
            await self._check_count(user_id, room_id)
        elif known.body == body:
            return
        unit = Unit()
        self._add(unit, user_id, type, key, body)
        await self._kernel.log.append(unit)

    async def change(
        self,
        user_id: str,
        type: str,
        change: Callable[[dict[str, Any] | None], dict[str, Any] | None],
        room_id: str | None = None,
    ) -> None:
        """Reads and writes in one transaction. `change` is given the content (None: never set) and answers the new one, or
        None to leave it as it is. Raises Refused as `put`, and what `change` raises."""
        key, topic = fact_key(type, room_id), user_topic(user_id)
        if await self._kernel.database.fact_by_key(topic, key) is None:
            await self._check_count(user_id, room_id)

        async def work(tx: Tx) -> None:
            row = await tx.fetch_one(store.BODY, {"topic": topic, "key": key})
            new = change(None if row is None else orjson.loads(content_in(type, row[0])))
            if new is not None:
                self._add(tx.unit, user_id, type, key, event(type, check_size(encode_content(new))))

        await self._kernel.database.transaction(work)

    def add(self, unit: Unit, user_id: str, type: str, content: Mapping[str, Any]) -> None:
        """Adds small content that the server itself writes to a unit."""
        self._add(unit, user_id, type, fact_key(type, None), event(type, encode_content(content)))

    def _add(self, unit: Unit, user_id: str, type: str, key: str, body: bytes) -> None:
        unit.append(user_topic(user_id), KIND, body, key=key)

    def _heard(self, fact: Fact) -> None:
        user_id = fact.topic.removeprefix("user:")
        if fact.key == GLOBAL + IGNORED_USERS:
            self._remember(user_id, orjson.loads(content_in(IGNORED_USERS, fact.body)))
        elif fact.key == GLOBAL + INVITE_PERMISSION:
            self._note_blocking(user_id, orjson.loads(content_in(INVITE_PERMISSION, fact.body)))

    async def _check_count(self, user_id: str, room_id: str | None) -> None:
        """Bounds what one person can make the server keep (two writes at once may pass the limit by one)."""
        prefix, most = (GLOBAL, TYPES_MAX) if room_id is None else (IN_ROOMS, TYPES_IN_ROOMS_MAX)
        params = {"topic": user_topic(user_id), **store.bounds(prefix)}
        row = await self._kernel.database.fetch_one(store.COUNT, params)
        if row is not None and row[0] >= most:
            raise too_large(f"There are at most {most} types of account data")

    # --- manifest ---------------------------------------------------------------------------------------------------------

    def manifest(self) -> Capability:
        """Routes and parts of /sync."""
        routes = Routes(self)
        sync = AccountDataSync(self._kernel, self.defaults)
        most = CONTENT_BYTES_MAX
        return Capability(
            name="account_data",
            purpose="What clients keep for a person, and her tags on rooms",
            routes=(
                Route("GET", f"{USER}/account_data/{{type}}", routes.get, operation="getAccountData"),
                Route(
                    "PUT",
                    f"{USER}/account_data/{{type}}",
                    routes.put,
                    operation="setAccountData",
                    body_bytes_max=most,
                ),
                Route("GET", f"{ROOM}/account_data/{{type}}", routes.get_in_room, operation="getAccountDataPerRoom"),
                Route(
                    "PUT",
                    f"{ROOM}/account_data/{{type}}",
                    routes.put_in_room,
                    operation="setAccountDataPerRoom",
                    body_bytes_max=most,
                ),
                Route("GET", f"{ROOM}/tags", routes.tags, operation="getRoomTags"),
                Route("PUT", f"{ROOM}/tags/{{tag}}", routes.set_tag, operation="setRoomTag", body_bytes_max=most),
                Route("DELETE", f"{ROOM}/tags/{{tag}}", routes.delete_tag, operation="deleteRoomTag"),
            ),
            global_parts=(sync.global_part(),),
            room_parts=(sync.room_part(),),
            mirrors={KIND: self._heard},
            unstable_features={"org.matrix.msc4380": True, "org.matrix.msc4380.stable": True},
        )
