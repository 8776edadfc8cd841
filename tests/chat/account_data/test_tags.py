"""Tags on rooms: the account data m.tag, one tag at a time."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laiwang.chat.account_data.rules import tags_in, with_tag, without_tag
from tests.chat.server import ALICE, section

from .conftest import World

ROOM = "!lake:example.org"
OF_ALICE = {"userId": ALICE, "roomId": ROOM}


async def test_tags_come_and_go(world: World) -> None:
    assert await world.call("getRoomTags", ALICE, **OF_ALICE) == {"tags": {}}
    await world.call("setRoomTag", ALICE, {"order": 0.25}, **OF_ALICE, tag="m.favourite")
    await world.call("setRoomTag", ALICE, {}, **OF_ALICE, tag="u.Work")
    await world.call("setRoomTag", ALICE, {"order": 1, "own": "field"}, **OF_ALICE, tag="u.Work")
    tags = {"m.favourite": {"order": 0.25}, "u.Work": {"order": 1, "own": "field"}}
    assert await world.call("getRoomTags", ALICE, **OF_ALICE) == {"tags": tags}
    await world.call("deleteRoomTag", ALICE, **OF_ALICE, tag="m.favourite")
    await world.call("deleteRoomTag", ALICE, **OF_ALICE, tag="never was")
    assert await world.call("getRoomTags", ALICE, **OF_ALICE) == {"tags": {"u.Work": tags["u.Work"]}}
    assert await world.data.content(ALICE, "m.tag", ROOM) == {"tags": {"u.Work": tags["u.Work"]}}


async def test_no_tag_is_lost_when_many_are_set_at_once(world: World) -> None:
    names = [f"u.{n}" for n in range(20)]
    await asyncio.gather(*(world.call("setRoomTag", ALICE, {}, **OF_ALICE, tag=name) for name in names))
    assert set((await world.call("getRoomTags", ALICE, **OF_ALICE))["tags"]) == set(names)


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        ({"order": "0.5"}, (400, "M_BAD_JSON")),
        ({"order": True}, (400, "M_BAD_JSON")),
        ({"order": None}, (400, "M_BAD_JSON")),
        ({"order": 1.01}, (400, "M_INVALID_PARAM")),
        ({"order": -0.1}, (400, "M_INVALID_PARAM")),
        ([], (400, "M_BAD_JSON")),
    ],
)
async def test_order_is_a_number_from_0_to_1(world: World, body: Any, refusal: tuple[int, str]) -> None:
    assert await world.refusal("setRoomTag", ALICE, body, **OF_ALICE, tag="u.a") == refusal


async def test_a_tag_has_a_bounded_length(world: World) -> None:
    assert await world.refusal("setRoomTag", ALICE, {}, **OF_ALICE, tag="u" * 256) == (400, "M_INVALID_PARAM")


async def test_all_tags_together_fit_into_one_piece_of_account_data(world: World) -> None:
    await world.call("setRoomTag", ALICE, {"note": "x" * 40_000}, **OF_ALICE, tag="u.a")
    refusal = await world.refusal("setRoomTag", ALICE, {"note": "x" * 40_000}, **OF_ALICE, tag="u.b")
    assert refusal == (413, "M_TOO_LARGE")
    assert set((await world.call("getRoomTags", ALICE, **OF_ALICE))["tags"]) == {"u.a"}


async def test_a_changed_tag_reaches_a_parked_sync(world: World) -> None:
    room = await world.room_of(ALICE)
    parked = await world.park(ALICE, (await world.sync(ALICE))["next_batch"])
    await world.call("setRoomTag", ALICE, {}, userId=ALICE, roomId=room.room_id, tag="u.a")
    events = section(await parked, room.room_id, "account_data")
    assert events == [{"type": "m.tag", "content": {"tags": {"u.a": {}}}}]


CONTENTS: st.SearchStrategy[dict[str, Any] | None] = st.none() | st.dictionaries(
    st.sampled_from(["tags", "other"]),
    st.none() | st.text(max_size=3) | st.dictionaries(st.sampled_from("abc"), st.just({}) | st.integers()),
)


@given(CONTENTS, st.sampled_from("abc"))
def test_a_tag_that_was_set_is_there_until_it_is_removed(content: dict[str, Any] | None, tag: str) -> None:
    """Whatever a client has PUT as m.tag before."""
    others = {name: value for name, value in tags_in(content).items() if name != tag}
    tagged = with_tag(content, tag, {"order": 0.5})
    assert tags_in(tagged) == {**others, tag: {"order": 0.5}}
    assert without_tag(tagged, tag) == {"tags": others}
    assert without_tag({"tags": others}, tag) is None
