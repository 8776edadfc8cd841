"""Accounts: coming in, staying in, leaving."""

import pytest

from tests.harness.client import PASSWORD, V1, V3, Door, Json, fresh
from tests.harness.person import Person
from tests.stories.conftest import Newcomer, OwnServer


def password_login(user: str, password: str = PASSWORD, **more: object) -> Json:
    """The body of a login with a password."""
    return {
        "type": "m.login.password",
        "identifier": {"type": "m.id.user", "user": user},
        "password": password,
        **more,
    }


def password_stage(person: Person, session: str, password: str = PASSWORD) -> Json:
    """The password stage of user-interactive authentication."""
    return {
        "type": "m.login.password",
        "identifier": {"type": "m.id.user", "user": person.user_id},
        "password": password,
        "session": session,
    }


async def test_register_in_two_rounds(door: Door) -> None:
    """The first request is answered with flows and a session, the second one with the account."""
    name = fresh("newcomer")
    first = await door.post(f"{V3}/register", json={"username": name, "password": PASSWORD}, expect=401)
    assert ["m.login.dummy"] in [flow["stages"] for flow in first["flows"]]
    # What was asked first counts: the retry needs to carry nothing but the stage.
    auth = {"type": "m.login.dummy", "session": first["session"]}
    made = await door.post(f"{V3}/register", json={"username": name, "password": PASSWORD, "auth": auth})
    assert made["user_id"] == f"@{name}:test.local"
    assert "refresh_token" not in made
    await door.post(f"{V3}/login", json=password_login(name))


async def test_register_without_login(door: Door) -> None:
    """`inhibit_login` makes an account and no device."""
    body = {"username": fresh("quiet"), "password": PASSWORD, "inhibit_login": True, "auth": {"type": "m.login.dummy"}}
    made = await door.post(f"{V3}/register", json=body)
    assert "access_token" not in made
    assert "device_id" not in made


async def test_register_names(door: Door, alice: Person) -> None:
    """A name is free, taken whatever its case, or no name."""
    localpart = alice.user_id[1:].partition(":")[0]
    dummy = {"password": PASSWORD, "auth": {"type": "m.login.dummy"}}
    await door.post(f"{V3}/register", json={"username": localpart, **dummy}, expect=(400, "M_USER_IN_USE"))
    await door.post(f"{V3}/register", json={"username": localpart.upper(), **dummy}, expect=(400, "M_USER_IN_USE"))
    await door.post(f"{V3}/register", json={"username": "no spaces", **dummy}, expect=(400, "M_INVALID_USERNAME"))
    await door.post(f"{V3}/register", json={"username": "x" * 255, **dummy}, expect=(400, "M_INVALID_USERNAME"))
    assert (await door.get(f"{V3}/register/available", username=fresh("free")))["available"] is True
    await door.get(f"{V3}/register/available", username=localpart, expect=(400, "M_USER_IN_USE"))
    await door.get(f"{V3}/register/available", username="no spaces", expect=(400, "M_INVALID_USERNAME"))
    nameless = await door.post(f"{V3}/register", json=dummy)
    assert nameless["user_id"].endswith(":test.local")
    await door.request(
        "POST", f"{V3}/register", query={"kind": "guest"}, json={}, expect=(403, "M_GUEST_ACCESS_FORBIDDEN")
    )


async def test_closed_registration(own_server: OwnServer) -> None:
    """A closed server makes no accounts at the front door."""
    async with Door(own_server({"LAIWANG_REGISTRATION__MODE": "closed"}).url) as door:
        body = {"username": "stranger", "password": PASSWORD, "auth": {"type": "m.login.dummy"}}
        await door.post(f"{V3}/register", json=body, expect=(403, "M_FORBIDDEN"))


