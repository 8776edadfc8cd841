"""Requests that are wrong get a clear, typed refusal, change nothing, and nobody else notices."""

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from tests.harness.client import V1, V3, Door, Expected, Json, fresh
from tests.harness.person import Person
from tests.stories.conftest import Newcomer
from tests.stories.looking import filtered, ids, timeline

MESSAGE = {"msgtype": "m.text", "body": "hello"}
SEND = f"{V3}/rooms/{{}}/send/{{}}/{{}}"
STATE = f"{V3}/rooms/{{}}/state/{{}}/{{}}"
BEYOND = 2**53


@pytest.fixture
async def room(alice: Person) -> str:
    """A room of Alice's."""
    return await alice.create_room(preset="public_chat")


@pytest.fixture(autouse=True)
async def nobody_notices(newcomer: Newcomer) -> AsyncIterator[None]:
    """Two other people talk before and after; nothing else reaches them."""
    yvonne, zoe = await newcomer("yvonne"), await newcomer("zoe")
    room = await yvonne.create_room(invite=[zoe.user_id])
    await zoe.join(room)
    await zoe.sync(filter=filtered())
    yield
    event_id = await yvonne.say(room, "how was it?")
    answer = await zoe.sync(filter=filtered())
    assert [event["event_id"] for event in timeline(answer, room)] == [event_id]
    assert set(answer["rooms"]["join"]) == {room}
    assert not answer.get("to_device", {}).get("events")


async def contents(person: Person, room: str) -> list[Json]:
    """The contents of all messages in a room."""
    page = await person.messages(room, limit=100)
    return [event["content"] for event in page["chunk"] if event["type"] == "m.room.message"]


# --- routes ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "path", "expect"),
    [
        ("GET", "/_matrix/client/v3/nothing", (404, "M_UNRECOGNIZED")),
        ("GET", "/_matrix/client/v99/sync", (404, "M_UNRECOGNIZED")),
        ("POST", "/_matrix/", (404, "M_UNRECOGNIZED")),
        ("GET", "/_matrix", (404, "M_UNRECOGNIZED")),
        ("GET", "/_matrix//client/v3/sync", (404, "M_UNRECOGNIZED")),
        ("POST", "/anything", (404, "M_UNRECOGNIZED")),
        ("DELETE", "/", (404, "M_UNRECOGNIZED")),
        ("GET", "/api/v1/nothing", (404, "M_UNRECOGNIZED")),
        ("POST", "/_matrix/client/v3/sync", (405, "M_UNRECOGNIZED")),
        ("DELETE", "/_matrix/client/versions", (405, "M_UNRECOGNIZED")),
        ("PATCH", "/_matrix/client/v3/login", (405, "M_UNRECOGNIZED")),
        ("TRACE", "/_matrix/client/v3/login", (405, "M_UNRECOGNIZED")),
        ("GET", "/_matrix/client/v3/login%00", (404, "M_UNRECOGNIZED")),
        ("GET", "/_matrix/client/v3/%6cogin", (404, "M_UNRECOGNIZED")),
    ],
)
async def test_places_that_are_not_there(door: Door, method: str, path: str, expect: Expected) -> None:
    """An unknown path and an unknown method are M_UNRECOGNIZED, whoever asks: no token is needed to learn that."""
    await door.request(method, path, expect=expect)


async def test_questions_about_a_route(alice: Person, room: str) -> None:
    """OPTIONS is answered without a token and without doing anything; HEAD as GET, without the body."""
    for path in (f"{V3}/sync", f"{V3}/rooms/x/send/m.room.message/1", f"{V3}/nothing", "/_matrix/media/v3/upload"):
        response = await alice.respond("OPTIONS", path, headers={"Authorization": "Bearer wrong"})
        assert "PUT" in response.headers["Access-Control-Allow-Methods"]
        assert "authorization" in response.headers["Access-Control-Allow-Headers"].lower()
    shown = await alice.respond("GET", STATE, room, "m.room.create", "")
    head = await alice.respond("HEAD", STATE, room, "m.room.create", "")
    assert head.content == b""
    assert head.headers["Content-Length"] == str(len(shown.content))
    assert (await alice.respond("HEAD", f"{V3}/nothing", expect=404)).content == b""
    assert (await alice.respond("HEAD", f"{V3}/createRoom", expect=405)).content == b""


