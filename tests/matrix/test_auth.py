"""One test per leaf of the authorisation rules, in every room version."""

from typing import Any

import pytest

from laiwang.kit import signatures, unpadded_base64
from laiwang.matrix import auth
from laiwang.matrix.auth import AuthFailed
from laiwang.matrix.event import build
from laiwang.matrix.state import RoomState
from laiwang.matrix.versions import get_version
from tests.matrix.room_builder import ANN, BEN, CAT, DAN, STRANGER, Room

VERSIONS = ("10", "11", "12")
MEMBER = "m.room.member"
MESSAGE = "m.room.message"
LEVELS = "m.room.power_levels"


@pytest.fixture(params=VERSIONS)
def version_id(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def room(version_id: str) -> Room:
    return Room(version_id)


def to(membership: str, **content: Any) -> dict[str, Any]:
    return {"membership": membership, **content}


# 1: the create event


def test_create_is_allowed(room: Room) -> None:
    auth.check(room.version, room.create, RoomState(room.version))


def test_create_must_be_the_first_event(room: Room) -> None:
    room.refuses(("1.1", "1.1"), "m.room.create", ANN, room.create.content, "")


def test_create_must_be_of_the_rooms_server(room: Room) -> None:
    rooms = ("1.2", "1.2")
    room.refuses(rooms, "m.room.create", ANN, room.create.content, "", prev_events=(), room_id="!room:there")


def test_create_must_name_a_known_version(room: Room) -> None:
    for unknown in ("13", "", 11, None, ["11"]):
        content = {**room.create.content, "room_version": unknown}
        room.refuses(("1.3", "1.3"), "m.room.create", ANN, content, "", prev_events=())


def test_create_of_version_10_must_name_its_creator() -> None:
    Room("10").refuses(("1.4", ""), "m.room.create", ANN, {"room_version": "10"}, "", prev_events=())
    Room("11").check("m.room.create", ANN, {"room_version": "11"}, "", prev_events=())


@pytest.mark.parametrize("additional", ["@ben:here", [1], ["ben"], ["@ben"], None, {"@ben:here": 1}])
def test_additional_creators_must_be_user_ids(additional: object) -> None:
    content = {"room_version": "12", "additional_creators": additional}
    Room("12").refuses(("", "1.4"), "m.room.create", ANN, content, "", prev_events=())
    Room("11").check("m.room.create", ANN, {**content, "room_version": "11"}, "", prev_events=())


# 2 of version 12: the room id


def test_room_id_must_be_that_of_the_create_event() -> None:
    Room("12").refuses(("", "2"), MESSAGE, ANN, {}, room_id="!" + "a" * 43)


# 2 (3): auth events


def test_nothing_is_allowed_without_a_create_event(room: Room) -> None:
    event = room.draft(MESSAGE, ANN, {})
    with pytest.raises(AuthFailed) as failure:
        auth.check(room.version, event, RoomState(room.version))
    assert failure.value.rule == ("3.4" if room.version.id == "12" else "2.4")


def check_auth_events(room: Room, rule: tuple[str, str] | None, keys: list[tuple[str, str]], **more: Any) -> None:
    event = room.draft(MESSAGE, ANN, {})
    found = [room.state.events[key] for key in keys]
    if rule is None:
        auth.check_auth_events(room.version, event, found, **more)
        return
    with pytest.raises(AuthFailed) as failure:
        auth.check_auth_events(room.version, event, found, **more)
    assert failure.value.rule == rule[room.version.id == "12"]


def selection(room: Room) -> list[tuple[str, str]]:
    return [key for key in auth.auth_event_keys(room.version, MESSAGE, ANN, None, {}) if room.state.get(*key)]


def test_auth_events_as_selected_are_allowed(room: Room) -> None:
    room.levels()
    assert (("m.room.create", "") in selection(room)) == (room.version.id != "12")
    check_auth_events(room, None, selection(room))


def test_auth_events_must_not_repeat(room: Room) -> None:
    check_auth_events(room, ("2.1", "3.1"), [*selection(room), (MEMBER, ANN)])


def test_auth_events_must_be_of_the_selection(room: Room) -> None:
    room.join_rule("public")
    check_auth_events(room, ("2.2", "3.2"), [*selection(room), ("m.room.join_rules", "")])


def test_create_event_is_no_auth_event_since_version_12() -> None:
    check_auth_events(Room("12"), ("", "3.2"), [(MEMBER, ANN), ("m.room.create", "")])


def test_auth_events_must_not_be_rejected(room: Room) -> None:
    own = room.state.events[MEMBER, ANN].event_id
    check_auth_events(room, ("2.3", "3.3"), selection(room), rejected={own})


@pytest.mark.parametrize("old", ["10", "11"])
def test_create_event_must_be_among_the_auth_events(old: str) -> None:
    check_auth_events(Room(old), ("2.4", ""), [(MEMBER, ANN)])


def test_auth_events_must_be_of_the_same_room(room: Room) -> None:
    event = room.draft(MESSAGE, ANN, {}, room_id="!" + "a" * 43)
    with pytest.raises(AuthFailed) as failure:
        auth.check_auth_events(room.version, event, [room.state.events[key] for key in selection(room)])
    assert failure.value.rule == ("3.5" if room.version.id == "12" else "2.5")


def test_create_event_has_no_auth_events(room: Room) -> None:
    auth.check_auth_events(room.version, room.create, [])
    with pytest.raises(AuthFailed):
        auth.check_auth_events(room.version, room.create, [room.state.events[MEMBER, ANN]])


# 3 (4): federation


def test_closed_rooms_refuse_other_servers(version_id: str) -> None:
    room = Room(version_id, create_content={"m.federate": False})
    room.join_rule("public")
    room.refuses(("3", "4"), MEMBER, STRANGER, to("join"), STRANGER)
    room.check(MEMBER, BEN, to("join"), BEN)


def test_open_rooms_let_other_servers_in(room: Room) -> None:
    room.join_rule("public")
    room.check(MEMBER, STRANGER, to("join"), STRANGER)


# 4.1 and 4.2 (5.1, 5.2): every member event


def test_member_needs_a_state_key(room: Room) -> None:
    room.refuses(("4.1", "5.1"), MEMBER, ANN, to("join"))


def test_member_needs_a_membership(room: Room) -> None:
    room.refuses(("4.1", "5.1"), MEMBER, ANN, {}, ANN)


def test_authorising_server_must_have_signed(room: Room) -> None:
    room.join_rule("restricted")
    room.member("@mod:there", "join")
    content = to("join", join_authorised_via_users_server="@mod:there")
    room.refuses(("4.2.1", "5.2.1"), MEMBER, BEN, content, BEN)
    auth.check(room.version, room.draft(MEMBER, BEN, content, BEN), room.state, signed_by={"here", "there"})
    room.refuses(("4.2.1", "5.2.1"), MEMBER, BEN, to("join", join_authorised_via_users_server=1), BEN)


# 4.3 (5.3): join


def test_creator_joins_first(version_id: str) -> None:
    room = Room(version_id, joined=False)
    room.check(MEMBER, ANN, to("join"), ANN)
    room.refuses(("4.3.7", "5.3.7"), MEMBER, BEN, to("join"), BEN)


def test_creator_has_no_privilege_to_join_later(room: Room) -> None:
    room.member(ANN, "leave")
    room.refuses(("4.3.7", "5.3.7"), MEMBER, ANN, to("join"), ANN)


def test_creator_of_version_10_is_the_one_named() -> None:
    room = Room("10", create_content={"creator": BEN}, joined=False)
    room.check(MEMBER, BEN, to("join"), BEN)
    room.refuses(("4.3.7", ""), MEMBER, ANN, to("join"), ANN)


def test_nobody_joins_for_somebody_else(room: Room) -> None:
    room.join_rule("public")
    room.refuses(("4.3.2", "5.3.2"), MEMBER, ANN, to("join"), BEN)


def test_banned_users_cannot_join(room: Room) -> None:
    room.join_rule("public")
    room.member(BEN, "ban", sender=ANN)
    room.refuses(("4.3.3", "5.3.3"), MEMBER, BEN, to("join"), BEN)


@pytest.mark.parametrize("rule", ["invite", "knock", "restricted", "knock_restricted"])
@pytest.mark.parametrize("membership", ["invite", "join"])
def test_invited_and_joined_users_may_join(room: Room, rule: str, membership: str) -> None:
    room.join_rule(rule)
    room.member(BEN, membership)
    room.check(MEMBER, BEN, to("join"), BEN)


@pytest.mark.parametrize("rule", ["invite", "knock"])
@pytest.mark.parametrize("membership", ["leave", "knock", None])
def test_others_cannot_join_by_invitation(room: Room, rule: str, membership: str | None) -> None:
    room.join_rule(rule)
    if membership:
        room.member(BEN, membership)
    room.refuses(("4.3.7", "5.3.7"), MEMBER, BEN, to("join"), BEN)


def test_rooms_without_join_rule_are_by_invitation(room: Room) -> None:
    room.refuses(("4.3.7", "5.3.7"), MEMBER, BEN, to("join"), BEN)
    room.member(BEN, "invite", sender=ANN)
    room.check(MEMBER, BEN, to("join"), BEN)


@pytest.mark.parametrize("rule", ["restricted", "knock_restricted"])
def test_restricted_join_needs_an_authorising_member(room: Room, rule: str) -> None:
    refused = ("4.3.5.2", "5.3.5.2")
    room.join_rule(rule)
    room.levels({CAT: 49}, invite=50)
    room.member(CAT, "join")
    room.refuses(refused, MEMBER, BEN, to("join"), BEN)
    room.refuses(refused, MEMBER, BEN, to("join", join_authorised_via_users_server=CAT), BEN)
    room.refuses(refused, MEMBER, BEN, to("join", join_authorised_via_users_server=DAN), BEN)
    room.levels({CAT: 50, DAN: 50}, invite=50)
    room.refuses(refused, MEMBER, BEN, to("join", join_authorised_via_users_server=DAN), BEN)
    room.check(MEMBER, BEN, to("join", join_authorised_via_users_server=CAT), BEN)


def test_public_rooms_let_everybody_join(room: Room) -> None:
    room.join_rule("public")
    room.check(MEMBER, BEN, to("join"), BEN)


@pytest.mark.parametrize("rule", ["private", "unheard_of"])
def test_unknown_join_rules_let_nobody_join(room: Room, rule: str) -> None:
    room.join_rule(rule)
    room.member(BEN, "invite", sender=ANN)
    room.refuses(("4.3.7", "5.3.7"), MEMBER, BEN, to("join"), BEN)


# 4.4 (5.4): invite


def test_members_invite(room: Room) -> None:
    room.check(MEMBER, ANN, to("invite"), BEN)


@pytest.mark.parametrize("membership", ["leave", "invite", "knock"])
def test_those_who_are_not_in_the_room_cannot_invite(room: Room, membership: str) -> None:
    room.member(CAT, membership)
    room.refuses(("4.4.2", "5.4.2"), MEMBER, CAT, to("invite"), BEN)


@pytest.mark.parametrize("membership", ["join", "ban"])
def test_joined_and_banned_users_cannot_be_invited(room: Room, membership: str) -> None:
    room.member(BEN, membership)
    room.refuses(("4.4.3", "5.4.3"), MEMBER, ANN, to("invite"), BEN)


@pytest.mark.parametrize("membership", ["leave", "knock", "invite"])
def test_others_can_be_invited(room: Room, membership: str) -> None:
    room.member(BEN, membership)
    room.check(MEMBER, ANN, to("invite"), BEN)


def test_inviting_needs_the_invite_level(room: Room) -> None:
    room.levels({CAT: 30, DAN: 29}, invite=30)
    room.member(CAT, "join")
    room.member(DAN, "join")
    room.check(MEMBER, CAT, to("invite"), BEN)
    room.refuses(("4.4.5", "5.4.5"), MEMBER, DAN, to("invite"), BEN)


SEED = bytes(range(32))
PUBLIC_KEY = unpadded_base64.encode(signatures.public_key(SEED))


def third_party(*, seed: bytes = SEED, **changed: Any) -> dict[str, Any]:
    signed: dict[str, Any] = {"mxid": BEN, "token": "t", **changed}
    signed = {key: value for key, value in signed.items() if value is not None}
    signed["signatures"] = {"id.here": {"ed25519:0": signatures.sign(seed, signed)}}
    return to("invite", third_party_invite={"display_name": "b…", "signed": signed})


@pytest.fixture
def issued(room: Room) -> Room:
    room.put("m.room.third_party_invite", ANN, {"public_key": PUBLIC_KEY}, "t")
    return room


def test_third_party_invite_is_redeemed(issued: Room) -> None:
    issued.check(MEMBER, ANN, third_party(), BEN)


def test_third_party_invite_may_be_signed_by_one_of_several_keys(room: Room) -> None:
    keys = [{"public_key": "AAAA"}, {"public_key": PUBLIC_KEY}, "nonsense"]
    room.put("m.room.third_party_invite", ANN, {"public_key": "!", "public_keys": keys}, "t")
    room.check(MEMBER, ANN, third_party(), BEN)


def test_third_party_invite_of_a_banned_user(issued: Room) -> None:
    issued.member(BEN, "ban", sender=ANN)
    issued.refuses(("4.4.1.1", "5.4.1.1"), MEMBER, ANN, third_party(), BEN)


@pytest.mark.parametrize("invite", [{}, {"signed": None}, "x", None])
def test_third_party_invite_must_be_signed(issued: Room, invite: object) -> None:
    issued.refuses(("4.4.1.2", "5.4.1.2"), MEMBER, ANN, to("invite", third_party_invite=invite), BEN)


@pytest.mark.parametrize("missing", ["mxid", "token"])
def test_third_party_invite_needs_mxid_and_token(issued: Room, missing: str) -> None:
    issued.refuses(("4.4.1.3", "5.4.1.3"), MEMBER, ANN, third_party(**dict[str, Any]({missing: None})), BEN)


def test_third_party_invite_is_for_one_user(issued: Room) -> None:
    issued.refuses(("4.4.1.4", "5.4.1.4"), MEMBER, ANN, third_party(), CAT)


def test_third_party_invite_must_have_been_issued(issued: Room) -> None:
    issued.refuses(("4.4.1.5", "5.4.1.5"), MEMBER, ANN, third_party(token="u"), BEN)


def test_third_party_invite_must_come_from_its_issuer(issued: Room) -> None:
    issued.member(CAT, "join")
    issued.refuses(("4.4.1.6", "5.4.1.6"), MEMBER, CAT, third_party(), BEN)


def test_third_party_invite_must_be_signed_by_a_known_key(issued: Room) -> None:
    issued.refuses(("4.4.1.8", "5.4.1.8"), MEMBER, ANN, third_party(seed=bytes(32)), BEN)
    forged = third_party()
    forged["third_party_invite"]["signed"]["more"] = 1
    issued.refuses(("4.4.1.8", "5.4.1.8"), MEMBER, ANN, forged, BEN)
    unusable: tuple[Any, ...] = (
        None,
        [],
        {"id.here": 1},
        {"id.here": {"ed25519:0": "?"}},
        {"id.here": {"rsa:0": "AAAA"}},
    )
    for nonsense in unusable:
        unsigned = third_party()
        unsigned["third_party_invite"]["signed"]["signatures"] = nonsense
        issued.refuses(("4.4.1.8", "5.4.1.8"), MEMBER, ANN, unsigned, BEN)


# 4.5 (5.5): leave


@pytest.mark.parametrize("membership", ["join", "invite", "knock"])
def test_everybody_may_leave(room: Room, membership: str) -> None:
    room.member(BEN, membership)
    room.check(MEMBER, BEN, to("leave"), BEN)


@pytest.mark.parametrize("membership", ["leave", "ban", None])
def test_nobody_leaves_who_is_not_there(room: Room, membership: str | None) -> None:
    if membership:
        room.member(BEN, membership)
    room.refuses(("4.5.1", "5.5.1"), MEMBER, BEN, to("leave"), BEN)


def test_those_who_are_not_in_the_room_cannot_kick(room: Room) -> None:
    room.levels({CAT: 100})
    room.member(BEN, "join")
    room.refuses(("4.5.2", "5.5.2"), MEMBER, CAT, to("leave"), BEN)


def test_lifting_a_ban_needs_the_ban_level(room: Room) -> None:
    room.levels({CAT: 60}, ban=70, kick=50)
    room.member(CAT, "join")
    room.member(BEN, "ban", sender=ANN)
    room.refuses(("4.5.3", "5.5.3"), MEMBER, CAT, to("leave"), BEN)
    room.check(MEMBER, ANN, to("leave"), BEN)


def test_lifting_a_ban_needs_the_kick_level_too(room: Room) -> None:
    room.levels({CAT: 60}, ban=50, kick=70)
    room.member(CAT, "join")
    room.member(BEN, "ban", sender=ANN)
    room.refuses(("4.5.5", "5.5.5"), MEMBER, CAT, to("leave"), BEN)


def test_kicking_needs_the_kick_level_and_more_than_the_other(room: Room) -> None:
    room.levels({CAT: 60, DAN: 49, BEN: 60})
    for user_id in (BEN, CAT, DAN):
        room.member(user_id, "join")
    room.check(MEMBER, CAT, to("leave"), DAN)
    room.refuses(("4.5.5", "5.5.5"), MEMBER, DAN, to("leave"), STRANGER)
    room.refuses(("4.5.5", "5.5.5"), MEMBER, CAT, to("leave"), BEN)
    room.refuses(("4.5.5", "5.5.5"), MEMBER, CAT, to("leave"), ANN)


# 4.6 (5.6): ban


def test_those_who_are_not_in_the_room_cannot_ban(room: Room) -> None:
    room.levels({CAT: 100})
    room.refuses(("4.6.1", "5.6.1"), MEMBER, CAT, to("ban"), BEN)


def test_banning_needs_the_ban_level_and_more_than_the_other(room: Room) -> None:
    room.levels({CAT: 60, DAN: 49, BEN: 60})
    for user_id in (CAT, DAN):
        room.member(user_id, "join")
    room.check(MEMBER, CAT, to("ban"), DAN)
    room.check(MEMBER, CAT, to("ban"), STRANGER)
    room.refuses(("4.6.3", "5.6.3"), MEMBER, DAN, to("ban"), STRANGER)
    room.refuses(("4.6.3", "5.6.3"), MEMBER, CAT, to("ban"), BEN)
    room.refuses(("4.6.3", "5.6.3"), MEMBER, CAT, to("ban"), ANN)


def test_creators_are_above_each_other_and_everybody() -> None:
    room = Room("12", create_content={"additional_creators": [BEN]})
    room.levels({CAT: 2**53 - 1})
    for user_id in (BEN, CAT):
        room.member(user_id, "join")
    room.check(MEMBER, BEN, to("ban"), CAT)
    room.refuses(("", "5.6.3"), MEMBER, CAT, to("ban"), BEN)
    room.refuses(("", "5.6.3"), MEMBER, BEN, to("ban"), ANN)


# 4.7 (5.7): knock


@pytest.mark.parametrize("rule", ["public", "invite", "restricted", "private"])
def test_rooms_that_take_no_knocks(room: Room, rule: str) -> None:
    room.join_rule(rule)
    room.refuses(("4.7.1", "5.7.1"), MEMBER, BEN, to("knock"), BEN)


def test_nobody_knocks_for_somebody_else(room: Room) -> None:
    room.join_rule("knock")
    room.refuses(("4.7.2", "5.7.2"), MEMBER, CAT, to("knock"), BEN)


@pytest.mark.parametrize("rule", ["knock", "knock_restricted"])
@pytest.mark.parametrize("membership", [None, "leave", "knock"])
def test_knocking(room: Room, rule: str, membership: str | None) -> None:
    room.join_rule(rule)
    if membership:
        room.member(BEN, membership)
    room.check(MEMBER, BEN, to("knock"), BEN)


@pytest.mark.parametrize("membership", ["ban", "invite", "join"])
def test_no_knocking_from_within(room: Room, membership: str) -> None:
    room.join_rule("knock")
    room.member(BEN, membership)
    room.refuses(("4.7.4", "5.7.4"), MEMBER, BEN, to("knock"), BEN)


# 4.8 (5.8)


@pytest.mark.parametrize("membership", ["", "JOIN", None, 1, ["join"], {}])
def test_unknown_memberships(room: Room, membership: Any) -> None:
    room.refuses(("4.8", "5.8"), MEMBER, ANN, to(membership), ANN)


# 5 to 8 (6 to 9)


@pytest.mark.parametrize("membership", [None, "invite", "leave", "ban", "knock"])
def test_only_members_send(room: Room, membership: str | None) -> None:
    if membership:
        room.member(BEN, membership)
    room.refuses(("5", "6"), MESSAGE, BEN, {"body": "hello"})


def test_issuing_a_third_party_invite_needs_the_invite_level_alone(room: Room) -> None:
    room.levels({CAT: 10, DAN: 9}, invite=10, state_default=50)
    for user_id in (CAT, DAN):
        room.member(user_id, "join")
    room.check("m.room.third_party_invite", CAT, {}, "t")
    room.refuses(("6.1", "7.1"), "m.room.third_party_invite", DAN, {}, "t")


def test_sending_needs_the_level_of_the_type(room: Room) -> None:
    room.levels({CAT: 20}, events={"m.room.name": 20, "m.sticker": 21}, events_default=20, state_default=21)
    room.member(CAT, "join")
    room.member(BEN, "join")
    room.check(MESSAGE, CAT, {})
    room.check("m.room.name", CAT, {"name": "n"}, "")
    refused = ("7", "8")
    room.refuses(refused, "m.room.topic", CAT, {"topic": "t"}, "")
    room.refuses(refused, "m.sticker", CAT, {})
    room.refuses(refused, MESSAGE, BEN, {})


def test_before_power_levels_only_the_creator_sets_state(room: Room) -> None:
    room.member(BEN, "join")
    room.check("m.room.topic", ANN, {"topic": "t"}, "")
    room.refuses(("7", "8"), "m.room.topic", BEN, {"topic": "t"}, "")
    room.check(MESSAGE, BEN, {})


def test_state_of_other_users_is_theirs(room: Room) -> None:
    room.check("org.example.seat", ANN, {}, ANN)
    room.refuses(("8", "9"), "org.example.seat", ANN, {}, BEN)
    room.refuses(("8", "9"), "org.example.seat", ANN, {}, "@")
    room.check("org.example.seat", ANN, {}, "ben")


# 9 (10): power levels


@pytest.mark.parametrize(
    "name", ["users_default", "events_default", "state_default", "ban", "redact", "kick", "invite"]
)
@pytest.mark.parametrize("value", ["50", None, True, [], {}])
def test_levels_are_integers(room: Room, name: str, value: object) -> None:
    room.refuses(("9.1", "10.1"), LEVELS, ANN, {name: value}, "")


@pytest.mark.parametrize("name", ["events", "notifications"])
@pytest.mark.parametrize("value", [None, [], "x", {"m.room.name": "50"}, {"m.room.name": None}, {"room": False}])
def test_levels_of_events_and_notifications_are_integers(room: Room, name: str, value: object) -> None:
    room.refuses(("9.2", "10.2"), LEVELS, ANN, {name: value}, "")


@pytest.mark.parametrize("value", [None, [], "x", {BEN: "50"}, {BEN: True}, {"ben": 1}, {"@ben": 1}, {"": 1}])
def test_levels_of_users_are_integers(room: Room, value: object) -> None:
    room.refuses(("9.3", "10.3"), LEVELS, ANN, {"users": value}, "")


def test_creators_have_no_level_since_version_12() -> None:
    room = Room("12", create_content={"additional_creators": [BEN]})
    for user_id in (ANN, BEN):
        room.refuses(("", "10.4"), LEVELS, ANN, {"users": {user_id: 100}}, "")
    room.check(LEVELS, ANN, {"users": {CAT: 100}}, "")


def test_first_power_levels_may_say_anything(room: Room) -> None:
    room.check(LEVELS, ANN, {"users": {BEN: 1000}, "ban": 2000, "events": {"m.room.name": 3000}}, "")


@pytest.fixture
def moderated(version_id: str) -> Room:
    """Cat may change the power levels, from 50; so may Dan."""
    room = Room(version_id)
    room.put(LEVELS, ANN, RULED, "") if version_id == "12" else room.put(LEVELS, ANN, with_users({ANN: 100}), "")
    room.member(CAT, "join")
    return room


RULED: dict[str, Any] = {
    "users": {CAT: 50, DAN: 50, BEN: 10},
    "events": {LEVELS: 50, "m.room.name": 50, "m.room.tombstone": 51},
    "notifications": {"room": 51},
    "ban": 51,
    "kick": 50,
}


def with_users(users: dict[str, int]) -> dict[str, Any]:
    return {**RULED, "users": {**RULED["users"], **users}}


def changed(room: Room, name: str, /, **levels: Any) -> dict[str, Any]:
    """The current power levels with entries of `name` set, or removed where None."""
    content = dict(room.state.events[LEVELS, ""].content)
    entries = {**content.get(name, {}), **{key.replace("__", "."): level for key, level in levels.items()}}
    return {**content, name: {key: level for key, level in entries.items() if level is not None}}


def test_unchanged_power_levels_are_allowed(moderated: Room) -> None:
    moderated.check(LEVELS, CAT, dict(moderated.state.events[LEVELS, ""].content), "")


def test_a_scalar_above_oneself_cannot_be_changed_or_removed(moderated: Room) -> None:
    content = moderated.state.events[LEVELS, ""].content
    moderated.refuses(("9.5.1", "10.6.1"), LEVELS, CAT, {**content, "ban": 50}, "")
    without = {key: value for key, value in content.items() if key != "ban"}
    moderated.refuses(("9.5.1", "10.6.1"), LEVELS, CAT, without, "")


def test_a_scalar_cannot_be_set_above_oneself(moderated: Room) -> None:
    content = moderated.state.events[LEVELS, ""].content
    moderated.refuses(("9.5.2", "10.6.2"), LEVELS, CAT, {**content, "kick": 51}, "")
    moderated.refuses(("9.5.2", "10.6.2"), LEVELS, CAT, {**content, "invite": 51}, "")
    moderated.check(LEVELS, CAT, {**content, "kick": 10, "invite": 50}, "")


def test_an_entry_above_oneself_cannot_be_changed_or_removed(moderated: Room) -> None:
    refused = ("9.6.1", "10.7.1")
    moderated.refuses(refused, LEVELS, CAT, changed(moderated, "events", m__room__tombstone=50), "")
    moderated.refuses(refused, LEVELS, CAT, changed(moderated, "events", m__room__tombstone=None), "")
    moderated.refuses(refused, LEVELS, CAT, changed(moderated, "notifications", room=50), "")
    moderated.refuses(refused, LEVELS, CAT, changed(moderated, "notifications", room=None), "")


def test_an_entry_cannot_be_set_above_oneself(moderated: Room) -> None:
    refused = ("9.7.1", "10.8.1")
    moderated.refuses(refused, LEVELS, CAT, changed(moderated, "events", m__room__name=51), "")
    moderated.refuses(refused, LEVELS, CAT, changed(moderated, "events", m__room__topic=51), "")
    moderated.refuses(refused, LEVELS, CAT, changed(moderated, "notifications", other=51), "")
    moderated.check(LEVELS, CAT, changed(moderated, "events", m__room__name=None, m__room__topic=50), "")


def test_users_beside_oneself_cannot_be_changed_or_removed(moderated: Room) -> None:
    refused = ("9.8.1", "10.9.1")
    moderated.refuses(refused, LEVELS, CAT, changed(moderated, "users", **{DAN: 49}), "")
    moderated.refuses(refused, LEVELS, CAT, changed(moderated, "users", **{DAN: None}), "")
    moderated.refuses(refused, LEVELS, CAT, changed(moderated, "users", **{DAN: 51}), "")
    moderated.check(LEVELS, CAT, changed(moderated, "users", **{BEN: None}), "")


def test_users_cannot_be_set_above_oneself(moderated: Room) -> None:
    refused = ("9.9.1", "10.10.1")
    moderated.refuses(refused, LEVELS, CAT, changed(moderated, "users", **{BEN: 51}), "")
    moderated.refuses(refused, LEVELS, CAT, changed(moderated, "users", **{"@fay:here": 51}), "")
    moderated.refuses(refused, LEVELS, CAT, changed(moderated, "users", **{CAT: 51}), "")
    moderated.check(LEVELS, CAT, changed(moderated, "users", **{BEN: 50, "@fay:here": 50}), "")


def test_one_may_step_down(moderated: Room) -> None:
    moderated.check(LEVELS, CAT, changed(moderated, "users", **{CAT: 49}), "")
    moderated.check(LEVELS, CAT, changed(moderated, "users", **{CAT: None}), "")


# 10 (11): the rest


def test_anything_else_is_allowed(room: Room) -> None:
    room.check(MESSAGE, ANN, {"body": "hello"})
    room.check("m.room.redaction", ANN, {}, redacts="$" + "a" * 43)
    room.check("org.example.anything", ANN, {"x": 1}, "key")


def test_ordinary_life_of_a_room(version_id: str) -> None:
    room = Room(version_id, joined=False)
    room.send(MEMBER, ANN, to("join"), ANN)
    room.send(LEVELS, ANN, {"users": {} if version_id == "12" else {ANN: 100}}, "")
    room.send("m.room.join_rules", ANN, {"join_rule": "invite"}, "")
    room.send(MEMBER, ANN, to("invite"), BEN)
    room.send(MEMBER, BEN, to("join"), BEN)
    room.send(MESSAGE, BEN, {"body": "hello"})
    room.send(MEMBER, ANN, to("ban"), BEN)
    room.refuses(("5", "6"), MESSAGE, BEN, {})
    room.send(MEMBER, ANN, to("leave"), BEN)
    room.refuses(("4.3.7", "5.3.7"), MEMBER, BEN, to("join"), BEN)


# auth events selection


@pytest.mark.parametrize(
    ("sender", "state_key", "content", "expected"),
    [
        (ANN, ANN, to("join"), [(MEMBER, ANN), ("m.room.join_rules", "")]),
        (ANN, BEN, to("invite"), [(MEMBER, ANN), (MEMBER, BEN), ("m.room.join_rules", "")]),
        (ANN, ANN, to("knock"), [(MEMBER, ANN), ("m.room.join_rules", "")]),
        (ANN, BEN, to("leave"), [(MEMBER, ANN), (MEMBER, BEN)]),
        (ANN, BEN, to("ban"), [(MEMBER, ANN), (MEMBER, BEN)]),
        (
            ANN,
            BEN,
            third_party(),
            [(MEMBER, ANN), (MEMBER, BEN), ("m.room.join_rules", ""), ("m.room.third_party_invite", "t")],
        ),
        (
            ANN,
            ANN,
            to("join", join_authorised_via_users_server=BEN),
            [(MEMBER, ANN), ("m.room.join_rules", ""), (MEMBER, BEN)],
        ),
        (ANN, ANN, to("join", join_authorised_via_users_server=ANN), [(MEMBER, ANN), ("m.room.join_rules", "")]),
    ],
)
def test_selection_for_members(
    version_id: str, sender: str, state_key: str, content: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    first = [] if version_id == "12" else [("m.room.create", "")]
    keys = auth.auth_event_keys(get_version(version_id), MEMBER, sender, state_key, content)
    assert keys == [*first, (LEVELS, ""), *expected]


def test_selection_for_everything_else(version_id: str) -> None:
    version = get_version(version_id)
    first = [] if version_id == "12" else [("m.room.create", "")]
    assert auth.auth_event_keys(version, MESSAGE, ANN, None, {}) == [*first, (LEVELS, ""), (MEMBER, ANN)]
    assert auth.auth_event_keys(version, "m.room.create", ANN, "", {}) == []


def test_create_of_version_12_with_a_room_id_is_another_room() -> None:
    """The federation format of such an event has a room_id, which rule 1.2 forbids."""
    version = get_version("12")
    built = build(
        version,
        room_id="!room:here",
        type="m.room.create",
        sender=ANN,
        state_key="",
        content={"room_version": "12"},
        origin_server_ts=1,
        depth=1,
        prev_events=(),
        auth_events=(),
    )
    with pytest.raises(AuthFailed) as failure:
        auth.check_create(version, built.event)
    assert failure.value.rule == "1.2"