async def test_registration_by_token(own_server: OwnServer) -> None:
    """With tokens, a stranger needs one; a wrong one is told apart from none."""
    async with Door(own_server({"LAIWANG_REGISTRATION__MODE": "token"}).url) as door:
        body: Json = {"username": "stranger", "password": PASSWORD}
        first = await door.post(f"{V3}/register", json=body, expect=401)
        assert all("m.login.registration_token" in flow["stages"] for flow in first["flows"])
        body["auth"] = {"type": "m.login.dummy", "session": first["session"]}
        await door.post(f"{V3}/register", json=body, expect=401)
        body["auth"] = {"type": "m.login.registration_token", "token": "guessed", "session": first["session"]}
        refused = await door.post(f"{V3}/register", json=body, expect=401)
        assert refused["errcode"] in {"M_FORBIDDEN", "M_UNAUTHORIZED"}
        assert refused["session"] == first["session"]
        validity = await door.get(f"{V1}/register/m.login.registration_token/validity", token="guessed")
        assert validity["valid"] is False


async def test_login(door: Door, alice: Person) -> None:
    """By full id or localpart; every device has a token of its own."""
    flows = await door.get(f"{V3}/login")
    assert "m.login.password" in [flow["type"] for flow in flows["flows"]]
    localpart = alice.user_id[1:].partition(":")[0]
    for user in (alice.user_id, localpart):
        answer = await door.post(f"{V3}/login", json=password_login(user, initial_device_display_name="Phone"))
        assert answer["user_id"] == alice.user_id
        assert answer["device_id"] != alice.device_id
        assert "refresh_token" not in answer
    await door.post(f"{V3}/login", json=password_login(alice.user_id, "wrong"), expect=(403, "M_FORBIDDEN"))
    await door.post(f"{V3}/login", json=password_login(fresh("nobody")), expect=(403, "M_FORBIDDEN"))
    await door.post(f"{V3}/login", json={"type": "m.login.magic"}, expect=(400, "M_UNKNOWN"))
    devices = (await alice.get(f"{V3}/devices"))["devices"]
    assert sorted(device.get("display_name", "") for device in devices)[-2:] == ["Phone", "Phone"]


async def test_login_again_on_a_device_replaces_its_token(alice: Person) -> None:
    """A token belongs to one device, and a device has one token."""
    again = await alice.other_device(device_id=alice.device_id)
    assert again.device_id == alice.device_id
    await alice.get(f"{V3}/account/whoami", expect=(401, "M_UNKNOWN_TOKEN"))
    who = await again.get(f"{V3}/account/whoami")
    assert who == {"user_id": again.user_id, "device_id": again.device_id, "is_guest": False}


async def test_tokens_that_are_none(door: Door) -> None:
    """No token and a wrong token are told apart; a token in the address is no token."""
    await door.get(f"{V3}/account/whoami", expect=(401, "M_MISSING_TOKEN"))
    await door.request("GET", f"{V3}/sync", headers={"Authorization": "Bearer no"}, expect=(401, "M_UNKNOWN_TOKEN"))
    await door.request("GET", f"{V3}/sync", headers={"Authorization": "Basic no"}, expect=(401, "M_MISSING_TOKEN"))


async def test_token_in_the_address_is_not_read(alice: Person, door: Door) -> None:
    """Tokens in addresses end in logs, so they do not count."""
    await door.get(f"{V3}/account/whoami", access_token=alice.token, expect=(401, "M_MISSING_TOKEN"))


async def test_refresh(alice: Person, door: Door) -> None:
    """The old refresh token lives until one of the new tokens is used."""
    login = await door.post(f"{V3}/login", json=password_login(alice.user_id, refresh_token=True))
    assert login["expires_in_ms"] > 0
    first = await door.post(f"{V3}/refresh", json={"refresh_token": login["refresh_token"]})
    # The answer was lost on the way: the client asks again with what it has.
    second = await door.post(f"{V3}/refresh", json={"refresh_token": login["refresh_token"]})
    headers = {"Authorization": f"Bearer {second['access_token']}"}
    who = await door.request("GET", f"{V3}/account/whoami", headers=headers)
    assert who["device_id"] == login["device_id"]
    await door.post(f"{V3}/refresh", json={"refresh_token": login["refresh_token"]}, expect=(401, "M_UNKNOWN_TOKEN"))
    headers = {"Authorization": f"Bearer {first['access_token']}"}
    await door.request("GET", f"{V3}/account/whoami", headers=headers, expect=(401, "M_UNKNOWN_TOKEN"))
    await door.post(f"{V3}/refresh", json={"refresh_token": "guessed"}, expect=(401, "M_UNKNOWN_TOKEN"))


