"""Phones that sleep: a push gateway hears what concerns them, and nothing else."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.harness.client import V3, Json, fresh
from tests.harness.elsewhere import Elsewhere, Received, Say, check_request
from tests.harness.person import Person
from tests.harness.server import ServerProcess
from tests.stories.conftest import Newcomer, OwnServer

NOTIFY = "/_matrix/push/v1/notify"
INTRANET = {"LAIWANG_OUTBOUND__PRIVATE_HOSTS": "127.0.0.1"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A server that may call gateways on this machine."""
    process = ServerProcess(tmp_path_factory.mktemp("server") / "data", INTRANET)
    process.start()
    yield process
    process.stop()


@pytest.fixture
async def gateway() -> AsyncIterator[Elsewhere]:
    """A push gateway that takes everything."""
    async with Elsewhere(lambda _: Say(json={"rejected": []})) as gateway:
        yield gateway


async def set_pusher(person: Person, gateway: Elsewhere, pushkey: str = "", **more: Any) -> str:
    """Let the gateway wake the person's phone."""
    pushkey = pushkey or fresh("key")
    data = {"url": f"{gateway.url}{NOTIFY}", **more.pop("data", {})}
    body = {
        "kind": "http",
        "app_id": "app.example",
        "pushkey": pushkey,
        "app_display_name": "App",
        "device_display_name": "Phone",
        "lang": "zh",
        "data": data,
        **more,
    }
    await person.post(f"{V3}/pushers/set", json=body)
    return pushkey


async def notice(gateway: Elsewhere) -> Json:
    """The next notification, held to the specification."""
    request = await gateway.next()
    assert (request.method, request.path) == ("POST", NOTIFY)
    found: Json = check_request("push-gateway-api", NOTIFY, request)["notification"]
    return found


async def told(gateway: Elsewhere) -> Json:
    """The next notification of an event: badges alone are passed over."""
    while True:
        found = await notice(gateway)
        if "event_id" in found:
            return found


async def pair(alice: Person, bob: Person, **more: Any) -> str:
    """A room of two."""
    room = await alice.create_room(preset="private_chat", invite=[bob.user_id], **more)
    await bob.join(room)
    return room


async def test_a_message_wakes_a_phone(alice: Person, bob: Person, gateway: Elsewhere) -> None:
    """With everything that the phone needs to show it; nobody is woken by what she says herself."""
    await alice.put(f"{V3}/profile/{{}}/displayname", alice.user_id, json={"displayname": "Alice"})
    room = await pair(alice, bob, name="Tea")
    key = await set_pusher(bob, gateway)
    await set_pusher(alice, gateway)
    event_id = await alice.say(room, "hello")
    found = await told(gateway)
    assert found["event_id"] == event_id
    assert (found["room_id"], found["type"], found["sender"]) == (room, "m.room.message", alice.user_id)
    assert (found["sender_display_name"], found["room_name"]) == ("Alice", "Tea")
    assert found["content"] == {"msgtype": "m.text", "body": "hello"}
    assert found["counts"] == {"unread": 1}
    assert found["prio"] == "high"
    (device,) = found["devices"]
    assert (device["app_id"], device["pushkey"], device["data"]) == ("app.example", key, {})
    assert device["tweaks"]["sound"] == "default"
    assert isinstance(device["pushkey_ts"], int)
    second = await alice.say(room, "are you there?")
    found = await told(gateway)
    assert (found["event_id"], found["counts"]) == (second, {"unread": 2})


async def test_event_id_only(alice: Person, bob: Person, gateway: Elsewhere) -> None:
    """A phone that fetches the event itself does not have its text travel through others' hands."""
    room = await pair(alice, bob, name="Tea")
    await set_pusher(bob, gateway, data={"format": "event_id_only", "brand": "x"})
    event_id = await alice.say(room, "secret")
    found = await told(gateway)
    assert set(found) == {"event_id", "room_id", "counts", "prio", "devices"}
    assert found["event_id"] == event_id
    assert found["devices"][0]["data"] == {"format": "event_id_only", "brand": "x"}


async def test_an_invitation_wakes_a_phone(alice: Person, bob: Person, gateway: Elsewhere) -> None:
    """Who is invited is no member yet and hears of it all the same."""
    await set_pusher(bob, gateway)
    room = await alice.create_room(preset="private_chat", invite=[bob.user_id])
    found = await told(gateway)
    assert (found["room_id"], found["type"], found["user_is_target"]) == (room, "m.room.member", True)
    assert found["content"]["membership"] == "invite"


