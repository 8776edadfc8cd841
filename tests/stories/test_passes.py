"""Tokens of a short life, addresses that nobody has here, and whom to turn to."""

import asyncio
from typing import Any

import pytest

from tests.harness.client import PASSWORD, V1, V3, Door, Json
from tests.harness.person import Person
from tests.stories.conftest import OwnServer

FORBIDDEN = (403, "M_FORBIDDEN")
USER_INFO = "/_matrix/federation/v1/openid/userinfo"


async def login_token(person: Person) -> str:
    """A token for another device, the password proved."""
    asked = await person.post(f"{V1}/login/get_token", expect=401)
    assert asked["flows"] == [{"stages": ["m.login.password"]}]
    identifier = {"type": "m.id.user", "user": person.user_id}
    auth = {"type": "m.login.password", "identifier": identifier, "password": PASSWORD, "session": asked["session"]}
    answer = await person.post(f"{V1}/login/get_token", json={"auth": auth})
    assert answer["expires_in_ms"] > 0
    token: str = answer["login_token"]
    return token


async def log_in(door: Door, token: Any, expect: Any = 200, **more: Any) -> Json:
    """A login by token."""
    return await door.post(f"{V3}/login", json={"type": "m.login.token", "token": token, **more}, expect=expect)


async def test_another_device_by_token(alice: Person, door: Door) -> None:
    """Offered to everybody, given to who proves herself, good for one login."""
    flows = (await door.get(f"{V3}/login"))["flows"]
    assert {"type": "m.login.token", "get_login_token": True} in flows
    assert (await alice.get(f"{V3}/capabilities"))["capabilities"]["m.get_login_token"] == {"enabled": True}
    token = await login_token(alice)
    session = await log_in(door, token, initial_device_display_name="Tablet", refresh_token=True)
    assert session["user_id"] == alice.user_id
    assert session["device_id"] != alice.device_id
    assert "refresh_token" in session
    devices = {device["device_id"]: device for device in (await alice.get(f"{V3}/devices"))["devices"]}
    assert devices[session["device_id"]]["display_name"] == "Tablet"
    await log_in(door, token, expect=FORBIDDEN)
    for wrong in ("", "nonsense", alice.token):
        await log_in(door, wrong, expect=FORBIDDEN)
    await log_in(door, 7, expect=(400, "M_BAD_JSON"))
    await door.post(f"{V3}/login", json={"type": "m.login.token"}, expect=(400, "M_MISSING_PARAM"))


async def test_one_token_of_several_logins(alice: Person, door: Door) -> None:
    """Of many at once one gets in."""
    token = await login_token(alice)
    responses = await asyncio.gather(
        *(
            door.respond("POST", f"{V3}/login", json={"type": "m.login.token", "token": token}, expect=None)
            for _ in range(8)
        )
    )
    assert sorted(response.status_code for response in responses) == [200] + [403] * 7


async def test_no_tokens(own_server: OwnServer) -> None:
    """An operator may do without."""
    server = own_server({"LAIWANG_PASSES__LOGIN_TOKEN_LIFETIME_S": "0"})
    async with Door(server.url) as door:
        assert "m.login.token" not in [flow["type"] for flow in (await door.get(f"{V3}/login"))["flows"]]
        alice = await Person.arrive(server.url)
        await alice.post(f"{V1}/login/get_token", expect=(404, "M_UNRECOGNIZED"))
        assert (await alice.get(f"{V3}/capabilities"))["capabilities"]["m.get_login_token"] == {"enabled": False}
        await log_in(door, "x", expect=(400, "M_UNKNOWN"))
        await alice.close()


