"""Browsers that sleep: they are told through their own push services, sealed so that nobody on the way can read."""

import base64
import json
from collections.abc import AsyncIterator
from typing import Any

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid02

from tests.harness.client import V3, Json, fresh
from tests.harness.elsewhere import Elsewhere, Received, Say
from tests.harness.person import Person
from tests.harness.server import ServerProcess
from tests.stories.conftest import OwnServer

OWN = "/api/v1/push/web"
INTRANET = {"LAIWANG_OUTBOUND__PRIVATE_HOSTS": "127.0.0.1", "LAIWANG_PUSH__CONTACT": "mailto:ops@example.org"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A server that may call push services on this machine."""
    process = ServerProcess(tmp_path_factory.mktemp("server") / "data", INTRANET)
    process.start()
    yield process
    process.stop()


def encoded(data: bytes) -> str:
    """base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    """The bytes of it."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class Browser:
    """A browser's side of a subscription: the private key, and the push service that knows its endpoint."""

    def __init__(self, service: Elsewhere) -> None:
        self.service = service
        self.private = ec.generate_private_key(ec.SECP256R1())
        self.auth = b"0123456789abcdef"
        self.endpoint = f"{service.url}/send/{fresh('browser')}"

    def subscription(self, **more: Any) -> Json:
        """What `PushSubscription.toJSON()` gives."""
        point = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return {"endpoint": self.endpoint, "keys": {"p256dh": encoded(point), "auth": encoded(self.auth)}, **more}

    async def next(self) -> tuple[Received, Json]:
        """The next message: as the push service has it, and opened."""
        request = await self.service.next()
        assert self.service.url + request.path == self.endpoint
        opened = http_ece.decrypt(request.body, private_key=self.private, auth_secret=self.auth, version="aes128gcm")
        found: Json = json.loads(opened)
        return request, found


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A browser whose push service takes everything."""
    async with Elsewhere(lambda _: Say(201)) as service:
        yield Browser(service)


async def pair(alice: Person, bob: Person) -> str:
    """A room of two."""
    room = await alice.create_room(preset="private_chat", invite=[bob.user_id])
    await bob.join(room)
    return room


async def test_a_message_reaches_a_browser(alice: Person, bob: Person, browser: Browser) -> None:
    """Sealed for the browser, signed by the server, with what is needed to show it and to open the room."""
    key = (await bob.get(f"{OWN}/key"))["key"]
    await bob.put(f"{OWN}/subscriptions", json=browser.subscription())
    await alice.put(f"{V3}/profile/{{}}/displayname", alice.user_id, json={"displayname": "Alice"})
    room = await alice.create_room(preset="private_chat", invite=[bob.user_id], name="Tea")
    _, invite = await browser.next()
    assert (invite["kind"], invite["room_id"]) == ("invite", room)
    await bob.join(room)
    event_id = await alice.say(room, "你好" * 1000)
    request, found = await browser.next()
    assert found == {
        "kind": "message",
        "room_id": room,
        "event_id": event_id,
        "sender": alice.user_id,
        "sender_name": "Alice",
        "room_name": "Tea",
        "body": ("你好" * 1000)[:400],
        "unread": 1,
    }
    assert b"Alice" not in request.body
    assert len(request.body) <= 4096
    assert request.headers["content-encoding"] == "aes128gcm"
    assert request.headers["urgency"] == "high"
    assert int(request.headers["ttl"]) > 0
    scheme, _, rest = request.headers["authorization"].partition(" ")
    parts = dict(part.strip().split("=", 1) for part in rest.split(","))
    assert (scheme, parts["k"]) == ("vapid", key)
    assert Vapid02.verify(request.headers["authorization"])
    claims = json.loads(decoded(parts["t"].split(".")[1]))
    assert (claims["aud"], claims["sub"]) == (browser.service.url, "mailto:ops@example.org")
    point = decoded(key)
    assert (len(point), point[0]) == (65, 4)


def thread(root: str) -> dict[str, str]:
    """The relation of a message in the thread of a root."""
    return {"rel_type": "m.thread", "event_id": root}


async def test_what_is_not_shown(alice: Person, bob: Person, browser: Browser) -> None:
    """No text where the person does not want it, nor of what only devices can read; none for one's own words or for badges."""
    room = await pair(alice, bob)
    await bob.put(f"{OWN}/subscriptions", json=browser.subscription(preview=False))
    event_id = await alice.say(room, "secret")
    _, found = await browser.next()
    assert (found["kind"], found["event_id"]) == ("message", event_id)
    assert "body" not in found
    await bob.receipt(room, event_id)
    await bob.say(room, "mine")
    await bob.put(f"{OWN}/subscriptions", json=browser.subscription())
    html = {"format": "org.matrix.custom.html", "formatted_body": "<img src=x onerror=alert(1)>"}
    await alice.send(room, {"msgtype": "m.text", "body": "<b>plain</b>", **html})
    _, found = await browser.next()
    assert found["body"] == "<b>plain</b>"  # shown as text, never as HTML
    assert "onerror" not in json.dumps(found)
    poll = {"org.matrix.msc3381.poll.start": {}, "org.matrix.msc1767.text": "Lunch?\n1. noodles"}
    await alice.send(room, poll, kind="org.matrix.msc3381.poll.start")
    _, found = await browser.next()
    assert (found["kind"], found["body"], found["unread"]) == ("message", "Lunch?\n1. noodles", 2)
    picture = f"mxc://{alice.user_id.partition(':')[2]}/cat"
    await alice.send(room, {"body": "cat", "url": picture, "info": {}}, kind="m.sticker")
    _, found = await browser.next()
    assert (found["kind"], found["body"], found["unread"]) == ("message", "cat", 3)
    sealed = {"algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "x", "body": "not for you"}
    await alice.send(room, sealed, kind="m.room.encrypted")
    _, found = await browser.next()
    assert (found["kind"], found["unread"]) == ("encrypted", 4)
    assert "body" not in found
    assert "thread_id" not in found
    await alice.send(room, {"msgtype": "m.text", "body": "x", "m.relates_to": thread(event_id)})
    assert (await browser.next())[1]["thread_id"] == event_id
    await alice.send(room, {"msgtype": "m.text", "body": "x", "m.relates_to": thread("no id" * 1000)})
    assert "thread_id" not in (await browser.next())[1]
    assert (await bob.get(f"{OWN}/subscriptions"))["subscriptions"] == [{"endpoint": browser.endpoint, "preview": True}]
    assert (await bob.get(f"{V3}/pushers"))["pushers"] == []


async def test_a_subscription_that_is_gone(alice: Person, bob: Person) -> None:
    """The push service says so, or the person, or she logs out."""
    status = 410
    async with Elsewhere(lambda _: Say(status)) as service:
        browser, other = Browser(service), Browser(service)
        room = await pair(alice, bob)
        await bob.put(f"{OWN}/subscriptions", json=browser.subscription())
        await alice.say(room, "hello")
        await browser.next()
        while (await bob.get(f"{OWN}/subscriptions"))["subscriptions"]:
            pass
        await bob.put(f"{OWN}/subscriptions", json=browser.subscription())
        await bob.delete(f"{OWN}/subscriptions", json={"endpoint": browser.endpoint})
        await bob.delete(f"{OWN}/subscriptions", json={"endpoint": browser.endpoint})
        tablet = await bob.other_device()
        await tablet.put(f"{OWN}/subscriptions", json=other.subscription())
        await tablet.post(f"{V3}/logout")
        assert (await bob.get(f"{OWN}/subscriptions"))["subscriptions"] == []


async def test_a_browser_changes_hands(alice: Person, bob: Person, browser: Browser) -> None:
    """Whoever logs in on it next has the endpoint."""
    await alice.put(f"{OWN}/subscriptions", json=browser.subscription())
    await bob.put(f"{OWN}/subscriptions", json=browser.subscription())
    assert (await alice.get(f"{OWN}/subscriptions"))["subscriptions"] == []
    assert len((await bob.get(f"{OWN}/subscriptions"))["subscriptions"]) == 1


async def test_what_is_no_subscription(bob: Person, browser: Browser) -> None:
    """Keys that are none, endpoints inside."""
    right = browser.subscription()
    for wrong in (
        {**right, "endpoint": 5},
        {**right, "endpoint": "https://x/" + "x" * 3000},
        {**right, "keys": None},
        {**right, "keys": {"auth": right["keys"]["auth"]}},
        {**right, "preview": "no"},
    ):
        await bob.put(f"{OWN}/subscriptions", json=wrong, expect=(400, "M_BAD_JSON"))
    for wrong in (
        {**right, "endpoint": "http://example.com/x"},
        {**right, "endpoint": "nonsense"},
        {**right, "keys": {**right["keys"], "p256dh": encoded(b"\x04" + b"x" * 64)}},
        {**right, "keys": {**right["keys"], "p256dh": "!!!"}},
        {**right, "keys": {**right["keys"], "auth": encoded(b"short")}},
    ):
        await bob.put(f"{OWN}/subscriptions", json=wrong, expect=(400, "M_INVALID_PARAM"))
    own = {"kind": "http", "app_id": "laiwang.web", "pushkey": "x", "data": {"url": "https://example.com"}}
    await bob.post(f"{V3}/pushers/set", json=own, expect=(400, "M_INVALID_PARAM"))


async def test_the_key_and_what_waits_survive_a_power_cut(own_server: OwnServer) -> None:
    """The key is the same after kill -9, and a message that the push service did not take comes after it."""
    server = own_server(INTRANET)
    async with Elsewhere(lambda _: Say(503)) as service:
        browser = Browser(service)
        alice, bob = await Person.arrive(server.url, "alice"), await Person.arrive(server.url, "bob")
        key = (await bob.get(f"{OWN}/key"))["key"]
        room = await pair(alice, bob)
        await bob.put(f"{OWN}/subscriptions", json=browser.subscription())
        event_id = await alice.say(room, "hello")
        await browser.next()
        server.kill()
        service.answer = lambda _: Say(201)
        server.start()
        _, found = await browser.next()
        assert found["event_id"] == event_id
        assert (await bob.get(f"{OWN}/key"))["key"] == key
        for person in (alice, bob):
            await person.close()
