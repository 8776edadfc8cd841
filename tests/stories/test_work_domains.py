"""Joining one's company by the e-mail address that one has there."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.harness.client import V3
from tests.harness.person import Person
from tests.harness.post import Post
from tests.stories.administrators import ADMIN, promote
from tests.stories.offices import ORGANISATIONS, found
from tests.stories.test_addresses import Mailing

FORBIDDEN = (403, "M_FORBIDDEN")
NOT_FOUND = (404, "M_NOT_FOUND")
CONFIRM = f"{ADMIN}/organisations/{{}}/domains/{{}}"


async def test_an_address_at_work_lets_people_in(tmp_path: Path) -> None:
    async with Post() as post:
        with Mailing(tmp_path / "data", post) as mailing:
            people = [await Person.arrive(mailing.url, name) for name in ("admin", "owner", "rival", "clerk", "other")]
            try:
                await tell(mailing, *people)
            finally:
                for person in people:
                    await person.close()


async def tell(mailing: Mailing, admin: Person, owner: Person, rival: Person, clerk: Person, other: Person) -> None:
    """The whole story, on a server that mails."""
    await promote(mailing.process, admin)
    office, rivals = await found(admin, owner), await found(admin, rival, "Rival Tea")
    await mailing.give(clerk, "clerk@Lakeside.example")
    await mailing.give(other, "other@shop.lakeside.example")
    join = f"{office.path}/join"

    async def joinable(person: Person) -> list[str]:
        found = (await person.get(f"{ORGANISATIONS}/joinable"))["organisations"]
        return [one["organisation_id"] for one in found]

    for domain in ("", "nowhere", "a b.example", "1.2.3.4", "x" * 260 + ".example"):
        await owner.put(f"{office.path}/domains/{{}}", domain or " ", json={}, expect=(400, "M_INVALID_PARAM"))
    for one in (office, rivals):
        claim = await one.owner.put(f"{one.path}/domains/{{}}", "LAKESIDE.example", json={})
        assert claim == await one.owner.put(f"{one.path}/domains/{{}}", "lakeside.example", json={})
        assert (claim["domain"], claim["confirmed_ms"]) == ("lakeside.example", None)
    # A claim is worth nothing until the server's administrator has looked at it.
    assert await joinable(clerk) == []
    await clerk.post(join, expect=NOT_FOUND)
    await owner.put(CONFIRM, office.id, "lakeside.example", json={"is_confirmed": True}, expect=FORBIDDEN)
    await admin.put(CONFIRM, office.id, "other.example", json={"is_confirmed": True}, expect=NOT_FOUND)
    await admin.put(CONFIRM, office.id, "lakeside.example", json={"is_confirmed": True})
    await admin.put(CONFIRM, rivals.id, "lakeside.example", json={"is_confirmed": True}, expect=(409, "M_UNKNOWN"))
    first = await admin.get(f"{ADMIN}/domains", limit=1)
    rest = await admin.request("GET", f"{ADMIN}/domains", query={"from": first["next"]})
    claims = [*first["claims"], *rest["claims"]]
    assert sorted(one["organisation_id"] for one in claims if one["confirmed_ms"] is None) == [rivals.id]

    assert await joinable(clerk) == [office.id]
    assert await joinable(other) == []
    await other.post(join, expect=NOT_FOUND)
    await clerk.post(f"{rivals.path}/join", expect=NOT_FOUND)
    answers = await asyncio.gather(*(clerk.post(join) for _ in range(3)))
    assert answers == [{"organisation_id": office.id, "role": "staff", "partner_id": None}] * 3
    assert (await owner.get(f"{office.path}/members/{{}}", clerk.user_id))["source"] == "domain"
    assert await joinable(clerk) == []

    # Whoever left may come back, whoever was taken out may not: only by a code.
    await clerk.delete(f"{office.path}/members/{{}}", clerk.user_id)
    await clerk.post(join)
    await owner.delete(f"{office.path}/members/{{}}", clerk.user_id)
    assert await joinable(clerk) == []
    await clerk.post(join, expect=NOT_FOUND)
    await office.hire(clerk)
    await clerk.get(office.path)

    # An organisation that ends lets its domain go; so does an administrator of the server.
    await owner.delete(office.path)
    await admin.put(CONFIRM, rivals.id, "lakeside.example", json={"is_confirmed": True})
    assert await joinable(clerk) == [rivals.id]
    await admin.put(CONFIRM, rivals.id, "lakeside.example", json={"is_confirmed": False})
    assert await joinable(clerk) == []
    await admin.put(CONFIRM, rivals.id, "lakeside.example", json={"is_confirmed": True})
    proof = {"medium": "email", "address": "clerk@lakeside.example"}
    await clerk.post(f"{V3}/account/3pid/delete", json=proof)
    assert await joinable(clerk) == []
    await rival.delete(f"{rivals.path}/domains/{{}}", "lakeside.example")
    assert (await rival.get(f"{rivals.path}/domains"))["claims"] == []