async def test_proving_who_one_is(alice: Person, bob: Person, door: Door) -> None:
    """Another service is given a token, and asks this server whose it is; it is good for nothing else."""
    path = f"{V3}/user/{{}}/openid/request_token"
    given = await alice.post(path, alice.user_id)
    assert given["token_type"] == "Bearer"
    assert (given["matrix_server_name"], given["expires_in"]) == ("test.local", 3600)
    token = given["access_token"]
    for _ in range(2):
        assert await door.get(USER_INFO, access_token=token) == {"sub": alice.user_id}
    await door.get(USER_INFO, access_token="nonsense", expect=(401, "M_UNKNOWN_TOKEN"))
    await door.get(USER_INFO, access_token=await login_token(alice), expect=(401, "M_UNKNOWN_TOKEN"))
    await door.get(USER_INFO, expect=(401, "M_MISSING_TOKEN"))
    await log_in(door, token, expect=FORBIDDEN)
    headers = {"Authorization": f"Bearer {token}"}
    await door.request("GET", f"{V3}/account/whoami", headers=headers, expect=(401, "M_UNKNOWN_TOKEN"))
    await bob.post(path, alice.user_id, expect=FORBIDDEN)
    auth = {"type": "m.login.password", "identifier": {"type": "m.id.user", "user": alice.user_id}}
    await alice.post(f"{V3}/account/deactivate", json={"auth": {**auth, "password": PASSWORD}})
    await door.get(USER_INFO, access_token=token, expect=(401, "M_UNKNOWN_TOKEN"))


@pytest.mark.parametrize(
    ("path", "expect"),
    [
        ("register", (403, "M_THREEPID_DENIED")),
        ("account/password", (400, "M_THREEPID_NOT_FOUND")),
        ("account/3pid", (400, "M_THREEPID_MEDIUM_NOT_SUPPORTED")),
    ],
)
async def test_no_addresses(alice: Person, door: Door, path: str, expect: tuple[int, str]) -> None:
    """Nobody is sent anything; what is missing in a request is said first."""
    secret = {"client_secret": "abc", "send_attempt": 1}
    email = f"{V3}/{path}/email/requestToken"
    phone = f"{V3}/{path}/msisdn/requestToken"
    await door.post(email, json={**secret, "email": "a@example.org"}, expect=expect)
    await door.post(phone, json={**secret, "country": "CN", "phone_number": "1"}, expect=expect)
    await door.post(email, json=secret, expect=(400, "M_MISSING_PARAM"))
    await door.post(phone, json={**secret, "country": "CN"}, expect=(400, "M_MISSING_PARAM"))
    await door.post(email, json={**secret, "email": 7}, expect=(400, "M_BAD_JSON"))
    await door.post(email, json={"client_secret": "a", "email": "a@b"}, expect=(400, "M_MISSING_PARAM"))
    await door.post(email, json={**secret, "email": "a@b", "send_attempt": "1"}, expect=(400, "M_BAD_JSON"))


async def test_addresses_of_an_account(alice: Person) -> None:
    """There are none, none can be added, and taking one away is done already."""
    assert await alice.get(f"{V3}/account/3pid") == {"threepids": []}
    await alice.post(f"{V3}/account/3pid/add", json={"client_secret": "a", "sid": "b"}, expect=FORBIDDEN)
    await alice.post(f"{V3}/account/3pid/add", expect=(400, "M_MISSING_PARAM"))
    for verb in ("delete", "unbind"):
        gone = await alice.post(f"{V3}/account/3pid/{verb}", json={"medium": "email", "address": "a@example.org"})
        assert gone == {"id_server_unbind_result": "no-support"}
    wrong = {"medium": "pigeon", "address": "roof"}
    await alice.post(f"{V3}/account/3pid/delete", json=wrong, expect=(400, "M_INVALID_PARAM"))
    assert (await alice.get(f"{V3}/capabilities"))["capabilities"]["m.3pid_changes"] == {"enabled": False}


async def test_whom_to_turn_to(door: Door, own_server: OwnServer) -> None:
    """What the operator has set; nothing when that is nothing."""
    await door.get("/.well-known/matrix/support", expect=(404, "M_NOT_FOUND"))
    server = own_server(
        {
            "LAIWANG_SUPPORT__PAGE": "https://example.org/help",
            "LAIWANG_SUPPORT__ADMIN_MATRIX_ID": "@admin:test.local",
            "LAIWANG_SUPPORT__ADMIN_EMAIL": "admin@example.org",
            "LAIWANG_SUPPORT__SECURITY_EMAIL": "security@example.org",
        }
    )
    async with Door(server.url) as other:
        assert await other.get("/.well-known/matrix/support") == {
            "contacts": [
                {"role": "m.role.admin", "matrix_id": "@admin:test.local", "email_address": "admin@example.org"},
                {"role": "m.role.security", "email_address": "security@example.org"},
            ],
            "support_page": "https://example.org/help",
        }