async def test_browsers_may_read_every_refusal(door: Door, alice: Person) -> None:
    """CORS on 400, 401, 403, 404, 405 and 413, as a page of another origin needs it (the door checks the origin header)."""
    for response in (
        await alice.respond("PUT", f"{V3}/sendToDevice/a/1", content=b"{", expect=(400, "M_NOT_JSON")),
        await door.respond("GET", f"{V3}/sync", expect=(401, "M_MISSING_TOKEN")),
        await alice.respond("GET", f"{V3}/rooms/{{}}/state", f"!{'x' * 18}:test.local", expect=(403, "M_FORBIDDEN")),
        await door.respond("GET", f"{V3}/nothing", expect=404),
        await door.respond("PUT", f"{V3}/sync", expect=405),
        await alice.respond("POST", f"{V3}/createRoom", content=b"x" * (2 << 20), expect=(413, "M_TOO_LARGE")),
    ):
        assert "Retry-After" in response.headers["Access-Control-Expose-Headers"]
        assert "DELETE" in response.headers["Access-Control-Allow-Methods"]


@pytest.mark.parametrize(
    "token", ["Bearer wrong", "Bearer", "Bearer ", "bearer lw_x y", "Basic YTpi", "lw_token", "Bearer " + "x" * 20_000]
)  # fmt: skip
async def test_tokens_that_are_none(door: Door, token: str) -> None:
    """A wrong header is a token that is unknown or missing, never more."""
    request = door.http.build_request("GET", f"{V3}/account/whoami")
    request.headers["Authorization"] = token.strip()
    response = await door.http.send(request)
    assert response.status_code == 401
    assert response.json()["errcode"] in ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN")


# --- bodies ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "errcode"),
    [
        (b"", "M_NOT_JSON"),
        (b" ", "M_NOT_JSON"),
        (b"{", "M_NOT_JSON"),
        (b"{}{}", "M_NOT_JSON"),
        (b"{'a':1}", "M_NOT_JSON"),
        (b'{"a":1,}', "M_NOT_JSON"),
        (b"\xef\xbb\xbf{}", "M_NOT_JSON"),
        (b"\xff\xfe{\x00}\x00", "M_NOT_JSON"),
        (b'{"body":"\xed\xa0\x80"}', "M_NOT_JSON"),
        (b'{"body":"\\ud800"}', "M_NOT_JSON"),
        (b'{"\\udfff":1}', "M_NOT_JSON"),
        (b'{"body":"\x01"}', "M_NOT_JSON"),
        (b'{"a":NaN}', "M_NOT_JSON"),
        (b'{"a":-Infinity}', "M_NOT_JSON"),
        (b'{"a":1e400}', "M_NOT_JSON"),
        (b"[" * 10_000 + b"]" * 10_000, "M_NOT_JSON"),
        (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, "M_NOT_JSON"),
        (b"null", "M_BAD_JSON"),
        (b"[]", "M_BAD_JSON"),
        (b'"text"', "M_BAD_JSON"),
        (b"1", "M_BAD_JSON"),
        (b'{"a":1.5}', "M_BAD_JSON"),
        (b'{"a":1.0}', "M_BAD_JSON"),
        (b'{"a":1e3}', "M_BAD_JSON"),
        (b'{"a":9007199254740992}', "M_BAD_JSON"),
        (b'{"a":-9007199254740992}', "M_BAD_JSON"),
        (b'{"a":18446744073709551615}', "M_BAD_JSON"),
        (b'{"a":123456789012345678901234567890}', "M_BAD_JSON"),
        (b'{"a":{"b":[{"c":0.1}]}}', "M_BAD_JSON"),
        (b'{"a":' * 150 + b"1" + b"}" * 150, "M_BAD_JSON"),
        (b'{"a":' + b"[" * 150 + b"]" * 150 + b"}", "M_BAD_JSON"),
    ],
    ids=lambda value: repr(value[:30]) if isinstance(value, bytes) else value,
)
async def test_content_that_is_none(alice: Person, room: str, body: bytes, errcode: str) -> None:
    """What is not JSON, not an object, or has no canonical form is refused as a message and as state, and is not there."""
    before = ids((await alice.messages(room))["chunk"])
    await alice.request("PUT", SEND, room, "m.room.message", fresh("t"), content=body, expect=(400, errcode))
    await alice.request("PUT", STATE, room, "org.example.state", "", content=body, expect=(400, errcode))
    assert ids((await alice.messages(room))["chunk"]) == before


