"""Cross-signing keys and signatures."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from laiwang.kit.refusals import Refused

from .conftest import ALICE, BOB, Device, Identity, World, sign


async def upload(world: World, identity: Identity, **changes: Any) -> None:
    body = {**identity.upload(), **changes}
    body = {name: value for name, value in body.items() if value is not None}
    await world.call("uploadCrossSigningKeys", identity.user_id, "PHONE", body)


async def query(world: World, reader: str, *users: str) -> Any:
    return await world.call("queryKeys", reader, "PHONE", {"device_keys": {user: [] for user in users}})


async def test_keys_are_shown_but_the_user_signing_key_only_to_its_owner(world: World) -> None:
    alice = Identity(ALICE)
    await upload(world, alice)
    own, others = await query(world, ALICE, ALICE), await query(world, BOB, ALICE)
    for answer in (own, others):
        assert answer["master_keys"] == {ALICE: alice.key("master")}
        assert answer["self_signing_keys"] == {ALICE: alice.key("self_signing")}
    assert own["user_signing_keys"] == {ALICE: alice.key("user_signing")}
    assert others["user_signing_keys"] == {}


async def test_the_first_upload_and_its_repetition_need_no_authentication(world: World) -> None:
    alice = Identity(ALICE)
    await upload(world, alice)
    await upload(world, alice)
    assert world.directory.challenges == 0


async def test_replacing_keys_needs_authentication(world: World) -> None:
    await upload(world, Identity(ALICE))
    new = Identity(ALICE)
    with pytest.raises(Refused) as refused:
        await upload(world, new)
    assert refused.value.status == 401
    world.directory.proven = True
    await upload(world, new)
    assert (await query(world, BOB, ALICE))["master_keys"] == {ALICE: new.key("master")}


async def test_a_new_master_key_alone_drops_the_keys_that_it_does_not_sign(world: World) -> None:
    await upload(world, Identity(ALICE))
    world.directory.proven = True
    await upload(world, Identity(ALICE), self_signing_key=None, user_signing_key=None)
    answer = await query(world, ALICE, ALICE)
    assert answer["self_signing_keys"] == {}
    assert answer["user_signing_keys"] == {}


async def test_of_two_first_uploads_at_once_one_must_authenticate(world: World) -> None:
    answers = await asyncio.gather(
        upload(world, Identity(ALICE)), upload(world, Identity(ALICE)), return_exceptions=True
    )
    assert sorted(type(one).__name__ for one in answers) == ["NoneType", "Refused"]
    assert world.directory.challenges == 1


async def test_a_key_by_itself_is_signed_by_the_stored_master_key(world: World) -> None:
    alice = Identity(ALICE)
    await upload(world, alice, user_signing_key=None)
    world.directory.proven = True
    await upload(world, alice, master_key=None, self_signing_key=None)
    assert (await query(world, ALICE, ALICE))["user_signing_keys"] == {ALICE: alice.key("user_signing")}


@pytest.mark.parametrize(
    ("make", "status", "errcode"),
    [
        (lambda one: {"master_key": None}, 400, "M_MISSING_PARAM"),
        (lambda one: {"master_key": "x"}, 400, "M_BAD_JSON"),
        (lambda one: {"master_key": {**one.key("master"), "user_id": BOB}}, 400, "M_INVALID_PARAM"),
        (lambda one: {"master_key": {**one.key("master"), "usage": ["self_signing"]}}, 400, "M_INVALID_PARAM"),
        (lambda one: {"master_key": {**one.key("master"), "keys": {}}}, 400, "M_BAD_JSON"),
        (lambda one: {"master_key": {**one.key("master"), "keys": {"ed25519:x": "y"}}}, 400, "M_INVALID_PARAM"),
        (lambda one: {"master_key": {**one.key("master"), "keys": {"ed25519:x": "x"}}}, 400, "M_INVALID_PARAM"),
        (lambda one: {"self_signing_key": {**one.key("self_signing"), "signatures": {}}}, 400, "M_INVALID_SIGNATURE"),
        (lambda one: {"user_signing_key": Identity(ALICE).key("user_signing")}, 400, "M_INVALID_SIGNATURE"),
    ],
)
async def test_malformed_keys_are_refused(world: World, make: Any, status: int, errcode: str) -> None:
    alice = Identity(ALICE)
    with pytest.raises(Refused) as refused:
        await upload(world, alice, **make(alice))
    assert (refused.value.status, refused.value.errcode) == (status, errcode)
    assert (await query(world, ALICE, ALICE))["master_keys"] == {}


async def test_a_key_named_like_a_device_is_refused(world: World) -> None:
    alice = Identity(ALICE)
    world.directory.devices[ALICE][alice.public["master"]] = None
    with pytest.raises(Refused) as refused:
        await upload(world, alice)
    assert (refused.value.status, refused.value.errcode) == (403, "M_FORBIDDEN")


async def test_signatures_are_merged_for_those_who_may_see_them(world: World) -> None:
    alice, bob, phone = Identity(ALICE), Identity(BOB), Device(ALICE, "PHONE")
    await upload(world, alice)
    await upload(world, bob)
    await world.call("uploadKeys", ALICE, "PHONE", {"device_keys": phone.keys})
    signed_phone = alice.signed(phone.keys, "self_signing")
    signed_master = phone.signed(alice.key("master"))
    signed_bob = sign(bob.key("master"), ALICE, alice.public["user_signing"], alice.seeds["user_signing"])
    token = (await world.sync(ALICE, "LAPTOP"))["next_batch"]
    body = {
        ALICE: {"PHONE": signed_phone, alice.public["master"]: signed_master},
        BOB: {bob.public["master"]: signed_bob},
    }
    assert await world.call("uploadCrossSigningSignatures", ALICE, "PHONE", body) == {"failures": {}}
    # Her other devices hear of both, the one about Bob being for them alone.
    assert (await world.sync(ALICE, "LAPTOP", token))["device_lists"]["changed"] == [ALICE, BOB]

    for reader in (ALICE, BOB):
        answer = await query(world, reader, ALICE, BOB)
        on_phone = answer["device_keys"][ALICE]["PHONE"]["signatures"][ALICE]
        assert on_phone == {**phone.keys["signatures"][ALICE], **signed_phone["signatures"][ALICE]}
        assert answer["master_keys"][ALICE]["signatures"] == signed_master["signatures"]
        on_bob = answer["master_keys"][BOB].get("signatures", {})
        assert on_bob == (signed_bob["signatures"] if reader == ALICE else {})


async def test_bad_signatures_fail_one_by_one(world: World) -> None:
    alice, bob, phone, laptop = Identity(ALICE), Identity(BOB), Device(ALICE, "PHONE"), Device(ALICE, "LAPTOP")
    await upload(world, alice)
    await upload(world, bob)
    for device in (phone, laptop):
        await world.call("uploadKeys", ALICE, device.device_id, {"device_keys": device.keys})
    other = alice.signed({**laptop.keys, "algorithms": []}, "self_signing")
    body = {
        ALICE: {
            "PHONE": alice.signed(phone.keys, "self_signing"),
            "LAPTOP": other,
            "NONE": other,
            alice.public["master"]: {**alice.key("master"), "signatures": {ALICE: {"ed25519:PHONE": "AAAA"}}},
        },
        BOB: {bob.public["master"]: sign(bob.key("master"), ALICE, alice.public["master"], alice.seeds["master"])},
    }
    answer = await world.call("uploadCrossSigningSignatures", ALICE, "PHONE", body)
    codes = {user: {key: one["errcode"] for key, one in by.items()} for user, by in answer["failures"].items()}
    assert codes == {
        ALICE: {
            "LAPTOP": "M_INVALID_SIGNATURE",
            "NONE": "M_NOT_FOUND",
            alice.public["master"]: "M_INVALID_SIGNATURE",
        },
        BOB: {bob.public["master"]: "M_INVALID_SIGNATURE"},
    }
    keys = (await query(world, BOB, ALICE))["device_keys"][ALICE]
    assert f"ed25519:{alice.public['self_signing']}" in keys["PHONE"]["signatures"][ALICE]
    assert keys["LAPTOP"] == laptop.keys


async def test_new_device_keys_lose_the_signatures_on_the_old_ones(world: World) -> None:
    alice, phone = Identity(ALICE), Device(ALICE, "PHONE")
    await upload(world, alice)
    await world.call("uploadKeys", ALICE, "PHONE", {"device_keys": phone.keys})
    body = {ALICE: {"PHONE": alice.signed(phone.keys, "self_signing")}}
    await world.call("uploadCrossSigningSignatures", ALICE, "PHONE", body)
    replaced = Device(ALICE, "PHONE")
    await world.call("uploadKeys", ALICE, "PHONE", {"device_keys": replaced.keys})
    shown = (await query(world, BOB, ALICE))["device_keys"][ALICE]["PHONE"]
    assert shown["signatures"] == replaced.keys["signatures"]


@pytest.mark.parametrize("body", [{ALICE: []}, {ALICE: {"PHONE": "x"}}])
async def test_malformed_signature_uploads_are_refused(world: World, body: Any) -> None:
    with pytest.raises(Refused) as refused:
        await world.call("uploadCrossSigningSignatures", ALICE, "PHONE", body)
    assert (refused.value.status, refused.value.errcode) == (400, "M_BAD_JSON")
