"""Finding what was said, in whatever language it was said."""

from __future__ import annotations

from typing import Any

import pytest

from tests.harness.client import V3, Expected, Json
from tests.harness.person import Person
from tests.stories.conftest import Newcomer


async def search(
    person: Person, term: str, *, expect: Expected = 200, next_batch: str | None = None, **criteria: Any
) -> Json:
    """The `room_events` part of an answer."""
    answer = await person.request(
        "POST",
        f"{V3}/search",
        json={"search_categories": {"room_events": {"search_term": term, **criteria}}},
        query={"next_batch": next_batch},
        expect=expect,
    )
    found: Json = answer["search_categories"]["room_events"] if expect == 200 else answer
    return found


def bodies(found: Json) -> list[str]:
    """What the results say, in their order."""
    return [one["result"]["content"].get("body", "") for one in found["results"]]


async def finds(person: Person, term: str, **criteria: Any) -> list[str]:
    """What somebody finds, newest first."""
    return bodies(await search(person, term, order_by="recent", **criteria))


LANGUAGES = [
    ("今晩は鈴虫の声がきれいですね", ["鈴虫", "虫の声", "声", "きれい", "キレイ"]),
    ("我们明天在西湖边喝龙井茶", ["西湖", "龙井茶", "茶", "明天在"]),
    ("Tôi đang học tiếng Việt ở Đà Nẵng", ["tiếng việt", "Viet", "da nang", "đang", "ANG", "hoc"]),
    ("ขอบคุณสำหรับความช่วยเหลือ", ["ช่วยเหลือ", "คุณ", "ความช่วย"]),
    ("السَّلامُ عَلَيْكُم يا أصدقاء", ["السلام", "عليكم", "صدقا", "اصدقاء"]),
    ("서울에서 만나요", ["서울", "만나", "에서"]),
    ("Straßenfest in Köln", ["STRASSE", "koln", "nfest"]),
    ("Привет, как дела?", ["ПРИВЕТ", "как", "дела", "иве"]),
    ("ＦＵＬＬ ｗｉｄｔｈ ｶﾞｯｺｳ", ["full", "width", "ガッコウ", "がっこう"]),
    ("नमस्ते दुनिया", ["नमस्ते", "दुनि"]),
    ("party 🎉🎊 tonight", ["🎉🎊", "🎊", "onig"]),
]


@pytest.mark.parametrize(("said", "terms"), LANGUAGES, ids=[said[:12] for said, _ in LANGUAGES])
async def test_a_part_of_a_sentence_finds_it_in_every_language(alice: Person, said: str, terms: list[str]) -> None:
    room = await alice.create_room()
    event_id = await alice.say(room, said)
    await alice.say(room, "something else altogether")
    for term in terms:
        found = await search(alice, term)
        assert [one["result"]["event_id"] for one in found["results"]] == [event_id], term
        assert found["count"] == 1
        assert found["results"][0]["result"]["room_id"] == room
    assert await finds(alice, "xyzzy") == []


async def test_all_words_have_to_be_there(alice: Person) -> None:
    room = await alice.create_room()
    for text in ("green tea from the mountain", "green apples", "black tea", "Tea, but green!"):
        await alice.say(room, text)
    assert await finds(alice, "tea green") == ["Tea, but green!", "green tea from the mountain"]
    assert await finds(alice, "  “Green”,  TEA? ") == ["Tea, but green!", "green tea from the mountain"]
    assert await finds(alice, "") == []
    assert await finds(alice, "   ") == []


async def test_rank_prefers_whole_words_and_what_is_side_by_side(alice: Person) -> None:
    room = await alice.create_room()
    texts = (
        "green tea",
        "a steamy bath in an evergreen garden",
        "I saw something green yesterday, and then they asked me whether I would like tea",
    )
    for text in texts:
        await alice.say(room, text)
    found = await search(alice, "green tea")
    assert bodies(found) == ["green tea", texts[2], texts[1]]
    ranks = [one["rank"] for one in found["results"]]
    assert ranks == sorted(ranks, reverse=True)
    assert ranks[0] > ranks[2] > 0