async def test_content_that_is_unusual(alice: Person, room: str) -> None:
    """The largest integers, NUL, every plane of Unicode, odd keys, duplicate keys and another content type are fine."""
    odd: list[Json] = [
        {"n": [BEYOND - 1, -(BEYOND - 1), 0, True, None]},
        {"body": "a\0b", "\0": {"": {}}},
        {"body": "😀\u202e\ufeff\uffff" + chr(0x10FFFF), "constructor": {"__proto__": 1}},
        {"a": {"b": {"c": {"d": {"e": [[[[[]]]]]}}}}},
        {},
    ]
    for content in odd:
        event_id = await alice.send(room, content)
        assert (await alice.event(room, event_id))["content"] == content
    made = await alice.request(
        "PUT",
        SEND,
        room,
        "m.room.message",
        fresh("t"),
        content=b'{"body":"first","body":"last"}',
        headers={"Content-Type": "text/plain"},
    )
    assert (await alice.event(room, made["event_id"]))["content"] == {"body": "last"}


async def test_a_body_that_may_be_left_out(alice: Person, room: str, newcomer: Newcomer) -> None:
    """Nothing at all counts as {} where everything in the body is optional; something else than an object does not."""
    bob = await newcomer("bob")
    for path in (f"{V3}/join/{{}}", f"{V3}/rooms/{{}}/join"):
        await bob.request("POST", path, room)
        await bob.request("POST", path, room, content=b"", headers={"Content-Type": "application/json"})
        for body in (b"[]", b"null", b'"x"'):
            await bob.request("POST", path, room, content=body, expect=(400, "M_BAD_JSON"))
        await bob.request("POST", path, room, content=b"{", expect=(400, "M_NOT_JSON"))
    await bob.request("POST", f"{V3}/rooms/{{}}/leave", room)
    await bob.request("POST", f"{V3}/rooms/{{}}/forget", room)
    await alice.request("POST", f"{V3}/createRoom")
    await bob.request("POST", f"{V3}/logout")


# --- size -----------------------------------------------------------------------------------------------------------------


async def test_too_large(alice: Person, room: str) -> None:
    """An event, its type, its state key and a whole body have limits: 413 beyond them."""
    await alice.send(room, {"body": "x" * 60_000})
    for size in (65_536, 65_537, 900_000):
        await alice.send(room, {"body": "x" * size}, expect=(413, "M_TOO_LARGE"))
    await alice.send(room, {"body": "é" * 33_000}, expect=(413, "M_TOO_LARGE"))
    await alice.send(room, {"body": "x" * (1 << 20)}, expect=(413, "M_TOO_LARGE"))
    await alice.send(room, MESSAGE, kind="t" * 255)
    await alice.send(room, MESSAGE, kind="t" * 256, expect=(413, "M_TOO_LARGE"))
    await alice.send(room, MESSAGE, kind="é" * 128, expect=(413, "M_TOO_LARGE"))
    await alice.set_state(room, "org.example", {}, "k" * 255)
    await alice.set_state(room, "org.example", {}, "k" * 256, expect=(413, "M_TOO_LARGE"))
    assert len(await contents(alice, room)) == 1


