"""One look of a connection: which rooms its rules match now, which of them have news, and what the answer says.

Only rooms that may have news are looked at: those whose bell rang, those that a window or a rule now takes in. What is told is noted
apart, and becomes part of the connection's record when the client comes back with the answer's token.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field

import msgspec

from laiwang.chat.account_data import AccountData
from laiwang.chat.sliding_sync.catalogue import Catalogue
from laiwang.chat.sliding_sync.connections import Connection, Mark, Window
from laiwang.chat.sliding_sync.extensions import ExtensionLooks, ExtensionsAnswer
from laiwang.chat.sliding_sync.model import Ask, Extensions, RoomAnswer, RoomRule, Rules, Scope, Told
from laiwang.chat.sliding_sync.rooms import Reader, RoomLooks
from laiwang.kernel.capability import Caller
from laiwang.kernel.machine import Kernel
from laiwang.kernel.members import Membership
from laiwang.kernel.ports import Fact

__all__ = ["Answer", "Looks"]

OUT = ("leave", "ban")
ROOMS_AT_ONCE = 32
#: account data that decides which invitations there are
INVITATIONS = frozenset({"account_data/m.ignored_user_list", "account_data/m.invite_permission_config"})
DIRECT = "account_data/m.direct"

_membership = msgspec.json.Decoder(dict[str, str]).decode


@dataclass(slots=True)
class Answer:
    """What a look found. `mark` and `told` are what the connection knows when the client has it."""

    mark: Mark
    told: dict[str, Told] = field(default_factory=dict)
    rooms: list[RoomAnswer] = field(default_factory=list)
    #: lists in whose windows each of the rooms is
    lists_of: dict[str, list[str]] = field(default_factory=dict)
    extensions: ExtensionsAnswer = field(default_factory=ExtensionsAnswer)
    #: whether how many rooms a list has is news
    is_recounted: bool = False

    @property
    def is_news(self) -> bool:
        """Whether a waiting client should be answered."""
        return bool(self.rooms) or self.extensions.is_news or self.is_recounted


@dataclass(slots=True)
class _Own:
    """What the person's own facts since the last answer speak of."""

    facts: list[Fact] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)
    entered: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)
    invited: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)