async def test_highlights_are_what_stands_in_the_text(alice: Person) -> None:
    room = await alice.create_room()
    await alice.say(room, "Nguyễn Văn Đức đến rồi")
    assert set((await search(alice, "nguyen duc"))["highlights"]) == {"Nguyễn", "Đức"}
    assert (await search(alice, "nothing-of-it"))["highlights"] == ["nothing-of-it"]


async def test_names_and_topics_are_found_by_their_keys(alice: Person) -> None:
    room = await alice.create_room(name="Lakeside walkers", topic="walkers meet at the lake")
    await alice.say(room, "which lake?")
    by_key = {
        key: [one["result"]["type"] for one in (await search(alice, "lake", keys=[key]))["results"]]
        for key in ("content.body", "content.name", "content.topic")
    }
    assert by_key == {
        "content.body": ["m.room.message"],
        "content.name": ["m.room.name"],
        "content.topic": ["m.room.topic"],
    }
    assert (await search(alice, "lake"))["count"] == 3
    assert (await search(alice, "lake", keys=["content.body", "content.name"]))["count"] == 2


async def test_an_edit_replaces_what_is_found(alice: Person, bob: Person) -> None:
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    original = await alice.say(room, "we meet at the station")

    async def edit(person: Person, text: str) -> str:
        return await person.say(
            room,
            f"* {text}",
            **{
                "m.new_content": {"msgtype": "m.text", "body": text},
                "m.relates_to": {"rel_type": "m.replace", "event_id": original},
            },
        )

    first = await edit(alice, "we meet at the harbour")
    assert await finds(bob, "station") == []
    found = await search(bob, "harbour")
    assert [one["result"]["event_id"] for one in found["results"]] == [original]
    bundled = found["results"][0]["result"]["unsigned"]["m.relations"]["m.replace"]
    assert bundled["event_id"] == first
    await edit(bob, "we meet at the prison")
    assert await finds(bob, "prison") == [], "nobody edits the messages of others"
    second = await edit(alice, "we meet at the museum")
    assert await finds(bob, "harbour") == []
    assert len(await finds(bob, "museum")) == 1
    await alice.redact(room, second)
    assert await finds(bob, "museum") == []
    assert len(await finds(bob, "harbour")) == 1
    await alice.redact(room, first)
    assert len(await finds(bob, "station")) == 1
    await alice.redact(room, original)
    assert await finds(bob, "station") == []


async def test_what_was_redacted_or_encrypted_is_not_found(alice: Person) -> None:
    room = await alice.create_room()
    secret = await alice.say(room, "the password is swordfish")
    await alice.send(room, {"algorithm": "m.megolm.v1.aes-sha2", "body": "swordfish"}, kind="m.room.encrypted")
    await alice.send(room, {"body": "swordfish"}, kind="org.example.other")
    await alice.redact(room, secret)
    assert await finds(alice, "swordfish") == []


async def test_a_quotation_in_a_reply_is_not_what_the_replier_said(alice: Person) -> None:
    room = await alice.create_room()
    question = await alice.say(room, "who likes durian?")
    await alice.say(
        room,
        f"> <{alice.user_id}> who likes durian?\n\nnot me",
        **{"m.relates_to": {"m.in_reply_to": {"event_id": question}}},
    )
    assert await finds(alice, "durian") == ["who likes durian?"]
    assert len(await finds(alice, "not me")) == 1


async def test_everybody_finds_what_she_may_see_and_nothing_else(newcomer: Newcomer) -> None:
    alice, bob, carol = await newcomer("alice"), await newcomer("bob"), await newcomer("carol")
    room = await alice.create_room(preset="public_chat")
    await alice.set_state(room, "m.room.history_visibility", {"history_visibility": "joined"})
    await alice.say(room, "pelican before anybody came")
    await bob.join(room)
    await alice.say(room, "pelican while Bob was here")
    await bob.membership("leave", room)
    await alice.say(room, "pelican after Bob had left")
    private = await alice.create_room()
    await alice.say(private, "pelican in private")
    assert await finds(bob, "pelican") == ["pelican while Bob was here"]
    assert (await search(bob, "pelican"))["count"] == 1
    assert await finds(carol, "pelican") == []
    assert len(await finds(alice, "pelican")) == 4
    await alice.membership("invite", private, carol)
    assert await finds(carol, "pelican") == []
    await bob.membership("forget", room)
    assert await finds(bob, "pelican") == []
    await bob.join(room)
    assert await finds(bob, "pelican") == ["pelican while Bob was here"]


