from typing import Any

import pytest

from laiwang.kit.refusals import Refused
from laiwang.matrix.room_create import RoomPlan, plan
from laiwang.matrix.versions import ROOM_VERSIONS
from tests.matrix.room_builder import ANN, BEN, CAT, Room


def planned(request: dict[str, Any], version_id: str = "11") -> RoomPlan:
    return plan(request, creator=ANN, server="here", default_version=version_id)


def content(made: RoomPlan, type: str) -> dict[str, Any]:
    (found,) = [draft.content for draft in made.drafts if draft.type == type]
    return found


EVERYTHING: dict[str, Any] = {
    "room_alias_name": "pub",
    "name": "Pub",
    "topic": "Beer",
    "preset": "public_chat",
    "initial_state": [
        {"type": "m.room.encryption", "content": {"algorithm": "m.megolm.v1.aes-sha2"}},
        {"type": "org.example.seat", "state_key": "1", "content": {}},
    ],
    "invite": [BEN],
    "is_direct": True,
}


def test_order_of_events() -> None:
    made = planned(EVERYTHING)
    assert [(draft.type, draft.state_key) for draft in made.drafts] == [
        ("m.room.create", ""),
        ("m.room.member", ANN),
        ("m.room.power_levels", ""),
        ("m.room.canonical_alias", ""),
        ("m.room.join_rules", ""),
        ("m.room.history_visibility", ""),
        ("m.room.guest_access", ""),
        ("m.room.encryption", ""),
        ("org.example.seat", "1"),
        ("m.room.name", ""),
        ("m.room.topic", ""),
    ]
    assert made.alias == "#pub:here"
    assert content(made, "m.room.canonical_alias") == {"alias": "#pub:here"}
    assert (made.invite, made.is_direct, made.published) == ((BEN,), True, False)
    assert content(made, "m.room.topic")["topic"] == "Beer"


@pytest.mark.parametrize("version_id", list(ROOM_VERSIONS))
@pytest.mark.parametrize("request_body", [{}, EVERYTHING, {**EVERYTHING, "preset": "trusted_private_chat"}])
def test_the_rules_allow_every_draft(version_id: str, request_body: dict[str, Any]) -> None:
    made = planned(request_body, version_id)
    first, *rest = made.drafts
    room = Room(version_id, create_content=first.content, joined=False)
    for draft in rest:
        room.send(draft.type, ANN, draft.content, draft.state_key)
    for user_id in made.invite:
        room.send("m.room.member", ANN, {"membership": "invite"}, user_id)


@pytest.mark.parametrize(
    ("request_body", "join_rule", "guests", "invite"),
    [
        ({}, "invite", "can_join", 0),
        ({"visibility": "private"}, "invite", "can_join", 0),
        ({"visibility": "public"}, "public", "forbidden", 50),
        ({"visibility": "public", "preset": "private_chat"}, "invite", "can_join", 0),
        ({"preset": "trusted_private_chat"}, "invite", "can_join", 0),
        ({"preset": "public_chat"}, "public", "forbidden", 50),
    ],
)
def test_presets(request_body: dict[str, Any], join_rule: str, guests: str, invite: int) -> None:
    made = planned(request_body)
    assert content(made, "m.room.join_rules") == {"join_rule": join_rule}
    assert content(made, "m.room.history_visibility") == {"history_visibility": "shared"}
    assert content(made, "m.room.guest_access") == {"guest_access": guests}
    assert content(made, "m.room.power_levels")["invite"] == invite
    assert made.published == (request_body.get("visibility") == "public")


def test_initial_state_beats_presets_and_name_beats_initial_state() -> None:
    initial = [
        {"type": "m.room.join_rules", "content": {"join_rule": "knock"}},
        {"type": "m.room.name", "content": {"name": "old"}},
        {"type": "m.room.power_levels", "content": {"users": {ANN: 100}, "kick": 1}},
    ]
    made = planned({"initial_state": initial, "name": "new", "power_level_content_override": {"ban": 2}})
    assert content(made, "m.room.join_rules") == {"join_rule": "knock"}
    assert content(made, "m.room.name") == {"name": "new"}
    assert content(made, "m.room.power_levels") == {"users": {ANN: 100}, "kick": 1, "ban": 2}
    assert made.drafts[2].type == "m.room.power_levels"


