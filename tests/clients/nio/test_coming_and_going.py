"""Accounts, devices, presence and membership with matrix-nio."""

import nio
from nio.api import RoomPreset, RoomVisibility

from tests.clients.nio.companion import PASSWORD, Companion, good
from tests.clients.nio.conftest import Meet


async def test_login_and_devices(alice: Companion) -> None:
    """A second device logs in, is listed, is named, and is taken away with the password."""
    other = alice.another()
    client = other.client
    try:
        wrong = await client.login("not the password")
        assert isinstance(wrong, nio.LoginError)
        assert wrong.status_code == "M_FORBIDDEN"
        login = good(await client.login(PASSWORD, device_name="tablet"), nio.LoginResponse)
        assert login.user_id == alice.user_id
        who = good(await client.whoami(), nio.WhoamiResponse)
        assert (who.user_id, who.device_id) == (alice.user_id, login.device_id)

        devices = good(await alice.client.devices(), nio.DevicesResponse).devices
        assert {device.id: device.display_name for device in devices} == {
            alice.client.device_id: "nio",
            login.device_id: "tablet",
        }
        renamed = await alice.client.update_device(login.device_id, {"display_name": "old tablet"})
        good(renamed, nio.UpdateDeviceResponse)

        asked = good(await alice.client.delete_devices([login.device_id]), nio.DeleteDevicesAuthResponse)
        auth = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": alice.user_id},
            "password": PASSWORD,
            "session": asked.session,
        }
        good(await alice.client.delete_devices([login.device_id], auth), nio.DeleteDevicesResponse)
        assert isinstance(await client.whoami(), nio.WhoamiError)
        devices = good(await alice.client.devices(), nio.DevicesResponse).devices
        assert [device.id for device in devices] == [alice.client.device_id]
    finally:
        await other.close()


async def test_logout(alice: Companion) -> None:
    """After logging out the token is worth nothing."""
    other = alice.another()
    client = other.client
    try:
        good(await client.login(PASSWORD), nio.LoginResponse)
        token = client.access_token
        good(await client.logout(), nio.LogoutResponse)
        client.access_token = token
        refused = await client.whoami()
        assert isinstance(refused, nio.WhoamiError)
        assert refused.status_code == "M_UNKNOWN_TOKEN"
    finally:
        await other.close()


async def test_invite_join_and_leave(alice: Companion, bob: Companion, room: str) -> None:
    """The way into a room and out of it, as both sides see it."""
    assert bob.client.rooms[room].name == "Tea house"
    assert bob.client.rooms[room].topic == "Longjing"
    joined = good(await alice.client.joined_members(room), nio.JoinedMembersResponse)
    assert {member.user_id for member in joined.members} == {alice.user_id, bob.user_id}

    good(await bob.client.room_leave(room), nio.RoomLeaveResponse)
    await alice.seen(nio.RoomMemberEvent, lambda event: event.state_key == bob.user_id and event.membership == "leave")
    await bob.until(lambda: room in bob.left)
    assert good(await bob.client.joined_rooms(), nio.JoinedRoomsResponse).rooms == []
    assert bob.user_id not in alice.client.rooms[room].users
    good(await bob.client.room_forget(room), nio.RoomForgetResponse)
    assert isinstance(await bob.client.join(room), nio.JoinError)


async def test_reject_kick_and_ban(alice: Companion, bob: Companion, meet: Meet) -> None:
    """Invitations can be refused; who is put out is told so, and who is banned stays out."""
    carol = await meet("carol")
    made = good(
        await alice.client.room_create(
            visibility=RoomVisibility.public,
            preset=RoomPreset.public_chat,
            alias=alice.client.user,
            invite=[bob.user_id],
        ),
        nio.RoomCreateResponse,
    )
    room: str = made.room_id
    invite = await bob.seen(nio.InviteMemberEvent, lambda event: event.state_key == bob.user_id)
    assert invite.sender == alice.user_id
    good(await bob.client.room_leave(room), nio.RoomLeaveResponse)
    await bob.until(lambda: room in bob.left)

    alias = f"#{alice.client.user}:test.local"
    resolved = good(await carol.client.room_resolve_alias(alias), nio.RoomResolveAliasResponse)
    assert resolved.room_id == room
    good(await carol.client.join(alias), nio.JoinResponse)
    await carol.until(lambda: room in carol.client.rooms)
    good(await alice.client.room_kick(room, carol.user_id, "mind your manners"), nio.RoomKickResponse)
    await carol.until(lambda: room in carol.left)
    good(await carol.client.join(room), nio.JoinResponse)
    good(await alice.client.room_ban(room, carol.user_id), nio.RoomBanResponse)
    assert isinstance(await carol.client.join(room), nio.JoinError)
    good(await alice.client.room_unban(room, carol.user_id), nio.RoomUnbanResponse)
    good(await carol.client.join(room), nio.JoinResponse)


async def test_presence(alice: Companion, bob: Companion, room: str) -> None:
    """Who shares a room sees how one is."""
    good(await alice.client.set_presence("unavailable", "喝茶去"), nio.PresenceSetResponse)
    await bob.seen(
        nio.PresenceEvent,
        lambda event: (event.user_id, event.presence, event.status_msg) == (alice.user_id, "unavailable", "喝茶去"),
    )
    state = good(await bob.client.get_presence(alice.user_id), nio.PresenceGetResponse)
    assert (state.presence, state.status_msg) == ("unavailable", "喝茶去")


async def test_state(alice: Companion, bob: Companion, room: str) -> None:
    """State is set by who may, and read by who is there."""
    good(await alice.client.room_put_state(room, "m.room.topic", {"topic": "Pu'er"}), nio.RoomPutStateResponse)
    await bob.until(lambda: bob.client.rooms[room].topic == "Pu'er")
    state = good(await bob.client.room_get_state_event(room, "m.room.topic"), nio.RoomGetStateEventResponse)
    assert state.content["topic"] == "Pu'er"
    refused = await bob.client.room_put_state(room, "m.room.topic", {"topic": "coffee"})
    assert isinstance(refused, nio.RoomPutStateError)
    everything = good(await bob.client.room_get_state(room), nio.RoomGetStateResponse)
    assert "m.room.create" in {event["type"] for event in everything.events}