async def test_reading_takes_the_badge_away(alice: Person, bob: Person, gateway: Elsewhere) -> None:
    """On whichever device she read."""
    room = await pair(alice, bob)
    await set_pusher(bob, gateway)
    event_id = await alice.say(room, "hello")
    assert (await told(gateway))["counts"] == {"unread": 1}
    tablet = await bob.other_device()
    await tablet.receipt(room, event_id, kind="m.read.private")
    found = await notice(gateway)
    assert found["counts"] == {"unread": 0}
    assert "event_id" not in found
    event_id = await alice.say(room, "again")
    assert (await told(gateway))["counts"] == {"unread": 1}
    await tablet.say(room, "answered")
    assert (await notice(gateway))["counts"] == {"unread": 0}


async def test_rules_are_followed(alice: Person, bob: Person, carol: Person, gateway: Elsewhere) -> None:
    """A muted room is silent but for mentions; a word of one's own is heard; an ignored person is not."""
    room = await pair(alice, bob)
    await carol_joins(alice, carol, room)
    await set_pusher(bob, gateway)
    await bob.put(f"{V3}/pushrules/global/override/{{}}", "mute", json=muting(room))
    await bob.put(
        f"{V3}/pushrules/global/override/{{}}?before=mute",
        "word",
        json={
            "conditions": [{"kind": "event_match", "key": "content.body", "pattern": "tea"}],
            "actions": ["notify", {"set_tweak": "sound", "value": "bell"}, {"set_tweak": "highlight"}],
        },
    )
    await bob.put(
        f"{V3}/user/{{}}/account_data/m.ignored_user_list",
        bob.user_id,
        json={"ignored_users": {carol.user_id: {}}},
    )
    await alice.say(room, "nothing that matters")
    await carol.say(room, "tea!")
    heard = await alice.say(room, "tea?")
    found = await told(gateway)
    assert found["event_id"] == heard
    assert found["devices"][0]["tweaks"] == {"sound": "bell", "highlight": True}


async def carol_joins(alice: Person, carol: Person, room: str) -> None:
    """A third one."""
    await alice.membership("invite", room, carol)
    await carol.join(room)


def muting(room: str) -> Json:
    """A rule that silences a room."""
    return {"conditions": [{"kind": "event_match", "key": "room_id", "pattern": room}], "actions": []}


async def test_only_what_she_could_see(alice: Person, bob: Person, gateway: Elsewhere) -> None:
    """Nothing that was said before she came, nor after she left."""
    room = await alice.create_room(preset="public_chat")
    await set_pusher(bob, gateway)
    await alice.say(room, "before")
    await bob.join(room)
    heard = await alice.say(room, "now")
    assert (await told(gateway))["event_id"] == heard
    await bob.membership("leave", room)
    await alice.say(room, "after")
    other = await alice.create_room(invite=[bob.user_id])
    assert (await told(gateway))["room_id"] == other  # the invitation to it


async def test_a_call_rings_and_is_missed(alice: Person, bob: Person, gateway: Elsewhere) -> None:
    """A call rings; once it has been given up, it counts as missed until she looks."""
    room = await pair(alice, bob)
    await set_pusher(bob, gateway)
    call = {"call_id": "c1", "version": "1", "party_id": "p", "lifetime": 60_000, "offer": {"type": "offer", "sdp": ""}}
    event_id = await alice.send(room, call, kind="m.call.invite")
    found = await told(gateway)
    assert (found["event_id"], found["counts"]) == (event_id, {"unread": 1})
    assert found["devices"][0]["tweaks"]["sound"] == "ring"
    hangup = {"call_id": "c1", "version": "1", "party_id": "p", "reason": "invite_timeout"}
    await alice.send(room, hangup, kind="m.call.hangup")
    assert (await notice(gateway))["counts"] == {"unread": 1, "missed_calls": 1}
    await bob.receipt(room, event_id)
    assert (await notice(gateway))["counts"] == {"unread": 0}


async def test_a_rejected_key_is_called_no_more(alice: Person, bob: Person) -> None:
    """The gateway says that the app is gone from the phone."""
    gone: set[str] = set()

    def answer(request: Received) -> Say:
        keys = [device["pushkey"] for device in request.json["notification"]["devices"]]
        return Say(json={"rejected": [key for key in keys if key in gone]})

    async with Elsewhere(answer) as gateway:
        room = await pair(alice, bob)
        first, second = await set_pusher(bob, gateway), await set_pusher(bob, gateway)
        gone.add(first)
        event_id = await alice.say(room, "hello")
        seen = {(await told(gateway))["devices"][0]["pushkey"] for _ in range(2)}
        assert seen == {first, second}
        while len(left := (await bob.get(f"{V3}/pushers"))["pushers"]) != 1:
            pass
        assert left[0]["pushkey"] == second
        await bob.receipt(room, event_id)
        await notice(gateway)
        await alice.say(room, "again")
        assert (await told(gateway))["devices"][0]["pushkey"] == second


