"""One room of an answer: what is new of it to a connection, in the form that its membership allows.

Rooms are read as they are now, which may be a little after the position that the answer names: then the next answer says some of it
again, and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass

import orjson

from laiwang.chat.push import Push
from laiwang.chat.sliding_sync.model import RoomAnswer, RoomRule, Told
from laiwang.chat.sliding_sync.news import News, bump_stamp, changes_of, departed_state, full_state, member_positions
from laiwang.chat.sync import Bundles, Timeline, heroes_of, read_timeline, serve_timeline, stripped_state
from laiwang.kernel.events import served, stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.members import Membership
from laiwang.kernel.ports import Fact
from laiwang.kernel.room import Room
from laiwang.kernel.sight import sight_of
from laiwang.matrix import visibility
from laiwang.matrix.filters import EventFilter
from laiwang.matrix.serve import stripped

__all__ = ["Reader", "RoomLooks"]

EVENTS_COUNTED_MAX = 1000
MEMBERS_REMEMBERED_MAX = 200
NAME, AVATAR = ("m.room.name", ""), ("m.room.avatar", "")
OUT = ("leave", "ban")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks, and when: events up to `upto` are told; those after `live_since` just happened."""

    user_id: str
    device_key: str
    upto: int
    live_since: int
    now_ms: int
    ignored: frozenset[str]
    direct: frozenset[str]
    with_counts: bool


