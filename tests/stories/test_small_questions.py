"""What clients ask beside the large things: one answer each, and that it is the right one."""

import io

from PIL import Image

from tests.harness.client import PASSWORD, V1, V3, Door, fresh
from tests.harness.person import Person


async def test_what_the_server_offers(door: Door, alice: Person) -> None:
    """Where the server is, and how large a file may be, under the new path and the old one."""
    assert (await door.get("/.well-known/matrix/client"))["m.homeserver"]["base_url"] == door.url
    limits = await alice.get(f"{V1}/media/config")
    assert limits == await alice.get("/_matrix/media/v3/config")
    assert limits["m.upload.size"] > 1_000_000


async def test_what_people_tell_of_themselves(alice: Person, bob: Person) -> None:
    """A profile as a whole and by its fields; a field can be taken back."""
    field = f"{V3}/profile/{{}}/{{}}"
    await alice.put(field, alice.user_id, "displayname", json={"displayname": "Alice"})
    await alice.put(field, alice.user_id, "m.tz", json={"m.tz": "Asia/Shanghai"})
    assert await bob.get(f"{V3}/profile/{{}}", alice.user_id) == {"displayname": "Alice", "m.tz": "Asia/Shanghai"}
    assert await bob.get(field, alice.user_id, "m.tz") == {"m.tz": "Asia/Shanghai"}
    await alice.delete(field, alice.user_id, "m.tz")
    await bob.get(field, alice.user_id, "m.tz", expect=(404, "M_NOT_FOUND"))


async def test_what_is_kept_for_a_person(alice: Person) -> None:
    """One device, a filter, and account data of a room, asked for by name."""
    device = await alice.get(f"{V3}/devices/{{}}", alice.device_id)
    assert device["device_id"] == alice.device_id
    definition = {"room": {"timeline": {"limit": 7}}}
    made = await alice.post(f"{V3}/user/{{}}/filter", alice.user_id, json=definition)
    assert await alice.get(f"{V3}/user/{{}}/filter/{{}}", alice.user_id, made["filter_id"]) == definition
    room = await alice.create_room()
    data = f"{V3}/user/{{}}/rooms/{{}}/account_data/{{}}"
    await alice.put(data, alice.user_id, room, "org.example", json={"kept": True})
    assert await alice.get(data, alice.user_id, room, "org.example") == {"kept": True}


async def test_the_marker_of_what_was_read(alice: Person) -> None:
    """The marker and the receipt go in one request."""
    room = await alice.create_room()
    event_id = await alice.say(room, "read me")
    await alice.post(f"{V3}/rooms/{{}}/read_markers", room, json={"m.fully_read": event_id, "m.read": event_id})
    data = f"{V3}/user/{{}}/rooms/{{}}/account_data/{{}}"
    assert await alice.get(data, alice.user_id, room, "m.fully_read") == {"event_id": event_id}


async def test_push_rules_piece_by_piece(alice: Person) -> None:
    """A rule is made, looked at in parts, changed in parts and deleted."""
    rule = f"{V3}/pushrules/global/content/lunch"
    await alice.put(rule, json={"pattern": "lunch", "actions": ["notify"]})
    everything = await alice.get(f"{V3}/pushrules/")
    assert everything["global"] == await alice.get(f"{V3}/pushrules/global/")
    assert [one["rule_id"] for one in everything["global"]["content"]] == ["lunch"]
    assert await alice.get(f"{rule}/enabled") == {"enabled": True}
    assert await alice.get(f"{rule}/actions") == {"actions": ["notify"]}
    loud = ["notify", {"set_tweak": "sound", "value": "default"}]
    await alice.put(f"{rule}/actions", json={"actions": loud})
    assert await alice.get(f"{rule}/actions") == {"actions": loud}
    await alice.delete(rule)
    await alice.get(rule, expect=(404, "M_NOT_FOUND"))


async def test_pictures_by_name_and_in_small(alice: Person, bob: Person) -> None:
    """A picture comes back whole under a name of the reader's choice, and as a thumbnail."""
    held = io.BytesIO()
    Image.new("RGB", (400, 300), "teal").save(held, "PNG")
    sent = {"Content-Type": "image/png"}
    uri = (await alice.request("POST", "/_matrix/media/v3/upload", content=held.getvalue(), headers=sent))[
        "content_uri"
    ]
    _, _, server_name, media_id = uri.split("/")
    named = await bob.respond("GET", f"{V1}/media/download/{{}}/{{}}/{{}}", server_name, media_id, "sea.png")
    assert named.content == held.getvalue()
    assert 'filename="sea.png"' in named.headers["Content-Disposition"]
    path = f"{V1}/media/thumbnail/{{}}/{{}}"
    small = await bob.respond("GET", path, server_name, media_id, query={"width": 32, "height": 32, "method": "scale"})
    with Image.open(io.BytesIO(small.content)) as shown:
        assert max(shown.size) < 400


async def test_logged_in_twice(alice: Person) -> None:
    """A device that is named again is the same device with a new token; the old one is worth nothing."""
    old = alice.token
    body = {"type": "m.login.password", "user": alice.user_id, "password": PASSWORD, "device_id": alice.device_id}
    alice.token = None
    alice.token = (await alice.post(f"{V3}/login", json=body))["access_token"]
    assert (await alice.get(f"{V3}/account/whoami"))["device_id"] == alice.device_id
    headers = {"Authorization": f"Bearer {old}"}
    await alice.request("GET", f"{V3}/account/whoami", headers=headers, expect=(401, "M_UNKNOWN_TOKEN"))
    await alice.say(await alice.create_room(name=fresh("room")), "here again")