async def test_people_who_are_ignored_are_not_found(alice: Person, bob: Person) -> None:
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    await bob.say(room, "buy my wonderful flamingos")
    assert len(await finds(alice, "flamingos")) == 1
    await alice.put(
        f"{V3}/user/{{}}/account_data/m.ignored_user_list",
        alice.user_id,
        json={"ignored_users": {bob.user_id: {}}},
    )
    assert await finds(alice, "flamingos") == []


async def test_filters_choose_rooms_senders_and_types(alice: Person, bob: Person) -> None:
    here, there = await alice.create_room(preset="public_chat", name="otter"), await alice.create_room()
    await bob.join(here)
    await alice.say(here, "otter one")
    await bob.say(here, "otter two")
    await alice.say(there, "otter three")
    await alice.say(here, "otter four", url="mxc://test.local/abc")
    assert await finds(alice, "otter", filter={"rooms": [there]}) == ["otter three"]
    assert await finds(alice, "otter", filter={"not_rooms": [here]}) == ["otter three"]
    assert await finds(alice, "otter", filter={"senders": [bob.user_id]}) == ["otter two"]
    assert await finds(alice, "otter", filter={"contains_url": True}) == ["otter four"]
    assert (await search(alice, "otter", filter={"types": ["m.room.name"]}))["count"] == 1
    assert await finds(alice, "otter", filter={"not_senders": [bob.user_id], "types": ["m.room.m*"], "limit": 2}) == [
        "otter four",
        "otter three",
    ]
    assert await finds(bob, "otter", filter={"rooms": [there]}) == []


async def everything(person: Person, term: str, **criteria: Any) -> list[str]:
    """All pages."""
    found: list[str] = []
    batch = criteria.pop("next_batch", None)
    while True:
        page = await search(person, term, next_batch=batch, **criteria)
        found += bodies(page)
        batch = page.get("next_batch")
        if batch is None:
            return found


@pytest.mark.parametrize("order_by", ["recent", "rank"])
async def test_pages_tell_everything_once_whatever_comes_meanwhile(alice: Person, order_by: str) -> None:
    room = await alice.create_room()
    said = [f"heron number {number}" for number in range(23)]
    for text in said:
        await alice.say(room, text)
    first = await search(alice, "heron", order_by=order_by, filter={"limit": 5})
    assert (len(first["results"]), first["count"]) == (5, 23)
    await alice.say(room, "heron who came later")
    rest = await everything(alice, "heron", order_by=order_by, filter={"limit": 5}, next_batch=first["next_batch"])
    assert sorted(bodies(first) + rest) == sorted(said)
    if order_by == "recent":
        assert bodies(first) + rest == said[::-1]


async def test_groups_can_be_read_on_their_own(alice: Person, bob: Person) -> None:
    rooms = [await alice.create_room(preset="public_chat") for _ in range(2)]
    for room in rooms:
        await bob.join(room)
    for number in range(12):
        await (alice if number % 3 else bob).say(rooms[number % 2], f"stork {number}")
    grouped: dict[str, Any] = {"groupings": {"group_by": [{"key": "room_id"}, {"key": "sender"}]}}
    page = await search(alice, "stork", order_by="recent", filter={"limit": 4}, **grouped)
    ids = [one["result"]["event_id"] for one in page["results"]]
    for key, values in (("room_id", set(rooms)), ("sender", {alice.user_id, bob.user_id})):
        groups = page["groups"][key]
        assert set(groups) == values
        assert sorted(event_id for group in groups.values() for event_id in group["results"]) == sorted(ids)
        assert sorted(group["order"] for group in groups.values()) == [1, 2]
        for value, group in groups.items():
            rest = await everything(
                alice, "stork", order_by="recent", filter={"limit": 3}, next_batch=group["next_batch"], **grouped
            )
            shown = [one["result"]["content"]["body"] for one in page["results"] if one["result"][key] == value]
            wanted = [
                f"stork {number}"
                for number in range(12)
                if (rooms[number % 2] if key == "room_id" else (alice if number % 3 else bob).user_id) == value
            ]
            assert shown + rest == wanted[::-1]