class Looks:
    """Looks for connections."""

    def __init__(
        self,
        kernel: Kernel,
        rooms: RoomLooks,
        extensions: ExtensionLooks,
        account_data: AccountData,
        ignored_by: Callable[[str], Awaitable[frozenset[str]]],
    ) -> None:
        self._kernel = kernel
        self._rooms = rooms
        self._extensions = extensions
        self._account_data = account_data
        self._ignored_by = ignored_by

    async def look(
        self, connection: Connection, ask: Ask, caller: Caller, news: Collection[str] | None, *, with_counts: bool
    ) -> Answer:
        """Everything new since the connection's base. `news` are the bells that rang; None looks at every room that is asked for."""
        kernel, base, user_id = self._kernel, connection.base, caller.user_id
        live = await kernel.memberships.of(user_id)
        await self._follow_rooms(connection, ask, live)
        # From here to the next await is one step: whatever is durable up to the cut has rung.
        rang = connection.hear()
        if news is not None:
            news = {*news, *rang}
        upto, ephemeral = kernel.log.position, kernel.ephemeral.serial
        own = await self._own(user_id, base, upto)
        self._follow_entered(connection, own, live)
        catalogue = await self._catalogue(connection, ask, user_id, own)
        windows = await self._windows(catalogue, ask.rules)
        mark = Mark(connection.next_serial(), upto, ephemeral, ask.rules, ask.extensions, windows)
        answer = Answer(mark)
        if base.serial:
            answer.is_recounted = {name: one.count for name, one in windows.items()} != {
                name: one.count for name, one in base.windows.items()
            }
        reader = Reader(
            user_id=user_id,
            device_key=caller.device_key,
            upto=upto,
            live_since=base.position,
            now_ms=kernel.clock.now_ms(),
            ignored=await self._ignored_by(user_id),
            direct=catalogue.direct if catalogue is not None else frozenset(),
            with_counts=with_counts,
        )
        candidates = self._candidates(connection, ask, catalogue, windows, live, own, news)
        for number, (room_id, rule) in enumerate(candidates.items(), 1):
            if number % ROOMS_AT_ONCE == 0:
                await asyncio.sleep(0)  # many rooms must not keep everybody else waiting
            await self._look_at(connection, ask, reader, answer, room_id, rule, live)
        await self._beside_rooms(connection, ask, caller, answer, own, live)
        return answer

    # --- the person's own facts -----------------------------------------------------------------------------------------

    async def _own(self, user_id: str, base: Mark, upto: int) -> _Own:
        own = _Own()
        if not base.serial:
            return own
        own.facts = await self._extensions.own_since(user_id, base.position, upto)
        for fact in own.facts:
            key = fact.key or ""
            own.keys.add(key)
            place = key.split("/", 2)
            if len(place) > 1 and place[1].startswith("!"):
                own.touched.add(place[1])
            if fact.kind == "membership":
                value = _membership(fact.body)
                if value["membership"] == "join":
                    own.entered.add(value["room_id"])
                elif value["membership"] in OUT:
                    own.left.add(value["room_id"])
                else:
                    own.invited.add(value["room_id"])
        return own

    async def _follow_rooms(self, connection: Connection, ask: Ask, live: Mapping[str, Membership]) -> None:
        """Hears the rooms that the request may be about."""
        listener = connection.listener
        if listener is None:
            return
        if ask.rules.lists or ask.extensions.e2ee:
            if not connection.rooms_followed:
                connection.rooms_followed = True
                for room_id, one in live.items():
                    if one.membership not in OUT:
                        listener.add(room_id)
        else:
            for room_id in ask.rules.subscriptions:
                subscribed = live.get(room_id)
                if subscribed is not None and subscribed.membership == "join":
                    listener.add(room_id)

    def _follow_entered(self, connection: Connection, own: _Own, live: Mapping[str, Membership]) -> None:
        """Hears rooms that she entered or is invited to, since filters ask about those as well, and those no more that she left."""
        listener = connection.listener
        if listener is None or not connection.rooms_followed:
            return
        for room_id in own.entered | own.left | own.invited:
            one = live.get(room_id)
            if one is None or one.membership in OUT:
                listener.discard(room_id)
            elif room_id not in listener.topics:
                listener.add(room_id)
                listener.dirty.add(room_id)  # nobody heard it since the cut: the next look goes there again

    # --- lists ----------------------------------------------------------------------------------------------------------

    async def _catalogue(self, connection: Connection, ask: Ask, user_id: str, own: _Own) -> Catalogue | None:
        catalogue = connection.catalogue
        if catalogue is None:
            if not ask.rules.lists and not ask.rules.subscriptions:
                return None
            catalogue = connection.catalogue = Catalogue(self._kernel, user_id, self._account_data, self._ignored_by)
        catalogue.stale |= own.touched
        if not own.keys.isdisjoint(INVITATIONS):
            catalogue.rebuild()
        if DIRECT in own.keys:
            catalogue.direct_changed()
        for key in own.keys:
            if key.startswith("room_account_data/") and key.endswith("/m.tag"):
                catalogue.tags_changed(key.split("/", 2)[1])
        await catalogue.refresh()
        return catalogue

    async def _windows(self, catalogue: Catalogue | None, rules: Rules) -> dict[str, Window]:
        windows: dict[str, Window] = {}
        for name, one in rules.lists.items():
            assert catalogue is not None
            shelf = await catalogue.shelf(one.filters)
            rooms, is_all = shelf.window(one.ranges)
            windows[name] = Window(rooms, len(shelf), is_all, shelf.generation)
        return windows

    # --- which rooms ------------------------------------------------------------------------------------------------------

    def _candidates(
        self,
        connection: Connection,
        ask: Ask,
        catalogue: Catalogue | None,
        windows: Mapping[str, Window],
        live: Mapping[str, Membership],
        own: _Own,
        news: Collection[str] | None,
    ) -> dict[str, RoomRule]:
        """Rooms that may have something to tell, with the rule that holds for each."""
        if catalogue is None:
            return {}
        base, rules, told = connection.base, ask.rules, connection.told
        combined: dict[tuple[str, ...], RoomRule] = {}
        found: dict[str, RoomRule] = {}

        def rule_of(room_id: str) -> RoomRule | None:
            names = tuple(name for name, window in windows.items() if room_id in window.rooms)
            rule = combined.get(names)
            if rule is None and names:
                rule = rules.lists[names[0]].room
                for name in names[1:]:
                    rule = rule.combined(rules.lists[name].room)
                combined[names] = rule
            subscribed = rules.subscriptions.get(room_id)
            if subscribed is not None:
                rule = subscribed if rule is None else rule.combined(subscribed)
            return rule

        def was_live(room_id: str) -> bool:
            return room_id in base.rules.subscriptions or any(
                room_id in window.rooms for window in base.windows.values()
            )

        is_scope_new = ask.extensions != base.extensions
        stirred = set(own.touched)
        if news is not None:
            stirred.update(topic for topic in news if topic.startswith("!"))
        if DIRECT in own.keys:
            stirred.update(room_id for room_id, one in told.items() if one.is_dm != (room_id in catalogue.direct))
        for room_id in sorted(stirred):
            rule = rule_of(room_id)
            known = told.get(room_id)
            one = live.get(room_id)
            if known is not None and known.membership not in OUT and one is not None and one.membership in OUT:
                # That she is out is told in any case: no list need have the room any more.
                rule = rule or known.rule
            if rule is not None:
                found[room_id] = rule
        for name, window in windows.items():
            before = base.windows.get(name)
            is_same = before is not None and before.is_all and window.is_all and before.generation == window.generation
            if is_same and news is not None and not is_scope_new and rules is base.rules:
                continue
            for room_id in list(window.rooms):  # type: ignore[call-overload]
                if room_id in found:
                    continue
                rule = rule_of(room_id)
                known = told.get(room_id)
                if (
                    news is None
                    or is_scope_new
                    or known is None
                    or known.position < catalogue.activity(room_id)
                    or (known.rule is not rule and known.rule != rule)
                    or not was_live(room_id)
                ):
                    assert rule is not None
                    found[room_id] = rule
        for room_id in rules.subscriptions:
            if room_id not in found and room_id in live:
                rule = rule_of(room_id)
                known = told.get(room_id)
                if news is None or is_scope_new or known is None or known.rule != rule or not was_live(room_id):
                    assert rule is not None
                    found[room_id] = rule
        return found

    async def _look_at(
        self,
        connection: Connection,
        ask: Ask,
        reader: Reader,
        answer: Answer,
        room_id: str,
        rule: RoomRule,
        live: Mapping[str, Membership],
    ) -> None:
        one = live.get(room_id)
        told = connection.told.get(room_id)
        if one is None or (one.forgotten and told is None):
            return
        found, new = await self._rooms.look(reader, room_id, one, told, rule)
        names = [name for name, window in answer.mark.windows.items() if room_id in window.rooms]
        if found is not None and (reader.with_counts or not found.is_counts_alone):
            answer.rooms.append(found)
            answer.lists_of[room_id] = names
        now = new or told
        if now is not None and now.membership == "join":
            takes = _takes(ask, room_id, names)
            if takes is not None:
                now = await self._extensions.in_room(
                    answer.extensions, takes, reader.user_id, room_id, now, reader.upto
                )
        if now is not None and now is not told:
            answer.told[room_id] = now

    # --- beside rooms -----------------------------------------------------------------------------------------------------

    async def _beside_rooms(
        self,
        connection: Connection,
        ask: Ask,
        caller: Caller,
        answer: Answer,
        own: _Own,
        live: Mapping[str, Membership],
    ) -> None:
        base, mark, asked, found = connection.base, answer.mark, ask.extensions, answer.extensions
        user_id, device_id = caller.user_id, caller.device_id
        account_data = None
        if asked.account_data is not None:
            facts = own.facts
            if 0 <= base.account_data_at < base.position:
                facts = await self._extensions.own_since(user_id, base.account_data_at, mark.position)
            account_data = await self._extensions.global_account_data(
                found, user_id, base.account_data_at, mark.position, facts
            )
        else:
            found.account_data_at = base.account_data_at
        mark.account_data_at = found.account_data_at
        mark.key_counts = base.key_counts
        if device_id is not None and asked.to_device is not None:
            await self._extensions.to_device(found, asked.to_device, user_id, device_id, mark.position)
        if device_id is not None and asked.e2ee:
            await self._extensions.e2ee(
                found,
                user_id,
                device_id,
                base.position,
                mark.position,
                live,
                own.entered,
                own.left,
                base.key_counts,
            )
            mark.key_counts = found.key_counts
        self._extensions.finish(found, asked, account_data)


def _takes(ask: Ask, room_id: str, names: list[str]) -> Extensions | None:
    """The extensions of a request that speak of a room."""
    asked = ask.extensions
    is_subscribed = room_id in ask.rules.subscriptions

    def one(scope: Scope | None) -> Scope | None:
        return scope if scope is not None and scope.takes(room_id, names, is_subscribed) else None

    found = Extensions(account_data=one(asked.account_data), receipts=one(asked.receipts), typing=one(asked.typing))
    return found if found.account_data or found.receipts or found.typing else None
