"""Filters that a client stores and then names in /sync."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from laiwang.chat.filters import feature
from laiwang.kit.refusals import Refused
from laiwang.matrix.filters import parse_filter
from tests.chat.server import ALICE, BOB, section

from .conftest import World

MESSAGES_ONLY = {"room": {"timeline": {"types": ["m.room.message"], "limit": 5}}, "unknown.key": [1]}


async def post(world: World, definition: Any, user_id: str = ALICE) -> str:
    filter_id = (await world.call("defineFilter", user_id, definition, userId=user_id))["filter_id"]
    assert isinstance(filter_id, str)
    return filter_id


async def test_what_was_posted_comes_back(world: World) -> None:
    filter_id = await post(world, MESSAGES_ONLY)
    assert await world.call("getFilter", ALICE, userId=ALICE, filterId=filter_id) == MESSAGES_ONLY
    assert await world.filters.find(ALICE, filter_id) == parse_filter(MESSAGES_ONLY)


async def test_the_same_filter_keeps_its_id(world: World) -> None:
    first = await post(world, {"event_format": "client", "room": {"include_leave": True}})
    other = await post(world, {})
    assert await post(world, {"room": {"include_leave": True}, "event_format": "client"}) == first
    assert other != first
    assert not first.startswith("{")


async def test_one_filter_posted_many_times_at_once_is_one(world: World) -> None:
    ids = await asyncio.gather(*(post(world, MESSAGES_ONLY) for _ in range(10)))
    assert len(set(ids)) == 1


async def test_a_filter_belongs_to_one_person(world: World) -> None:
    filter_id = await post(world, MESSAGES_ONLY)
    names = {"userId": ALICE, "filterId": filter_id}
    assert await world.refusal("getFilter", BOB, **names) == (403, "M_FORBIDDEN")
    assert await world.refusal("defineFilter", BOB, {}, userId=ALICE) == (403, "M_FORBIDDEN")
    assert await world.refusal("getFilter", BOB, userId=BOB, filterId=filter_id) == (404, "M_NOT_FOUND")
    with pytest.raises(Refused):
        await world.filters.find(BOB, filter_id)


@pytest.mark.parametrize("filter_id", ["7", "0", "01", "", "x", "-1", "+1", "１", "9" * 40])
async def test_a_filter_that_is_not_there(world: World, filter_id: str) -> None:
    await post(world, {})
    assert await world.refusal("getFilter", ALICE, userId=ALICE, filterId=filter_id) == (404, "M_NOT_FOUND")
    if filter_id:
        with pytest.raises(Refused) as refused:
            await world.sync(ALICE, filter=filter_id)
        assert (refused.value.status, refused.value.errcode) == (400, "M_INVALID_PARAM")


@pytest.mark.parametrize(
    ("body", "errcode"),
    [
        (b"{", "M_NOT_JSON"),
        (b"[]", "M_BAD_JSON"),
        (b'{"room":[]}', "M_BAD_JSON"),
        (b'{"room":{"timeline":{"limit":"many"}}}', "M_BAD_JSON"),
        (b'{"room":{"timeline":{"limit":-1}}}', "M_INVALID_PARAM"),
        (b'{"event_format":"smoke signals"}', "M_INVALID_PARAM"),
        (b'{"x":' * 400 + b"1" + b"}" * 400, "M_BAD_JSON"),
    ],
)
async def test_wrong_filters_are_refused(world: World, body: bytes, errcode: str) -> None:
    assert await world.refusal("defineFilter", ALICE, body, userId=ALICE) == (400, errcode)


async def test_the_newest_filters_are_kept(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feature, "PER_PERSON_MAX", 2)
    bobs = await post(world, {}, BOB)
    ids = [await post(world, {"room": {"timeline": {"limit": limit}}}) for limit in (1, 2, 3)]
    assert await world.refusal("getFilter", ALICE, userId=ALICE, filterId=ids[0]) == (404, "M_NOT_FOUND")
    for filter_id, limit in ((ids[1], 2), (ids[2], 3)):
        assert (await world.filters.find(ALICE, filter_id)).room.timeline.limit == limit
    assert await post(world, {"room": {"timeline": {"limit": 1}}}) not in ids
    assert await world.call("getFilter", BOB, userId=BOB, filterId=bobs) == {}


async def test_sync_takes_a_filter_by_its_id(world: World) -> None:
    room = await world.room_of(ALICE)
    await world.send(room, ALICE)
    filter_id = await post(world, MESSAGES_ONLY)
    for _ in range(2):
        events = section(await world.sync(ALICE, filter=filter_id), room.room_id, "timeline")
        assert [event["type"] for event in events] == ["m.room.message"]


async def test_filters_survive_a_restart(world: World, tmp_path: Path) -> None:
    filter_id = await post(world, MESSAGES_ONLY)
    await world.stop()
    again = World(tmp_path)
    await again.start(again.filters.manifest())
    assert await again.filters.find(ALICE, filter_id) == parse_filter(MESSAGES_ONLY)
    assert await post(again, MESSAGES_ONLY) == filter_id
    await again.stop()