def test_create_content() -> None:
    given = {"creator": CAT, "room_version": "1", "m.federate": False, "type": "m.space"}
    kept = {"m.federate": False, "type": "m.space"}
    for version_id in ROOM_VERSIONS:
        expected: dict[str, Any] = {**kept, "room_version": version_id}
        if version_id == "10":
            expected["creator"] = ANN
        assert content(planned({"creation_content": given, "room_version": version_id}), "m.room.create") == expected


def test_power_of_creators_and_the_trusted() -> None:
    request = {"preset": "trusted_private_chat", "invite": [BEN, CAT, BEN]}
    for version_id in ("10", "11"):
        levels = content(planned(request, version_id), "m.room.power_levels")
        assert levels["users"] == {ANN: 100, BEN: 100, CAT: 100}
        assert levels["events"]["m.room.tombstone"] == 100
    extra = {**request, "creation_content": {"additional_creators": [CAT, ANN, "@dan:here"]}}
    made = planned(extra, "12")
    assert content(made, "m.room.create")["additional_creators"] == [CAT, "@dan:here", BEN]
    levels = content(made, "m.room.power_levels")
    assert levels["users"] == {}
    assert levels["events"]["m.room.tombstone"] == 150 > levels["state_default"]
    assert "additional_creators" not in content(planned({"invite": [BEN]}, "12"), "m.room.create")


def test_profile_of_the_creator() -> None:
    made = plan({}, creator=ANN, server="here", default_version="11", profile={"displayname": "Ann"})
    assert content(made, "m.room.member") == {"membership": "join", "displayname": "Ann"}


@pytest.mark.parametrize("users", [{ANN: 100}, {BEN: 1}])
def test_creators_cannot_be_given_a_level(users: dict[str, int]) -> None:
    request = {
        "creation_content": {"additional_creators": [BEN]},
        "power_level_content_override": {"users": users},
        "room_version": "12",
    }
    with pytest.raises(Refused) as refusal:
        planned(request)
    assert (refusal.value.status, refusal.value.errcode) == (400, "M_INVALID_ROOM_STATE")


@pytest.mark.parametrize(
    ("request_body", "errcode"),
    [
        ({"room_version": "1"}, "M_UNSUPPORTED_ROOM_VERSION"),
        ({"room_version": 11}, "M_BAD_JSON"),
        ({"visibility": "secret"}, "M_INVALID_PARAM"),
        ({"preset": "x"}, "M_INVALID_PARAM"),
        ({"preset": ["private_chat"]}, "M_BAD_JSON"),
        ({"invite": BEN}, "M_BAD_JSON"),
        ({"invite": [1]}, "M_BAD_JSON"),
        ({"invite": ["ben"]}, "M_INVALID_PARAM"),
        ({"invite_3pid": ["x"]}, "M_BAD_JSON"),
        ({"name": 1}, "M_BAD_JSON"),
        ({"room_alias_name": "a:b"}, "M_INVALID_PARAM"),
        ({"is_direct": "yes"}, "M_BAD_JSON"),
        ({"initial_state": {}}, "M_BAD_JSON"),
        ({"initial_state": [{"type": "a"}]}, "M_BAD_JSON"),
        ({"initial_state": [{"content": {}}]}, "M_BAD_JSON"),
        ({"initial_state": [{"type": "a", "content": {}, "state_key": 1}]}, "M_BAD_JSON"),
        ({"initial_state": [{"type": "m.room.create", "content": {}}]}, "M_INVALID_PARAM"),
        ({"initial_state": [{"type": "m.room.member", "state_key": BEN, "content": {}}]}, "M_INVALID_PARAM"),
        ({"creation_content": []}, "M_BAD_JSON"),
        ({"room_version": "12", "creation_content": {"additional_creators": ["x"]}}, "M_INVALID_PARAM"),
        ({"power_level_content_override": []}, "M_BAD_JSON"),
    ],
)
def test_malformed_requests(request_body: dict[str, Any], errcode: str) -> None:
    with pytest.raises(Refused) as refusal:
        planned(request_body)
    assert (refusal.value.status, refusal.value.errcode) == (400, errcode)


def test_null_counts_as_absent() -> None:
    absent = dict.fromkeys(["name", "topic", "preset", "visibility", "invite", "room_version", "creation_content"])
    assert planned(absent) == planned({})