async def test_results_come_with_context_profiles_and_state(alice: Person, bob: Person) -> None:
    room = await alice.create_room(preset="public_chat", name="Birds")
    await bob.put(f"{V3}/profile/{{}}/displayname", bob.user_id, json={"displayname": "Bob"})
    await bob.join(room)
    for number in range(4):
        await alice.say(room, f"before {number}")
    await bob.say(room, "a kingfisher!")
    for number in range(4):
        await alice.say(room, f"after {number}")
    await bob.put(f"{V3}/profile/{{}}/displayname", bob.user_id, json={"displayname": "Robert"})
    found = await search(
        alice,
        "kingfisher",
        include_state=True,
        event_context={"before_limit": 2, "after_limit": 3, "include_profile": True},
    )
    (result,) = found["results"]
    context = result["context"]
    assert [event["content"]["body"] for event in context["events_before"]] == ["before 3", "before 2"]
    assert [event["content"]["body"] for event in context["events_after"]] == ["after 0", "after 1", "after 2"]
    assert context["profile_info"][bob.user_id]["displayname"] == "Bob", "as it was then"
    assert set(context["profile_info"]) == {alice.user_id, bob.user_id}
    earlier = await alice.messages(room, start=context["start"])
    assert earlier["chunk"][0]["content"]["body"] == "before 1"
    later = await alice.messages(room, start=context["end"], dir="f")
    assert later["chunk"][0]["content"]["body"] == "after 3"
    state = {(event["type"], event["state_key"]) for event in found["state"][room]}
    assert {("m.room.name", ""), ("m.room.member", alice.user_id), ("m.room.member", bob.user_id)} <= state
    assert "state" not in await search(alice, "kingfisher")
    bare = await search(alice, "kingfisher", event_context={"before_limit": 0, "after_limit": 0})
    assert bare["results"][0]["context"]["events_before"] == []


@pytest.mark.parametrize(
    ("criteria", "errcode"),
    [
        ({}, "M_MISSING_PARAM"),
        ({"search_term": 5}, "M_BAD_JSON"),
        ({"search_term": "x" * 513}, "M_INVALID_PARAM"),
        ({"search_term": "x", "order_by": "length"}, "M_INVALID_PARAM"),
        ({"search_term": "x", "keys": ["content.msgtype"]}, "M_INVALID_PARAM"),
        ({"search_term": "x", "keys": "content.body"}, "M_BAD_JSON"),
        ({"search_term": "x", "filter": []}, "M_BAD_JSON"),
        ({"search_term": "x", "event_context": {"before_limit": -1}}, "M_BAD_JSON"),
        ({"search_term": "x", "event_context": {"include_profile": 1}}, "M_BAD_JSON"),
        ({"search_term": "x", "groupings": {"group_by": [{"key": "type"}]}}, "M_INVALID_PARAM"),
        ({"search_term": "x", "groupings": {"group_by": {}}}, "M_BAD_JSON"),
        ({"search_term": "x", "include_state": "yes"}, "M_BAD_JSON"),
    ],
)
async def test_a_wrong_request_is_refused(alice: Person, criteria: Json, errcode: str) -> None:
    await alice.post(f"{V3}/search", json={"search_categories": {"room_events": criteria}}, expect=(400, errcode))


async def test_a_request_without_categories_or_with_a_made_up_token(alice: Person) -> None:
    await alice.post(f"{V3}/search", json={}, expect=(400, "M_MISSING_PARAM"))
    assert await alice.post(f"{V3}/search", json={"search_categories": {}}) == {"search_categories": {}}
    for token in ("x", "é", "W10", "WzEsMiwzLC00XQ", "a" * 2000):
        await search(alice, "x", next_batch=token, expect=(400, "M_INVALID_PARAM"))