async def test_logout(alice: Person) -> None:
    """A device that logs out is gone; logging out everywhere leaves none."""
    phone, tablet = await alice.other_device(), await alice.other_device()
    await phone.post(f"{V3}/logout")
    await phone.get(f"{V3}/account/whoami", expect=(401, "M_UNKNOWN_TOKEN"))
    await alice.get(f"{V3}/devices/{{}}", phone.device_id, expect=(404, "M_NOT_FOUND"))
    await alice.post(f"{V3}/logout/all")
    await tablet.get(f"{V3}/account/whoami", expect=(401, "M_UNKNOWN_TOKEN"))
    await alice.get(f"{V3}/account/whoami", expect=(401, "M_UNKNOWN_TOKEN"))


@pytest.mark.parametrize("logout_devices", [True, False])
async def test_change_password(alice: Person, door: Door, logout_devices: bool) -> None:
    """Changing the password needs the old one, and logs the other devices out unless told not to."""
    phone = await alice.other_device()
    body: Json = {"new_password": "another long password", "logout_devices": logout_devices}
    first = await alice.post(f"{V3}/account/password", json=body, expect=401)
    wrong = {**body, "auth": password_stage(alice, first["session"], "wrong")}
    refused = await alice.post(f"{V3}/account/password", json=wrong, expect=(401, "M_FORBIDDEN"))
    assert refused["session"] == first["session"]
    assert refused["flows"] == first["flows"]
    await alice.post(f"{V3}/account/password", json={**body, "auth": password_stage(alice, first["session"])})
    await alice.get(f"{V3}/account/whoami")
    await phone.get(f"{V3}/account/whoami", expect=401 if logout_devices else 200)
    await door.post(f"{V3}/login", json=password_login(alice.user_id), expect=(403, "M_FORBIDDEN"))
    await door.post(f"{V3}/login", json=password_login(alice.user_id, "another long password"))


async def test_a_session_is_of_one_person(alice: Person, bob: Person) -> None:
    """Bob's password does not open what Alice began, nor her session what he began."""
    body: Json = {"new_password": "another long password"}
    first = await alice.post(f"{V3}/account/password", json=body, expect=401)
    body["auth"] = password_stage(bob, first["session"])
    await alice.post(f"{V3}/account/password", json=body, expect=(401, "M_FORBIDDEN"))


async def test_deactivate(alice: Person, bob: Person, newcomer: Newcomer) -> None:
    """Who deactivates leaves all rooms, and cannot come back."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    first = await bob.post(f"{V3}/account/deactivate", expect=401)
    done = await bob.post(f"{V3}/account/deactivate", json={"auth": password_stage(bob, first["session"])})
    assert done["id_server_unbind_result"] in {"success", "no-support"}
    await bob.get(f"{V3}/account/whoami", expect=(401, "M_UNKNOWN_TOKEN"))
    await bob.request(
        "POST",
        f"{V3}/login",
        json=password_login(bob.user_id),
        headers={"Authorization": ""},
        expect=(403, "M_USER_DEACTIVATED"),
    )
    while (await alice.state(room, "m.room.member", bob.user_id))["membership"] != "leave":
        await alice.sync(timeout_ms=10_000)


async def test_a_device_id_that_is_taken_anew(newcomer: Newcomer) -> None:
    """What a device sent is forgotten with it: another one of that id repeats nothing."""
    alice = await newcomer("alice")
    room = await alice.create_room()
    phone = await alice.other_device(device_id="PHONE")
    first = await phone.send(room, {"msgtype": "m.text", "body": "one"}, txn="1")
    assert await phone.send(room, {"msgtype": "m.text", "body": "one"}, txn="1") == first
    await phone.post(f"{V3}/logout")
    again = await alice.other_device(device_id="PHONE")
    assert await again.send(room, {"msgtype": "m.text", "body": "two"}, txn="1") != first
