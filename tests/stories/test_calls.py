"""Phones that call each other through a relay."""

import base64
import hashlib
import hmac
import time

from tests.harness.client import V3
from tests.harness.person import Person
from tests.stories.conftest import OwnServer


async def test_without_a_relay(alice: Person) -> None:
    """Clients are told that there is none."""
    assert await alice.get(f"{V3}/voip/turnServer") == {}


async def test_credentials_of_the_relay(own_server: OwnServer) -> None:
    """They name the person and the time until which they hold, and the relay can check them with the secret."""
    uris = ["turn:turn.example.org:3478?transport=udp", "turns:turn.example.org:443?transport=tcp"]
    server = own_server(
        {"LAIWANG_TURN__URIS": ",".join(uris), "LAIWANG_TURN__SECRET": "shared", "LAIWANG_TURN__TTL_S": "3600"}
    )
    async with await Person.arrive(server.url, "alice") as alice:
        before = int(time.time())
        told = await alice.get(f"{V3}/voip/turnServer")
        after = int(time.time())
        assert (told["uris"], told["ttl"]) == (uris, 3600)
        until_s, _, user_id = told["username"].partition(":")
        assert user_id == alice.user_id
        assert before + 3600 <= int(until_s) <= after + 3600
        password = hmac.new(b"shared", told["username"].encode(), hashlib.sha1).digest()
        assert base64.b64decode(told["password"]) == password
        alice.token = None
        await alice.get(f"{V3}/voip/turnServer", expect=(401, "M_MISSING_TOKEN"))
