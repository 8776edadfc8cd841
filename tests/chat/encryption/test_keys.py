"""Upload, query and claim of device keys, one-time keys and fallback keys."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any

import pytest

from laiwang.kit.refusals import Refused

from .conftest import ALICE, BOB, Device, World


async def upload(world: World, device: Device, **body: Any) -> dict[str, int]:
    answer = await world.call("uploadKeys", device.user_id, device.device_id, body)
    counts: dict[str, int] = answer["one_time_key_counts"]
    return counts


async def claim(world: World, device: Device, algorithm: str = "signed_curve25519") -> dict[str, Any]:
    body = {"one_time_keys": {device.user_id: {device.device_id: algorithm}}}
    answer = await world.call("claimKeys", BOB, "PHONE", body)
    keys: dict[str, Any] = answer["one_time_keys"].get(device.user_id, {}).get(device.device_id, {})
    return keys


async def test_uploaded_keys_are_what_others_query(world: World) -> None:
    phone = Device(ALICE, "PHONE")
    assert await upload(world, phone, device_keys=phone.keys) == {"signed_curve25519": 0}
    answer = await world.call(
        "queryKeys", BOB, "PHONE", {"device_keys": {ALICE: [], BOB: [], "@ghost:example.org": []}}
    )
    expected = {**phone.keys, "unsigned": {"device_display_name": "Alice's phone"}}
    assert answer["device_keys"] == {ALICE: {"PHONE": expected}, BOB: {}}
    assert answer["failures"] == {}


async def test_a_query_names_devices(world: World) -> None:
    for name in ("PHONE", "LAPTOP"):
        device = Device(ALICE, name)
        await upload(world, device, device_keys=device.keys)
    answer = await world.call("queryKeys", BOB, "PHONE", {"device_keys": {ALICE: ["LAPTOP", "NONE"]}})
    assert list(answer["device_keys"][ALICE]) == ["LAPTOP"]
    assert "unsigned" not in answer["device_keys"][ALICE]["LAPTOP"]


@pytest.mark.parametrize(
    ("change", "errcode"),
    [
        ({"user_id": BOB}, "M_INVALID_PARAM"),
        ({"device_id": "LAPTOP"}, "M_INVALID_PARAM"),
        ({"algorithms": None}, "M_BAD_JSON"),
        ({"algorithms": [1]}, "M_BAD_JSON"),
        ({"keys": {"ed25519:PHONE": 1}}, "M_BAD_JSON"),
        ({"keys": {"ed25519:LAPTOP": "x"}}, "M_INVALID_PARAM"),
        ({"signatures": None}, "M_BAD_JSON"),
        ({"signatures": {ALICE: "x"}}, "M_BAD_JSON"),
        ({"extra": 1.5}, "M_BAD_JSON"),
        ({"extra": "x" * 20_000}, "M_TOO_LARGE"),
    ],
)
async def test_malformed_device_keys_are_refused(world: World, change: dict[str, Any], errcode: str) -> None:
    phone = Device(ALICE, "PHONE")
    with pytest.raises(Refused) as refused:
        await upload(world, phone, device_keys={**phone.keys, **change})
    assert refused.value.errcode == errcode


@pytest.mark.parametrize(
    ("body", "errcode"),
    [
        ({"one_time_keys": []}, "M_BAD_JSON"),
        ({"one_time_keys": {"nocolon": "x"}}, "M_INVALID_PARAM"),
        ({"one_time_keys": {"alg:": "x"}}, "M_INVALID_PARAM"),
        ({"one_time_keys": {"alg:id": 5}}, "M_BAD_JSON"),
        ({"one_time_keys": {"alg:id": {"key": 5}}}, "M_BAD_JSON"),
        ({"one_time_keys": {f"alg:{n}": "x" for n in range(1001)}}, "M_INVALID_PARAM"),
        ({"fallback_keys": {"alg:1": "x", "alg:2": "y"}}, "M_INVALID_PARAM"),
    ],
)
async def test_malformed_one_time_keys_are_refused(world: World, body: dict[str, Any], errcode: str) -> None:
    with pytest.raises(Refused) as refused:
        await upload(world, Device(ALICE, "PHONE"), **body)
    assert refused.value.errcode == errcode


async def test_a_token_without_a_device_has_no_keys(world: World) -> None:
    with pytest.raises(Refused) as refused:
        await world.call("uploadKeys", ALICE, None, {})
    assert refused.value.status == 400


async def test_uploading_again_counts_once(world: World) -> None:
    phone = Device(ALICE, "PHONE")
    first, second = phone.one_time_keys("A", "B", "C"), phone.one_time_keys("B", "C", "D")
    assert (await upload(world, phone, one_time_keys=first))["signed_curve25519"] == 3
    assert (await upload(world, phone, one_time_keys=first))["signed_curve25519"] == 3
    assert (await upload(world, phone, one_time_keys=second))["signed_curve25519"] == 4


async def test_an_id_that_was_used_takes_no_other_value(world: World) -> None:
    phone = Device(ALICE, "PHONE")
    await upload(world, phone, one_time_keys={"curve25519:A": "one", "signed_curve25519:A": {"key": "one"}})
    for other in ({"curve25519:A": "two"}, {"signed_curve25519:A": {"key": "two"}}, {"signed_curve25519:A": "one"}):
        with pytest.raises(Refused) as refused:
            await upload(world, phone, one_time_keys=other)
        assert (refused.value.status, refused.value.errcode) == (400, "M_INVALID_PARAM")
    # A retry may have signed anew.
    signed_anew = {"signed_curve25519:A": {"key": "one", "signatures": {ALICE: {"ed25519:PHONE": "other"}}}}
    assert (await upload(world, phone, one_time_keys=signed_anew))["signed_curve25519"] == 1


async def test_the_same_upload_on_two_connections_counts_once(world: World) -> None:
    phone = Device(ALICE, "PHONE")
    keys = phone.one_time_keys(*"ABCDEFGH")
    answers = await asyncio.gather(
        *(upload(world, phone, device_keys=phone.keys, one_time_keys=keys) for _ in range(8))
    )
    assert answers == [{"signed_curve25519": 8}] * 8


async def test_oldest_keys_go_first_and_once(world: World) -> None:
    phone = Device(ALICE, "PHONE")
    await upload(world, phone, one_time_keys=phone.one_time_keys("Z"))
    await upload(world, phone, one_time_keys=phone.one_time_keys("A"))
    assert list(await claim(world, phone)) == ["signed_curve25519:Z"]
    assert list(await claim(world, phone)) == ["signed_curve25519:A"]
    assert await claim(world, phone) == {}


async def test_claims_at_once_never_get_the_same_key(world: World) -> None:
    phone = Device(ALICE, "PHONE")
    keys = phone.one_time_keys(*(f"K{n}" for n in range(40)))
    await upload(world, phone, one_time_keys=keys)
    claimed = await asyncio.gather(*(claim(world, phone) for _ in range(60)))
    names = Counter(name for one in claimed for name in one)
    assert names == Counter(list(keys))
    assert sum(1 for one in claimed if not one) == 20


async def test_one_claim_takes_from_many_devices(world: World) -> None:
    devices = [Device(ALICE, "PHONE"), Device(ALICE, "LAPTOP"), Device(BOB, "PHONE")]
    for device in devices:
        await upload(world, device, one_time_keys=device.one_time_keys("A", "B"))
    wanted = {
        ALICE: {"PHONE": "signed_curve25519", "LAPTOP": "signed_curve25519", "GONE": "signed_curve25519"},
        BOB: {"PHONE": "curve25519"},
    }
    answer = await world.call("claimKeys", BOB, "PHONE", {"one_time_keys": wanted})
    got = {user: {device: list(keys) for device, keys in by.items()} for user, by in answer["one_time_keys"].items()}
    assert got == {ALICE: {"PHONE": ["signed_curve25519:A"], "LAPTOP": ["signed_curve25519:A"]}}


async def test_a_claim_of_thousands_of_devices(world: World) -> None:
    phone = Device(ALICE, "PHONE")
    await upload(world, phone, one_time_keys=phone.one_time_keys("A"))
    wanted = {f"D{n}": "signed_curve25519" for n in range(4999)} | {"PHONE": "signed_curve25519"}
    answer = await world.call("claimKeys", BOB, "PHONE", {"one_time_keys": {ALICE: wanted}})
    assert list(answer["one_time_keys"][ALICE]) == ["PHONE"]
    with pytest.raises(Refused) as refused:
        await world.call("claimKeys", BOB, "PHONE", {"one_time_keys": {ALICE: wanted, BOB: {"PHONE": "x"}}})
    assert refused.value.status == 400


async def test_the_fallback_key_serves_when_none_is_left(world: World) -> None:
    phone = Device(ALICE, "PHONE")
    fallback = {"signed_curve25519:F": phone.signed({"key": "fallback", "fallback": True})}
    await upload(world, phone, one_time_keys=phone.one_time_keys("A"), fallback_keys=fallback)
    start = await world.sync(ALICE, "PHONE")
    assert start["device_unused_fallback_key_types"] == ["signed_curve25519"]
    assert start["device_one_time_keys_count"] == {"signed_curve25519": 1}

    assert list(await claim(world, phone)) == ["signed_curve25519:A"]
    assert (await world.sync(ALICE, "PHONE", start["next_batch"]))["device_unused_fallback_key_types"] == [
        "signed_curve25519"
    ]
    for _ in range(2):
        assert await claim(world, phone) == fallback
    used = await world.sync(ALICE, "PHONE", start["next_batch"])
    assert used["device_unused_fallback_key_types"] == []
    assert used["device_one_time_keys_count"] == {"signed_curve25519": 0}

    # A retry of the upload must not make the key look unused; a new one is.
    await upload(world, phone, fallback_keys=fallback)
    assert (await world.sync(ALICE, "PHONE", start["next_batch"]))["device_unused_fallback_key_types"] == []
    await upload(world, phone, fallback_keys={"signed_curve25519:G": phone.signed({"key": "new", "fallback": True})})
    assert (await world.sync(ALICE, "PHONE", start["next_batch"]))["device_unused_fallback_key_types"] == [
        "signed_curve25519"
    ]


async def test_counts_are_there_before_any_upload(world: World) -> None:
    answer = await world.sync(ALICE, "PHONE")
    assert answer["device_one_time_keys_count"] == {"signed_curve25519": 0}
    assert answer["device_unused_fallback_key_types"] == []


async def test_a_removed_device_leaves_nothing(world: World) -> None:
    phone = Device(ALICE, "PHONE")
    fallback = {"signed_curve25519:F": phone.signed({"key": "fallback"})}
    await upload(world, phone, device_keys=phone.keys, one_time_keys=phone.one_time_keys("A"), fallback_keys=fallback)
    await world.sync(ALICE, "PHONE")
    await world.remove_device(ALICE, "PHONE")
    answer = await world.call("queryKeys", BOB, "PHONE", {"device_keys": {ALICE: []}})
    assert answer["device_keys"] == {ALICE: {}}
    assert await claim(world, phone) == {}

    world.directory.devices[ALICE]["PHONE"] = None
    again = await world.sync(ALICE, "PHONE")
    assert again["device_one_time_keys_count"] == {"signed_curve25519": 0}
    assert again["device_unused_fallback_key_types"] == []


@pytest.mark.parametrize(
    ("operation", "body", "errcode"),
    [
        ("queryKeys", {}, "M_MISSING_PARAM"),
        ("queryKeys", {"device_keys": {ALICE: {"PHONE": True}}}, "M_BAD_JSON"),
        ("queryKeys", {"device_keys": {ALICE: [1]}}, "M_BAD_JSON"),
        ("claimKeys", {}, "M_MISSING_PARAM"),
        ("claimKeys", {"one_time_keys": {ALICE: "x"}}, "M_BAD_JSON"),
        ("claimKeys", {"one_time_keys": {ALICE: {"PHONE": 1}}}, "M_BAD_JSON"),
        ("uploadKeys", [], "M_BAD_JSON"),
    ],
)
async def test_malformed_requests_are_refused(world: World, operation: str, body: Any, errcode: str) -> None:
    with pytest.raises(Refused) as refused:
        await world.call(operation, BOB, "PHONE", body)
    assert (refused.value.status, refused.value.errcode) == (400, errcode)