async def test_a_gateway_in_trouble_is_tried_again(alice: Person, bob: Person, gateway: Elsewhere) -> None:
    """What was refused with 5xx comes again, in order; a pusher of somebody else's does not wait for it."""
    failures = iter([503, 500])
    seen: list[str] = []

    def answer(request: Received) -> Say:
        status = next(failures, 200)
        if status == 200:
            seen.append(request.json["notification"].get("event_id", ""))
        return Say(status, {"rejected": []})

    async with Elsewhere(answer) as shaky:
        room = await pair(alice, bob)
        await set_pusher(bob, shaky)
        await set_pusher(bob, gateway)
        events = [await alice.say(room, text) for text in ("one", "two", "three")]
        assert [(await told(gateway))["event_id"] for _ in events] == events
        while len(seen) < len(events):
            await shaky.next()
        assert [one for one in seen if one] == events


async def test_a_silent_gateway_delays_nobody(alice: Person, newcomer: Newcomer, gateway: Elsewhere) -> None:
    """Twenty phones at a gateway that never answers; the one at another gateway hears at once."""
    async with Elsewhere() as silent:
        silent.answering.clear()
        room = await alice.create_room(preset="public_chat")
        for _ in range(20):
            sleeper = await newcomer("sleeper")
            await sleeper.join(room)
            await set_pusher(sleeper, silent)
        bob = await newcomer("bob")
        await bob.join(room)
        await set_pusher(bob, gateway)
        event_id = await alice.say(room, "hello")
        await silent.next()
        assert (await told(gateway))["event_id"] == event_id


async def test_a_power_cut_between_the_message_and_the_gateway(own_server: OwnServer) -> None:
    """What a phone was to be told is told after the restart, once per event, also when the power fails twice."""
    server = own_server(INTRANET)
    async with Elsewhere(lambda _: Say(503)) as gateway:
        alice, bob = await Person.arrive(server.url, "alice"), await Person.arrive(server.url, "bob")
        room = await pair(alice, bob)
        await set_pusher(bob, gateway)
        events = [await alice.say(room, text) for text in ("one", "two", "three")]
        await gateway.next()
        server.kill()
        server.start()
        await gateway.next()
        events.append(await alice.say(room, "four"))
        server.kill()
        gateway.answer = lambda _: Say(json={"rejected": []})
        while not gateway.received.empty():
            gateway.received.get_nowait()
        server.start()
        assert [(await told(gateway))["event_id"] for _ in events] == events
        await bob.receipt(room, events[-1])
        assert (await notice(gateway))["counts"] == {"unread": 0}
        assert gateway.received.empty()
        for person in (alice, bob):
            await person.close()


async def test_what_was_read_meanwhile_is_not_told(alice: Person, bob: Person) -> None:
    """A gateway was away, and she has seen everything by the time when it is back."""
    async with Elsewhere(lambda _: Say(502)) as gateway:
        room = await pair(alice, bob)
        await set_pusher(bob, gateway)
        await alice.say(room, "one")
        redacted = await alice.say(room, "two")
        await gateway.next()
        event_id = await alice.say(room, "three")
        await alice.redact(room, redacted)
        await bob.receipt(room, event_id)
        last = await alice.say(room, "four")
        gateway.answer = lambda _: Say(json={"rejected": []})
        while not gateway.received.empty():
            gateway.received.get_nowait()
        assert (await told(gateway))["event_id"] == last


async def test_a_logged_out_phone_is_not_called(alice: Person, bob: Person, gateway: Elsewhere) -> None:
    """The pusher goes with the device."""
    room = await pair(alice, bob)
    phone = await bob.other_device()
    await set_pusher(phone, gateway, pushkey="gone")
    await set_pusher(bob, gateway, pushkey="here")
    await phone.post(f"{V3}/logout")
    await alice.say(room, "hello")
    assert (await told(gateway))["devices"][0]["pushkey"] == "here"
    assert [one["pushkey"] for one in (await bob.get(f"{V3}/pushers"))["pushers"]] == ["here"]