async def test_long_identifiers(alice: Person) -> None:
    """Ids beyond 255 bytes name nothing; so does a name of a room's alias that is too long."""
    long = "x" * 300
    for path, id in (
        (f"{V3}/join/{{}}", f"!{long}:test.local"),
        (f"{V3}/join/{{}}", f"#{long}:test.local"),
        (f"{V3}/join/{{}}", f"#{'é' * 200}:test.local"),
    ):
        response = await alice.respond("POST", path, id, expect=None)
        assert response.status_code in (400, 403, 404)
    for path, id in (
        (f"{V3}/profile/{{}}", f"@{long}:test.local"),
        (f"{V3}/rooms/{{}}/members", f"!{long}"),
        (f"{V3}/devices/{{}}", long),
        (f"{V3}/directory/room/{{}}", f"#{long}:test.local"),
        (f"{V3}/user/{alice.user_id}/filter/{{}}", long),
        (f"{V1}/media/download/test.local/{{}}", long),
    ):
        response = await alice.respond("GET", path, id, expect=None)
        assert response.status_code in (400, 403, 404), path
    await alice.create_room(room_alias_name=long, expect=(400, "M_INVALID_PARAM"))
    await alice.request(
        "PUT", f"{V3}/profile/{{}}/displayname", alice.user_id, json={"displayname": long * 10}, expect=400
    )


async def test_long_queries(alice: Person, room: str) -> None:
    """A query of thirty thousand bytes, a thousand parameters, broken escapes: refused or ignored."""
    messages = f"{V3}/rooms/{room.replace('!', '%21')}/messages"
    await alice.request("GET", f"{messages}?dir=b&unknown={'x' * 30_000}")
    for query in (
        f"dir=b&from={'p' + '9' * 30_000}",
        "dir=b&from=p-1",
        "dir=b&from=p%00",
        "dir=b&from=s1_",
        "dir=b&limit=-1",
        "dir=b&limit=1e3",
        "dir=b&limit=%D9%A1",
        "dir=b&filter=%FF",
        "dir=%FF",
        "dir=b&" + "&".join(f"a{number}=%20" for number in range(1000)),
        "dir=sideways",
        "dir=b&filter=%7B%22limit%22%3A%22many%22%7D",
        "dir=b&filter=" + "%5B" * 3000,
    ):
        response = await alice.respond("GET", f"{messages}?{query}", expect=None)
        assert response.status_code == 400, (query[:60], response.text)
    await alice.request("GET", f"{messages}?dir=b&limit={'9' * 17}")
    await alice.request("GET", f"{messages}?&&dir=b&=&%")


# --- identifiers in paths -------------------------------------------------------------------------------------------------


async def test_slashes_dots_and_nothing_inside_identifiers(alice: Person, room: str) -> None:
    """An id is decoded once and not made tidy: %2F, %25, .. and NUL stay inside of it."""
    for kind in ("org.example/with/slashes", "%2F", "a b", "ü", "%", "?", "#", "a\0b"):
        event_id = await alice.send(room, MESSAGE, kind=kind)
        assert (await alice.event(room, event_id))["type"] == kind
        for key in ("a/b", "../c", "%2F", "\0"):
            await alice.set_state(room, kind, {"kept": kind}, key)
            assert await alice.state(room, kind, key) == {"kept": kind}
    alias = f"#{fresh('dir')}/sub%2F..:test.local"
    await alice.put(f"{V3}/directory/room/{{}}", alias, json={"room_id": room})
    assert (await alice.get(f"{V3}/directory/room/{{}}", alias))["room_id"] == room
    assert (await alice.join(alias))["room_id"] == room
    data = f"{V3}/user/{{}}/account_data/{{}}"
    await alice.put(data, alice.user_id, "org/example", json={"kept": True})
    assert await alice.get(data, alice.user_id, "org/example") == {"kept": True}
    # A transaction id may be anything as well; it says which request this is.
    first = await alice.send(room, MESSAGE, txn="a/../b%2F\0")
    assert await alice.send(room, MESSAGE, txn="a/../b%2F\0") == first


