"""The staff of a company comes as a file: looked at first, taken in, taken in again, and given out."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from tests.harness.client import PASSWORD, V3, Door, Json, fresh
from tests.harness.person import Person
from tests.harness.post import Post
from tests.stories.administrators import ADMIN, promote
from tests.stories.offices import Office, found
from tests.stories.test_addresses import Mailing, log_in, reset

FORBIDDEN = (403, "M_FORBIDDEN")


async def take(person: Person, office: Office, text: str, **query: str) -> list[tuple[str, str | None]]:
    """Outcomes of the rows, with the beginning of the reason where one is refused."""
    report = await report_of(person, office, text, **query)
    assert sum(report["counts"].values()) == len(report["rows"])
    return [(one["outcome"], one["reason"]) for one in report["rows"]]


async def report_of(person: Person, office: Office, text: str, **query: str) -> Json:
    """The whole report."""
    return await person.request("POST", f"{office.path}/roster", content=text.encode(), query=query)


async def given(person: Person, office: Office) -> dict[str, dict[str, str]]:
    """The rows of the roster that is given out, by user name."""
    response = await person.respond("GET", f"{office.path}/roster")
    assert response.headers["Content-Type"].startswith("text/csv")
    rows = csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"), newline=""))
    return {row["user_name"]: row for row in rows}


async def test_a_roster_makes_accounts_and_keeps_them(tmp_path: Path) -> None:
    async with Post() as post:
        with Mailing(tmp_path / "data", post) as mailing:
            people = [await Person.arrive(mailing.url, name) for name in ("admin", "owner", "clerk", "other")]
            try:
                await tell(mailing, post, *people)
            finally:
                for person in people:
                    await person.close()


async def tell(mailing: Mailing, post: Post, admin: Person, owner: Person, clerk: Person, other: Person) -> None:
    """The whole story, on a server that mails."""
    await promote(mailing.process, admin)
    office = await found(admin, owner)
    name, domain = fresh("wang"), "lakeside.example"
    head = "user_name,display_name,email,external_id,title,role,departments\n"
    row = f"{name},王小明,{name}@{domain},17,=Manager,supervisor,Sales/North; Silk\n"

    # Only a verified company makes accounts, and only at addresses that are its own.
    assert (await take(owner, office, head + row))[0][0] == "refused"
    await admin.put(f"{ADMIN}/organisations/{{}}/verified", office.id, json={"is_verified": True})
    ((outcome, reason),) = await take(owner, office, head + row)
    assert outcome == "refused"
    assert reason is not None
    assert "domain" in reason
    await owner.put(f"{office.path}/domains/{{}}", domain, json={})
    confirm = f"{ADMIN}/organisations/{{}}/domains/{{}}"
    await admin.put(confirm, office.id, domain, json={"is_confirmed": True})

    # A preview tells the same and does nothing.
    preview = await report_of(owner, office, head + row, preview="true")
    assert (preview["is_preview"], preview["counts"]) == (True, {"made": 1})
    assert await office.members() == [owner.user_id]
    assert await office.tree() == {}
    report = await report_of(owner, office, head + row)
    assert report["rows"] == preview["rows"]
    user_id = report["rows"][0]["user_id"]
    assert await office.tree() == {"Sales": None, "North": "Sales", "Silk": None}
    member = await owner.get(f"{office.path}/members/{{}}", user_id)
    assert (member["display_name"], member["title"], member["role"]) == ("王小明", "=Manager", "supervisor")
    assert (member["external_id"], member["source"], len(member["posts"])) == ("17", "import", 2)
    assert member["verified"] == [{"kind": "staff", "name": "Lakeside Tea"}]

    # What was taken in once changes nothing; known by its external id, its address or its name it is changed.
    assert await take(owner, office, head + row) == [("unchanged", None)]
    for text in (
        "external_id,title\n17,Clerk\n",
        f"email,title\n{name}@{domain.upper()},Buyer\n",
        f"user_name,title\n{name},=1+1\n",
    ):
        assert await take(owner, office, text) == [("changed", None)]
    # What is given out runs in no spreadsheet, and is taken in again as it was.
    rows = await given(owner, office)
    assert rows[name] == {
        "user_name": name,
        "display_name": "王小明",
        "email": f"{name}@{domain}",
        "external_id": "17",
        "title": "'=1+1",
        "role": "supervisor",
        "departments": rows[name]["departments"],
    }
    assert sorted(rows[name]["departments"].split("; ")) == ["Sales/North", "Silk"]
    whole = (await owner.respond("GET", f"{office.path}/roster")).content.decode("utf-8-sig")
    assert await take(owner, office, whole) == [("unchanged", None)] * 2

    # Her owner sets a password by her address, and is at work.
    async with Door(mailing.url) as door:
        proof = await mailing.ask(door, "account/password", f"{name}@{domain}", mailing.secret())
        await mailing.confirm(door, await post.next())
        await reset(door, proof, PASSWORD)
        await post.next()  # that her password was changed
        session = await log_in(door, {"type": "m.id.user", "user": user_id}, PASSWORD)
    assert session["user_id"] == user_id

    # Nobody becomes staff who did not ask, but by an address of the company.
    clerk_name, other_name = (one.user_id[1:].partition(":")[0] for one in (clerk, other))
    await mailing.give(clerk, f"clerk@{domain}")
    outcomes = await take(
        owner,
        office,
        "user_name,email,external_id,role\n"
        f",clerk@{domain},18,\n"
        f"{other_name},,19,\n"
        f"{clerk_name},{name}@{domain},,\n"
        f"{fresh('new')},new@elsewhere.example,,\n"
        f"_bot,,,\n"
        f"{name},,18,\n"
        f"{name},,17,king\n"
        f"{fresh('lord')},,,emperor\n",
    )
    assert [one[0] for one in outcomes] == ["added"] + ["refused"] * 7
    assert all(reason for outcome, reason in outcomes if outcome == "refused")
    assert "who did not ask" in str(outcomes[1][1])
    assert "not those of one person" in str(outcomes[2][1])
    await owner.get(f"{office.path}/members/{{}}", other.user_id, expect=404)
    assert clerk.user_id in await office.members()
    # What was refused left nothing behind.
    assert len(await given(owner, office)) == 3
    # Who is no administrator of the company takes nothing in, and gets nothing out.
    await clerk.request("POST", f"{office.path}/roster", content=head.encode(), expect=FORBIDDEN)
    await clerk.get(f"{office.path}/roster", expect=FORBIDDEN)
    await other.request("POST", f"{office.path}/roster", content=b"nonsense", expect=(404, "M_NOT_FOUND"))
    await owner.request("POST", f"{office.path}/roster", content=b"\xff\xfe\x00", expect=(400, "M_INVALID_PARAM"))
    await owner.get(f"{V3}/account/whoami")