async def test_a_phone_changes_hands(alice: Person, bob: Person, carol: Person, gateway: Elsewhere) -> None:
    """Whoever logs in on it takes its push key over."""
    room = await pair(alice, bob)
    await carol_joins(alice, carol, room)
    await set_pusher(bob, gateway, pushkey="phone")
    await set_pusher(carol, gateway, pushkey="phone")
    await alice.say(room, "hello")
    await told(gateway)
    assert (await bob.get(f"{V3}/pushers"))["pushers"] == []
    await carol.membership("leave", room)
    assert (await notice(gateway))["counts"] == {"unread": 0}
    assert gateway.received.empty()


async def test_gateways_inside_are_not_called(own_server: OwnServer) -> None:
    """A person cannot have the server knock at doors inside: refused when it shows, never called when it does not."""
    server = own_server()
    async with Elsewhere() as inside:
        bob = await Person.arrive(server.url, "bob")
        for url in (
            f"http://127.0.0.1:{inside.port}{NOTIFY}",
            f"http://localhost:{inside.port}{NOTIFY}",
            f"https://user:pass@example.com{NOTIFY}",
            "https://example.com/elsewhere",
            f"ftp://example.com{NOTIFY}",
        ):
            await bob.post(f"{V3}/pushers/set", json=pusher(url), expect=(400, "M_INVALID_PARAM"))
        for host in ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0", "127.1"):
            await bob.post(f"{V3}/pushers/set", json=pusher(f"https://{host}:{inside.port}{NOTIFY}"))
        alice = await Person.arrive(server.url, "alice")
        await alice.create_room(invite=[bob.user_id])
        while server.log_path.read_text().count("not an address of the public internet") < 5:
            await alice.respond("GET", "/healthz")
        assert inside.received.empty()
        for person in (alice, bob):
            await person.close()


def pusher(url: str) -> Json:
    """A pusher with that gateway."""
    return {
        "kind": "http",
        "app_id": "app.example",
        "pushkey": fresh("key"),
        "app_display_name": "App",
        "device_display_name": "Phone",
        "lang": "en",
        "data": {"url": url},
    }


async def test_notifications_are_listed(alice: Person, bob: Person, carol: Person) -> None:
    """Newest first, page by page; highlights alone; with what has been read."""
    room, other = await pair(alice, bob), await pair(alice, bob)
    await carol_joins(alice, carol, room)
    events = []
    for number in range(3):
        events.append(await alice.say(room, f"in one {number}"))
        events.append(await alice.say(other, f"in the other {number}"))
    mention = await carol.say(room, "look", **{"m.mentions": {"user_ids": [bob.user_id]}})
    await bob.receipt(room, events[0])
    seen: list[Json] = []
    start: str | None = None
    while True:
        page = await bob.request("GET", f"{V3}/notifications", query={"limit": 2, "from": start})
        assert len(page["notifications"]) <= 2
        seen += page["notifications"]
        start = page.get("next_token")
        if start is None:
            break
    messages = [one for one in seen if one["event"]["type"] == "m.room.message"]
    assert [one["event"]["event_id"] for one in messages] == [mention, *reversed(events)]
    assert [one["read"] for one in messages] == [False] * 6 + [True]
    assert messages[0]["room_id"] == room
    assert "notify" in messages[0]["actions"]
    highlights = (await bob.get(f"{V3}/notifications", only="highlight"))["notifications"]
    assert [one["event"]["event_id"] for one in highlights] == [mention]
    wrong = {"from": "nonsense"}
    await bob.request("GET", f"{V3}/notifications", query=wrong, expect=(400, "M_INVALID_PARAM"))


async def test_a_person_has_so_many_pushers(bob: Person, gateway: Elsewhere) -> None:
    """A person has so many pushers and no more; setting one again changes it."""
    for number in range(50):
        await set_pusher(bob, gateway, pushkey=f"key{number}")
    await set_pusher(bob, gateway, pushkey="key3", lang="en")
    body = pusher(f"{gateway.url}{NOTIFY}")
    await bob.post(f"{V3}/pushers/set", json=body, expect=(413, "M_TOO_LARGE"))
    shown = (await bob.get(f"{V3}/pushers"))["pushers"]
    assert len(shown) == 50
    assert [one["lang"] for one in shown if one["pushkey"] == "key3"] == ["en"]
    await bob.post(f"{V3}/pushers/set", json={"kind": None, "app_id": "app.example", "pushkey": "key3"})
    assert len((await bob.get(f"{V3}/pushers"))["pushers"]) == 49