@pytest.mark.parametrize(
    "raw", ["%", "%2", "%GG", "%FF", "%C3%28", "%ED%A0%80", "%00", "", "%20", "..%2F..%2Fetc%2Fpasswd"]
)
async def test_identifiers_that_are_none(alice: Person, room: str, raw: str) -> None:
    """In the place of any id: a refusal that is neither a crash nor somebody else's thing."""
    encoded = room.replace("!", "%21")
    for method, path in (
        ("GET", f"{V3}/rooms/{raw}/state"),
        ("GET", f"{V3}/rooms/{raw}/messages?dir=b"),
        ("PUT", f"{V3}/rooms/{raw}/send/m.room.message/1"),
        ("POST", f"{V3}/join/{raw}"),
        ("GET", f"{V3}/rooms/{encoded}/event/{raw}"),
        ("GET", f"{V3}/rooms/{encoded}/context/{raw}"),
        ("PUT", f"{V3}/rooms/{encoded}/redact/{raw}/1"),
        ("POST", f"{V3}/rooms/{encoded}/receipt/m.read/{raw}"),
        ("POST", f"{V3}/rooms/{encoded}/receipt/{raw}/$x"),
        ("GET", f"{V3}/profile/{raw}"),
        ("GET", f"{V3}/directory/room/{raw}"),
        ("GET", f"{V3}/user/{raw}/filter/0"),
        ("GET", f"{V3}/devices/{raw}x"),
        ("GET", f"{V1}/media/download/test.local/{raw}"),
        ("GET", f"{V1}/media/thumbnail/{raw}/x?width=1&height=1"),
        ("GET", f"{V3}/pushrules/global/{raw}/x"),
    ):
        response = await alice.respond(method, path, json={} if method != "GET" else None, expect=None)
        assert response.status_code in (400, 403, 404, 405), (path, response.text)


# --- what is read back later ----------------------------------------------------------------------------------------------

ODD: tuple[Any, ...] = (None, True, 5, "", "x", [], {}, [None], [{}], [[]], {"a": {}}, {"@x:y": "5"}, [5, "x"])
STATES: dict[str, tuple[str, ...]] = {
    "m.room.name": ("name",),
    "m.room.topic": ("topic", "m.topic"),
    "m.room.avatar": ("url", "info"),
    "m.room.canonical_alias": ("alias", "alt_aliases"),
    "m.room.guest_access": ("guest_access",),
    "m.room.history_visibility": ("history_visibility",),
    "m.room.join_rules": ("join_rule", "allow"),
    "m.room.encryption": ("algorithm", "rotation_period_ms"),
    "m.room.pinned_events": ("pinned",),
    "m.room.server_acl": ("allow", "deny"),
    "m.room.tombstone": ("replacement_room", "body"),
    "m.room.third_party_invite": ("public_key", "public_keys"),
    "m.space.child": ("via", "order"),
    "m.space.parent": ("via", "canonical"),
    "m.room.power_levels": ("users", "events", "notifications", "users_default", "invite", "ban", "events_default"),
    "m.room.member": ("displayname", "avatar_url", "is_direct", "reason", "third_party_invite", "join_authorised_via_users_server"),
}  # fmt: skip


async def look_everywhere(person: Person, other: Person, room: str) -> None:
    """Every way to read a room; nothing of what is in it may break one."""
    for path in ("state", "members", "joined_members", "aliases", "messages?dir=b&limit=5", "messages?dir=f"):
        await person.respond("GET", f"{V3}/rooms/{{}}/{path}", room)
    await person.sync(filter=filtered(state={"lazy_load_members": True}), full_state="true", keep=False)
    await person.get(f"{V3}/publicRooms", limit=2)
    await other.sync(keep=False)