class RoomLooks:
    """Makes room answers. `bundles` add aggregated relations to events."""

    def __init__(self, kernel: Kernel, push: Push, blocks_invites: Callable[[str], Awaitable[bool]]) -> None:
        self._kernel = kernel
        self._push = push
        self._blocks_invites = blocks_invites
        self.bundles: Sequence[Bundles] = ()

    async def look(
        self, reader: Reader, room_id: str, one: Membership, told: Told | None, rule: RoomRule
    ) -> tuple[RoomAnswer | None, Told | None]:
        """What there is to tell of a room (None: nothing), and what has been told then (None: as before)."""
        room = await self._kernel.rooms.get(room_id)
        if room is None:
            return None, None
        if one.membership == "join":
            return await self._joined(reader, room, one, told, rule)
        if one.membership in OUT or one.forgotten:
            return await self._departed(reader, room, one, told, rule)
        return await self._invited(reader, room, one, told, rule)

    # --- invited, knocking ----------------------------------------------------------------------------------------------

    async def _invited(
        self, reader: Reader, room: Room, one: Membership, told: Told | None, rule: RoomRule
    ) -> tuple[RoomAnswer | None, Told | None]:
        is_dm = room.room_id in reader.direct
        if told is not None and told.membership == one.membership and one.position <= told.position:
            if told.is_dm == is_dm:
                return None, None
            fields = {"membership": orjson.dumps(one.membership), "is_dm": orjson.dumps(is_dm)}
        else:
            fields = {"membership": orjson.dumps(one.membership), "initial": b"true"}
            if is_dm:
                fields["is_dm"] = b"true"
        events = await stripped_state(
            self._kernel.rooms, room, reader.user_id, one.position, reader.ignored, self._blocks_invites
        )
        if events is None:
            return None, None
        fields["stripped_state"] = b"[%b]" % b",".join(events)
        fields["bump_stamp"] = b"%d" % one.position
        position = max(reader.upto, one.position)
        return RoomAnswer(room.room_id, fields), Told(position, one.membership, rule, is_dm=is_dm)

    # --- joined -----------------------------------------------------------------------------------------------------------

    async def _joined(
        self, reader: Reader, room: Room, one: Membership, told: Told | None, rule: RoomRule
    ) -> tuple[RoomAnswer | None, Told | None]:
        known = told if told is not None and told.membership == "join" else None
        if known is not None and one.position > known.position:
            history = await self._kernel.rooms.membership_history(room, reader.user_id)
            was_in = visibility.membership_at(known.position, history) == "join"
            if not was_in or any(at > known.position and value != "join" for at, value in history):
                known = None  # she was away meanwhile: what happened then may be hidden, so all of it is told anew
        upto = max(reader.upto, one.position)
        is_new = known is None
        limit = rule.timeline_limit
        is_expanded = known is not None and limit > known.limit and known.events < limit and not known.is_whole
        timeline = await self._timeline(reader, room, known, limit, upto, is_expanded=is_expanded)
        news = await self._state(reader, room, known, rule, timeline, upto)
        fields: dict[str, bytes] = {}
        if news.facts or is_new:
            state = [served(fact, reader.now_ms, device_key=reader.device_key) for fact in news.facts]
            fields["required_state"] = b"[%b]" % b",".join(state)
        if timeline.facts or is_new:
            fields["timeline"] = await self._events(reader, room, timeline, is_gappy=is_new or is_expanded)
        self._add_summary(reader, room, news, fields, is_new=is_new)
        is_dm = room.room_id in reader.direct
        if is_dm != (known is not None and known.is_dm):
            fields["is_dm"] = b"true" if is_dm else b"false"
        counts = await self._push.counts.totals(reader.user_id, room) if reader.with_counts else (0, 0)
        is_counts_alone = not fields and not timeline.limited
        if is_counts_alone and known is not None and known.counts == counts:
            return None, self._passed_over(room, known, rule, limit, upto)
        if is_new:
            fields["initial"] = b"true"
        if is_expanded:
            fields["expanded_timeline"] = b"true"
        if timeline.limited:
            fields["limited"] = b"true"
        if reader.live_since:
            live = sum(fact.position > reader.live_since for fact in timeline.facts)
            if live or "timeline" in fields:
                fields["num_live"] = b"%d" % live
        elif "timeline" in fields:
            fields["num_live"] = b"0"
        fields["prev_batch"] = b'"p%d"' % (timeline.start if timeline.facts or timeline.limited else upto)
        fields["bump_stamp"] = b"%d" % await bump_stamp(self._kernel.log, room, upto, reader.ignored, timeline.facts)
        fields["notification_count"], fields["highlight_count"] = (b"%d" % count for count in counts)
        fields["membership"] = b'"join"'
        new = self._told(known, rule, timeline, upto, news, is_expanded=is_expanded)
        new = new.but(is_dm=is_dm, counts=counts)
        return RoomAnswer(room.room_id, fields, is_counts_alone), new

    def _passed_over(self, room: Room, known: Told, rule: RoomRule, limit: int, upto: int) -> Told | None:
        if known.rule == rule and known.limit == limit and room.position <= known.position:
            return None
        return known.but(rule=rule, limit=limit, position=upto)

    def _told(
        self, known: Told | None, rule: RoomRule, timeline: Timeline, upto: int, news: News, *, is_expanded: bool
    ) -> Told:
        count = len(timeline.facts)
        if known is None or is_expanded:
            events, reach, is_whole = count, timeline.start, not timeline.limited
        elif timeline.limited:
            events, reach, is_whole = count, timeline.start, False
        else:
            events, reach, is_whole = known.events + count, known.reach, known.is_whole
        new = (
            Told(upto, "join", rule)
            if known is None
            else known.but(position=upto, rule=rule, receipts_at=-1 if is_expanded else known.receipts_at)
        )
        return new.but(
            limit=rule.timeline_limit,
            events=min(events, EVENTS_COUNTED_MAX),
            reach=reach,
            is_whole=is_whole,
            members=news.members,
        )

    async def _timeline(
        self, reader: Reader, room: Room, known: Told | None, limit: int, upto: int, *, is_expanded: bool
    ) -> Timeline:
        if known is not None and not is_expanded:
            if room.position <= known.position:
                return Timeline([], False, upto)
            return await read_timeline(
                self._kernel.log,
                room,
                None,
                since=known.position,
                upto=upto,
                filter=EventFilter(limit=limit),
                ignored=reader.ignored,
            )
        sight = await sight_of(self._kernel.rooms, room, reader.user_id)
        return await read_timeline(
            self._kernel.log,
            room,
            sight,
            since=0,
            upto=upto,
            filter=EventFilter(limit=limit),
            ignored=reader.ignored,
        )

    async def _events(self, reader: Reader, room: Room, timeline: Timeline, *, is_gappy: bool) -> bytes:
        membership_at: Callable[[int], str] | None = None
        if not is_gappy:
            membership_at = _always_joined
        elif ("m.room.encryption", "") in room.state:
            sight = await sight_of(self._kernel.rooms, room, reader.user_id, with_history=True)
            membership_at = sight.membership_at
        events = await serve_timeline(
            timeline.facts,
            room,
            reader.user_id,
            reader.device_key,
            reader.now_ms,
            bundles=self.bundles if timeline.limited or is_gappy else (),
            membership_at=membership_at,
        )
        return b"[%b]" % b",".join(events)

    async def _state(
        self, reader: Reader, room: Room, known: Told | None, rule: RoomRule, timeline: Timeline, upto: int
    ) -> News:
        """State to send: all that is asked for of a room that is new, else what changed and what was not asked for before."""
        rooms = self._kernel.rooms
        sent = dict(known.members) if known is not None else {}
        if known is None:
            news = full_state(room, rule)
        else:
            news = await changes_of(self._kernel, room, known, rule, timeline, upto)
        if rule.lazy_members:
            wanted = set()
            for fact in timeline.facts:
                event = stored(fact).event
                wanted.add(event.sender)
                if event.type == "m.room.member" and event.state_key is not None:
                    wanted.add(event.state_key)
            for user_id, position in member_positions(room, wanted):
                if sent.get(user_id) != position:
                    news.positions.add(position)
                    sent[user_id] = position
            for user_id in news.member_ids & sent.keys():
                sent[user_id] = room.members[user_id].position
            if len(sent) > MEMBERS_REMEMBERED_MAX:
                sent = {}
        news.members = sent
        if news.positions:
            found = await rooms.facts_at(sorted(news.positions))
            news.facts.extend(found.values())
        news.facts.sort(key=lambda fact: fact.position)
        return news

    def _add_summary(self, reader: Reader, room: Room, news: News, fields: dict[str, bytes], *, is_new: bool) -> None:
        """Name, avatar, heroes and counts of members, as far as they are new."""
        name = _text(room, NAME, "name")
        if news.has(NAME) or (is_new and name is not None):
            fields["name"] = orjson.dumps(name)
        avatar = _text(room, AVATAR, "url")
        if news.has(AVATAR) or (is_new and avatar is not None):
            fields["avatar"] = orjson.dumps(avatar)
        if not (is_new or news.has_members or news.has(NAME)):
            return
        fields["joined_count"] = b"%d" % room.joined_count
        fields["invited_count"] = b"%d" % room.invited_count
        if name is None:
            fields["heroes"] = orjson.dumps([_hero(room, user_id) for user_id in heroes_of(room, reader.user_id)])

    # --- out ----------------------------------------------------------------------------------------------------------------

    async def _departed(
        self, reader: Reader, room: Room, one: Membership, told: Told | None, rule: RoomRule
    ) -> tuple[RoomAnswer | None, Told | None]:
        """A room that she left or was put out of: up to the departure, and that it happened."""
        if told is not None and told.membership in OUT and one.position <= told.position:
            return None, None
        rooms = self._kernel.rooms
        history = await rooms.membership_history(room, reader.user_id)
        departed = visibility.departed_at(history)
        own = (await rooms.facts_at([one.position])).values()
        since = 0
        if told is not None and told.membership == "join" and departed is not None:
            outs = [at for at, value in history if at > told.position and value != "join"]
            since = told.position if outs and outs[0] == departed else 0
        timeline = Timeline([], False, one.position - 1)
        facts: dict[int, Fact] = {}
        fields: dict[str, bytes] = {}
        is_known = told is not None and told.membership in OUT and (departed or 0) <= told.position
        is_new = since == 0 and not is_known
        if departed is not None and not is_known:
            sight = await sight_of(rooms, room, reader.user_id, with_history=True)
            timeline = await read_timeline(
                self._kernel.log,
                room,
                sight,
                since=since,
                upto=one.position,
                filter=EventFilter(limit=rule.timeline_limit),
                ignored=reader.ignored,
            )
            found = await departed_state(rooms, room, since, departed, rule, reader.user_id)
            for fact in found:
                event = stored(fact).event
                key = (event.type, event.state_key)
                if key in (NAME, AVATAR):
                    field, value = ("name", "name") if key == NAME else ("avatar", "url")
                    text = event.content.get(value)
                    fields[field] = orjson.dumps(text if isinstance(text, str) and text else None)
                if rule.wants(event.type, event.state_key or ""):
                    facts[fact.position] = fact
            if since == 0:
                fields = {key: value for key, value in fields.items() if value != b"null"}
        if not any(fact.position == one.position for fact in timeline.facts):
            timeline.facts.extend(own)
        facts.update((fact.position, fact) for fact in own)
        # A client knows that it is out only from the person's own member event, whatever else it asked for.
        state = [served(facts[at], reader.now_ms, device_key=reader.device_key) for at in sorted(facts)]
        fields["required_state"] = b"[%b]" % b",".join(state)
        events = await serve_timeline(timeline.facts, room, reader.user_id, reader.device_key, reader.now_ms)
        fields["timeline"] = b"[%b]" % b",".join(events)
        if is_new:
            fields["initial"] = b"true"
        if timeline.limited:
            fields["limited"] = b"true"
        live = sum(fact.position > reader.live_since for fact in timeline.facts) if reader.live_since else 0
        fields["num_live"] = b"%d" % live
        fields["prev_batch"] = b'"p%d"' % timeline.start
        fields["bump_stamp"] = b"%d" % one.position
        fields["membership"] = orjson.dumps(one.membership)
        if departed is None:
            fields["rejected_state"] = await self._rejected(room, own, reader.user_id)
        position = max(reader.upto, one.position)
        return RoomAnswer(room.room_id, fields), Told(position, one.membership, rule)

    async def _rejected(self, room: Room, own: Collection[Fact], user_id: str) -> bytes:
        """The stripped state of an invitation that is over: that it is, and of which room it was."""
        create = room.state_event("m.room.create")
        events = [create] if create is not None else []
        events += [stored(fact).event for fact in own]
        return b"[%b]" % b",".join(stripped(event) for event in events)


def _always_joined(position: int) -> str:
    return "join"


def _text(room: Room, key: tuple[str, str], name: str) -> str | None:
    value = room.state_content(*key).get(name)
    return value if isinstance(value, str) and value else None


def _hero(room: Room, user_id: str) -> dict[str, str]:
    member = room.members[user_id]
    hero = {"user_id": user_id}
    if member.display_name is not None:
        hero["displayname"] = member.display_name
    if member.avatar_url is not None:
        hero["avatar_url"] = member.avatar_url
    return hero