@pytest.mark.parametrize("kind", STATES)
async def test_state_of_odd_shape(newcomer: Newcomer, bob: Person, kind: str) -> None:
    """The server reads some state itself, so whatever somebody wrote there must not stand in anybody's way."""
    alice = await newcomer("alice")
    key = alice.user_id if kind == "m.room.member" else ""
    base: Json = {"membership": "join"} if kind == "m.room.member" else {}
    for field in STATES[kind]:
        room = await alice.create_room(visibility="public")
        await bob.join(room)
        for value in ODD:
            said = await alice.respond("PUT", STATE, room, kind, key, json={**base, field: value}, expect=None)
            assert said.status_code in (200, 400, 403), said.text
            event = await alice.respond("PUT", SEND, room, "m.room.message", fresh("t"), json=MESSAGE, expect=None)
            assert event.status_code in (200, 403), event.text
        await look_everywhere(alice, bob, room)
        made = []
        for value in ODD[::2]:
            initial = [{"type": kind, "state_key": key, "content": {**base, field: value}}]
            response = await alice.respond("POST", f"{V3}/createRoom", json={"initial_state": initial}, expect=None)
            assert response.status_code in (200, 400), response.text
            if response.status_code == 200:
                made.append(response.json()["room_id"])
        for room in made[:: len(made) // 4 + 1]:
            await alice.respond("PUT", STATE, room, kind, key, json=base, expect=None)
            await look_everywhere(alice, bob, room)


async def test_messages_of_odd_shape(alice: Person, bob: Person, room: str) -> None:
    """Relations, mentions, edits and redactions as no client makes them."""
    await bob.join(room)
    root = await alice.say(room, "root")
    for value in ODD:
        for content in (
            {"m.relates_to": value},
            {"m.relates_to": {"rel_type": value, "event_id": root}},
            {"m.relates_to": {"rel_type": "m.thread", "event_id": value}},
            {"m.relates_to": {"rel_type": "m.annotation", "event_id": root, "key": value}},
            {"m.relates_to": {"rel_type": "m.replace", "event_id": root}, "m.new_content": value},
            {"m.relates_to": {"m.in_reply_to": value}},
            {"m.mentions": value},
            {"m.mentions": {"user_ids": value, "room": value}},
            {"body": value, "msgtype": value, "format": value, "formatted_body": value, "url": value, "info": value},
        ):
            for kind in ("m.room.message", "m.reaction", "m.room.encrypted"):
                said = await bob.respond("PUT", SEND, room, kind, fresh("t"), json=content, expect=None)
                assert said.status_code in (200, 400), said.text
        said = await bob.respond(
            "PUT", SEND, room, "m.room.redaction", fresh("t"), json={"redacts": value}, expect=None
        )
        assert said.status_code in (400, 403, 404), said.text
    await look_everywhere(alice, bob, room)
    await alice.get(f"{V3}/rooms/{{}}/context/{{}}", room, root, limit=100)
    await alice.event(room, root)


async def test_account_data_of_odd_shape(alice: Person, bob: Person, room: str) -> None:
    """Account data that the server itself reads: whom one ignores, tags, direct chats."""
    await bob.join(room)
    data = f"{V3}/user/{{}}/account_data/{{}}"
    in_room = f"{V3}/user/{{}}/rooms/{{}}/account_data/{{}}"
    for value in ODD:
        for kind, field in (("m.ignored_user_list", "ignored_users"), ("m.direct", bob.user_id), ("m.tag", "tags")):
            await alice.put(data, alice.user_id, kind, json={field: value})
            await alice.put(in_room, alice.user_id, room, kind, json={field: value})
        await bob.say(room, "hello")
        await alice.sync(keep=False)
        await alice.get(f"{V3}/user/{{}}/rooms/{{}}/tags", alice.user_id, room)
    await look_everywhere(alice, bob, room)


# --- a great many of everything -------------------------------------------------------------------------------------------


async def test_very_many_filters(alice: Person, newcomer: Newcomer) -> None:
    """Filters are kept up to a number; the one that is defined then works, or is refused, and old sessions go on."""
    statuses = set()
    for number in range(400):
        response = await alice.respond(
            "POST",
            f"{V3}/user/{{}}/filter",
            alice.user_id,
            json={"room": {"rooms": [f"!{number}:test.local"]}},
            expect=None,
        )
        statuses.add(response.status_code)
        if response.status_code != 200:
            break
    assert statuses <= {200, 400, 413, 429}
    large = {"room": {"rooms": [f"!{number}:test.local" for number in range(50_000)]}}
    response = await alice.respond("POST", f"{V3}/user/{{}}/filter", alice.user_id, json=large, expect=None)
    assert response.status_code in (400, 413), response.text
    await alice.sync()


async def test_huge_messages_to_devices(alice: Person, bob: Person) -> None:
    """One that is too large, and too many at once, are refused as a whole; none of them arrives."""
    path = f"{V3}/sendToDevice/{{}}/{{}}"
    await bob.sync()
    large = {"messages": {bob.user_id: {bob.device_id: {"body": "x" * 100_000}}}}
    await alice.put(path, "org.example", fresh("t"), json=large, expect=(413, "M_TOO_LARGE"))
    mixed = {"messages": {bob.user_id: {bob.device_id: {"fine": 1}, "*": {"body": "x" * 100_000}}}}
    await alice.put(path, "org.example", fresh("t"), json=mixed, expect=(413, "M_TOO_LARGE"))
    many = {"messages": {f"@p{number}:test.local": {"*": {"n": number}} for number in range(50_000)}}
    response = await alice.respond("PUT", path, "org.example", fresh("t"), json=many, expect=None)
    assert response.status_code in (400, 413), response.text
    for value in ODD:
        for body in (
            {"messages": value},
            {"messages": {bob.user_id: value}},
            {"messages": {bob.user_id: {"*": value}}},
        ):
            response = await alice.respond("PUT", path, "org.example", fresh("t"), json=body, expect=None)
            assert response.status_code in (200, 400), response.text
    answer = await bob.sync()
    assert all(len(json.dumps(event)) < 100 for event in answer.get("to_device", {}).get("events", []))


async def test_a_great_deal_at_once_in_one_request(alice: Person) -> None:
    """Long lists where a list is allowed: refused or bounded, in any case answered."""
    people = [f"@nobody{number}:test.local" for number in range(20_000)]
    for method, path, body in (
        ("POST", f"{V3}/createRoom", {"invite": people}),
        ("POST", f"{V3}/createRoom", {"initial_state": [{"type": f"t{n}", "content": {}} for n in range(20_000)]}),
        ("POST", f"{V3}/keys/query", {"device_keys": {person: [] for person in people}}),
        ("POST", f"{V3}/keys/claim", {"one_time_keys": {person: {"D": "signed_curve25519"} for person in people}}),
        ("POST", f"{V3}/keys/upload", {"one_time_keys": {f"a:{n}": "key" for n in range(20_000)}}),
        ("PUT", f"{V3}/pushrules/global/override/x", {"actions": ["notify"] * 20_000, "conditions": []}),
        ("POST", f"{V3}/delete_devices", {"devices": people}),
        ("POST", f"{V3}/publicRooms", {"filter": {"generic_search_term": "x" * 500_000}}),
    ):
        response = await alice.respond(method, path, json=body, expect=None)
        assert response.status_code in (200, 400, 401, 413), (path, response.text[:300])
    assert (await alice.get(f"{V3}/joined_rooms"))["joined_rooms"] == []


# --- retries and halves ---------------------------------------------------------------------------------------------------


async def test_a_refused_request_leaves_nothing_behind(alice: Person, bob: Person) -> None:
    """createRoom that fails at its last event makes no room and takes no alias."""
    name = fresh("half")
    for more in (
        {"invite": [bob.user_id, "@nobody-here:test.local"]},
        {"invite": [bob.user_id, alice.user_id]},
        {"initial_state": [{"type": "org.example", "content": {"a": 1.5}}], "invite": [bob.user_id]},
        {"initial_state": [{"type": "t" * 300, "content": {}}], "invite": [bob.user_id]},
        {"topic": "x" * 70_000, "invite": [bob.user_id]},
        {"power_level_content_override": {"users": {alice.user_id: 0}}, "name": "no", "invite": [bob.user_id]},
        {"room_version": "999", "invite": [bob.user_id]},
    ):
        response = await alice.respond("POST", f"{V3}/createRoom", json={"room_alias_name": name, **more}, expect=None)
        assert 400 <= response.status_code < 500, response.text
    assert (await alice.get(f"{V3}/joined_rooms"))["joined_rooms"] == []
    assert not (await bob.sync()).get("rooms")
    await alice.create_room(room_alias_name=name)


async def test_files_that_are_none(alice: Person) -> None:
    """Odd names, types and ranges of files."""
    for kind in (b"text/html; charset=\xff", b"x" * 5000, b";;;", b"image/png"):
        response = await alice.http.post(
            "/_matrix/media/v3/upload?filename=%00..%2F%E2%80%AEgpj.exe",
            content=b"<script>",
            headers=[(b"Authorization", f"Bearer {alice.token}".encode()), (b"Content-Type", kind)],
        )
        assert response.status_code == 200, response.text
        media_id = response.json()["content_uri"].rpartition("/")[2]
        for wanted in (
            "bytes=5-2",
            "bytes=-0",
            "bytes=999-",
            "bytes=a-b",
            "items=0-1",
            "bytes=0-1,3-4",
            "bytes=-99999999999999999999",
        ):
            shown = await alice.http.get(
                f"{V1}/media/download/test.local/{media_id}",
                headers={"Authorization": f"Bearer {alice.token}", "Range": wanted},
            )
            assert shown.status_code in (200, 206, 416), (wanted, shown.status_code)
            assert shown.headers["Access-Control-Allow-Origin"] == "*"
            if shown.status_code == 416:
                assert shown.json()["errcode"] == "M_INVALID_PARAM"
            elif kind != b"image/png":
                assert "attachment" in shown.headers["Content-Disposition"]
        thumbnail = f"{V1}/media/thumbnail/test.local/{media_id}"
        for query in (
            "",
            "width=0&height=0",
            "width=x&height=1",
            "width=9999999999&height=1",
            "width=8&height=8&method=rub",
        ):
            response = await alice.respond("GET", f"{thumbnail}?{query}", expect=None)
            assert response.status_code in (400, 404), (query, response.text)


async def test_headers_full_of_garbage(alice: Person) -> None:
    """Headers that nobody asked for, in any bytes, change nothing."""
    garbage = httpx.Headers(
        [
            (b"X-Forwarded-For", b"\xff\xfe, , , not an address, " + b"9" * 3000),
            (b"X-Forwarded-Proto", b"gopher"),
            (b"Origin", b"null"),
            (b"If-None-Match", b"\x80"),
            (b"Accept", b"*/*;q=wat"),
            (b"Accept-Encoding", b"\xff"),
            (b"Content-Encoding", b"gzip"),
            (b"Cookie", b"a=\xff; b"),
            (b"Range", b"bytes=0-0"),
            (b"Date", b"yesterday"),
        ]
    )
    garbage["Authorization"] = f"Bearer {alice.token}"
    response = await alice.http.get(f"{V3}/account/whoami", headers=garbage)
    assert response.status_code == 200
    assert response.json()["user_id"] == alice.user_id
