"""E-mail addresses: shown to be somebody's by a link in a mail, used to log in and for forgotten passwords; told to nobody else."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from tests.harness.client import PASSWORD, V3, Door, Expected, Json, fresh
from tests.harness.person import Person
from tests.harness.post import Mail, Post
from tests.harness.server import ServerProcess, free_port
from tests.stories.administrators import ADMIN, audited, promote

FORBIDDEN = (403, "M_FORBIDDEN")
NOT_PROVED = (400, "M_THREEPID_AUTH_FAILED")
EMAIL = "m.login.email.identity"


@pytest.fixture
async def post() -> AsyncIterator[Post]:
    """A mail server that takes everything."""
    async with Post() as post:
        yield post


class Mailing:
    """A server that sends mails, and what its stories have in common."""

    def __init__(self, data: Path, post: Post, **more: str) -> None:
        port = free_port()
        self.process = ServerProcess(data, post.settings(f"http://127.0.0.1:{port}", **more), port)
        self.url = self.process.url
        self.post = post

    def __enter__(self) -> "Mailing":
        self.process.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()

    def secret(self) -> Json:
        """A client secret of its own."""
        return {"client_secret": fresh("secret.")}

    async def ask(
        self, door: Door, path: str, email: str, secret: Json, attempt: int = 1, expect: Expected = 200, **more: Any
    ) -> Json:
        """Ask for a proof; what names it later."""
        headers = {"Accept-Language": more.pop("language", "en")}
        body = {**secret, "email": email, "send_attempt": attempt, **more}
        answer = await door.request(
            "POST", f"{V3}/{path}/email/requestToken", json=body, headers=headers, expect=expect
        )
        return {"sid": answer.get("sid"), "client_secret": secret["client_secret"]}

    async def confirm(self, door: Door, mail: Mail, status: int = 200) -> httpx.Response:
        """Press the button behind the link."""
        response = await door.http.post(mail.link)
        assert response.status_code == status, response.text
        return response

    async def give(self, person: Person, email: str) -> None:
        """An address for an account, from asking to adding."""
        proof = await self.ask(person, "account/3pid", email, self.secret())
        await self.confirm(person, await self.post.next())
        await add(person, proof)


@pytest.fixture
def mailing(tmp_path: Path, post: Post) -> Any:
    """A running server that mails by `post`."""
    with Mailing(tmp_path / "data", post) as mailing:
        yield mailing


async def add(person: Person, proof: Json, expect: Expected = 200) -> None:
    """Add what was confirmed, the password proved."""
    asked = await person.post(f"{V3}/account/3pid/add", json=proof, expect=401)
    identifier = {"type": "m.id.user", "user": person.user_id}
    auth = {"type": "m.login.password", "identifier": identifier, "password": PASSWORD, "session": asked["session"]}
    await person.post(f"{V3}/account/3pid/add", json={**proof, "auth": auth}, expect=expect)


async def addresses(person: Person) -> list[str]:
    """Those of an account."""
    return [one["address"] for one in (await person.get(f"{V3}/account/3pid"))["threepids"]]


async def log_in(door: Door, identifier: Json, password: str, expect: Expected = 200) -> Json:
    """With a password."""
    body = {"type": "m.login.password", "identifier": identifier, "password": password}
    return await door.post(f"{V3}/login", json=body, expect=expect)


async def reset(door: Door, proof: Json, password: str, expect: Expected = 200, **more: Any) -> Json:
    """A new password by a proof."""
    asked = await door.post(f"{V3}/account/password", json={}, expect=401)
    assert {"stages": [EMAIL]} in asked["flows"]
    auth = {"type": EMAIL, "threepid_creds": proof, "session": asked["session"]}
    return await door.post(
        f"{V3}/account/password", json={"new_password": password, "auth": auth, **more}, expect=expect
    )


async def test_an_address_of_ones_own(mailing: Mailing, post: Post) -> None:
    """Asked for, mailed, confirmed, added with the password; logged in with; taken away."""
    async with Door(mailing.url) as door:
        anna = await Person.arrive(mailing.url, "anna")
        assert (await anna.get(f"{V3}/capabilities"))["capabilities"]["m.3pid_changes"] == {"enabled": True}
        secret = mailing.secret()
        proof = await mailing.ask(anna, "account/3pid", "Anna@Example.ORG", secret)
        assert await mailing.ask(anna, "account/3pid", "anna@example.org", secret) == proof, "the same attempt"
        mail = await post.next()
        assert (mail.sender, mail.recipient) == ("no-reply@test.local", "anna@example.org")
        assert mail.message["From"] == "Laiwang <no-reply@test.local>"
        assert mail.message["Auto-Submitted"] == "auto-generated"
        assert mail.message["Message-ID"].endswith("@test.local>")
        assert mail.message["Date"]
        assert mail.message.get_content_type() == "multipart/alternative"
        assert mail.link in mail.html.replace("&amp;", "&")
        await add(anna, proof, NOT_PROVED)

        shown = await door.http.get(mail.link)
        assert shown.status_code == 200
        assert "anna@example.org" in shown.text
        assert "default-src 'none'" in shown.headers["content-security-policy"]
        assert shown.headers["referrer-policy"] == "no-referrer"
        assert "no-store" in shown.headers["cache-control"]
        await add(anna, proof, NOT_PROVED)  # looking confirms nothing
        await mailing.confirm(door, mail)
        await mailing.confirm(door, mail, 404)
        await add(anna, {**proof, "client_secret": "another"}, NOT_PROVED)
        await add(anna, proof)
        await add(anna, proof)  # the same again
        (one,) = (await anna.get(f"{V3}/account/3pid"))["threepids"]
        assert (one["medium"], one["address"]) == ("email", "anna@example.org")

        by_address = {"type": "m.id.thirdparty", "medium": "email", "address": "ANNA@example.org"}
        assert (await log_in(door, by_address, PASSWORD))["user_id"] == anna.user_id
        await log_in(door, by_address, "wrong", FORBIDDEN)
        await log_in(door, {**by_address, "address": "nobody@example.org"}, PASSWORD, FORBIDDEN)
        await log_in(door, {**by_address, "medium": "msisdn"}, PASSWORD, FORBIDDEN)
        mine = {"medium": "email", "address": "anna@EXAMPLE.org"}
        await mailing.ask(anna, "account/3pid", "anna@example.org", secret, 2, (400, "M_THREEPID_IN_USE"))
        await anna.post(f"{V3}/account/3pid/unbind", json=mine)
        assert await addresses(anna) == ["anna@example.org"]
        for _ in range(2):
            await anna.post(f"{V3}/account/3pid/delete", json=mine)
            assert await addresses(anna) == []
        told = await post.next()
        assert (told.recipient, told.message["Content-Language"]) == ("anna@example.org", "en")
        assert "removed from your account on test.local" in told.text
        await log_in(door, by_address, PASSWORD, FORBIDDEN)
        await add(anna, proof, NOT_PROVED)  # used up, although the address is free again
        assert post.received.empty()
        await anna.close()


async def test_a_forgotten_password(mailing: Mailing, post: Post) -> None:
    """A link by mail lets one set a new one, once; every device is out then."""
    async with Door(mailing.url) as door:
        anna, bo = await Person.arrive(mailing.url, "anna"), await Person.arrive(mailing.url, "bo")
        await mailing.give(anna, "anna@example.org")
        secret = mailing.secret()
        proof = await mailing.ask(
            door, "account/password", "anna@example.org", secret, language="zh-CN,zh;q=0.9,en;q=0.8"
        )
        first = await post.next()
        assert "设置新密码" in first.message["Subject"]
        assert await mailing.ask(door, "account/password", "anna@example.org", secret, 2, language="zh") == proof
        second = await post.next()
        assert second.link != first.link
        refusal = await reset(door, proof, "a new long password", (401, "M_UNAUTHORIZED"))
        assert {"stages": [EMAIL]} in refusal["flows"]
        assert "设置新密码" in (await door.http.get(first.link)).text
        await mailing.confirm(door, first)
        await mailing.confirm(door, second, 404)  # one of them was enough
        await reset(door, {**proof, "client_secret": "x"}, "a new long password", 401)
        await reset(bo, proof, "a new long password", 401)  # it is not hers
        await add(bo, proof, NOT_PROVED)  # nor good for anything else
        await reset(door, proof, "a new long password")
        assert "has just been changed" in (await post.next()).text
        await reset(door, proof, "yet another password", 401)
        await anna.get(f"{V3}/account/whoami", expect=(401, "M_UNKNOWN_TOKEN"))
        identifier = {"type": "m.id.user", "user": anna.user_id}
        await log_in(door, identifier, PASSWORD, FORBIDDEN)
        await log_in(door, identifier, "a new long password")
        await bo.get(f"{V3}/account/whoami")
        for one in (anna, bo):
            await one.close()


async def test_nobody_learns_who_is_here(mailing: Mailing, post: Post) -> None:
    """A stranger is answered alike for every address; only its owner is told more, by mail."""
    async with Door(mailing.url) as door:
        anna, bo = await Person.arrive(mailing.url, "anna"), await Person.arrive(mailing.url, "bo")
        await mailing.give(anna, "anna@example.org")
        unknown = await door.respond(
            "POST",
            f"{V3}/account/password/email/requestToken",
            json={**mailing.secret(), "email": "stranger@example.org", "send_attempt": 1},
        )
        known = await door.respond(
            "POST",
            f"{V3}/account/password/email/requestToken",
            json={**mailing.secret(), "email": "anna@example.org", "send_attempt": 1},
        )
        assert unknown.json().keys() == known.json().keys()
        assert len(unknown.json()["sid"]) == len(known.json()["sid"])
        told = {mail.recipient: mail for mail in (await post.next(), await post.next())}
        assert "no account there has this e-mail address" in told["stranger@example.org"].text
        assert "http" not in told["stranger@example.org"].text
        proof = await mailing.ask(bo, "account/3pid", "anna@example.org", mailing.secret())
        mail = await post.next()
        assert "belongs to an account there already" in mail.text
        await add(bo, proof, NOT_PROVED)
        assert await addresses(bo) == []
        for one in (anna, bo):
            await one.close()


async def test_two_who_want_the_same(mailing: Mailing, post: Post) -> None:
    """Who adds it first has it; it is free when that account ends."""
    anna, bo = await Person.arrive(mailing.url, "anna"), await Person.arrive(mailing.url, "bo")
    proofs = {}
    for person in (anna, bo):
        proofs[person] = await mailing.ask(person, "account/3pid", "both@example.org", mailing.secret())
        await mailing.confirm(person, await post.next())
    await add(anna, proofs[anna])
    await add(bo, proofs[bo], NOT_PROVED)
    assert await addresses(bo) == []
    asked = await anna.post(f"{V3}/account/deactivate", expect=401)
    identifier = {"type": "m.id.user", "user": anna.user_id}
    auth = {"type": "m.login.password", "identifier": identifier, "password": PASSWORD, "session": asked["session"]}
    await anna.post(f"{V3}/account/deactivate", json={"auth": auth})
    await add(bo, proofs[bo])
    assert await addresses(bo) == ["both@example.org"]
    for one in (anna, bo):
        await one.close()


async def test_registering_with_an_address(tmp_path: Path, post: Post) -> None:
    """Where the operator wants one: no account without it, and the address is the account's."""
    with Mailing(tmp_path / "data", post, LAIWANG_REGISTRATION__EMAIL_REQUIRED="true") as mailing:
        async with Door(mailing.url) as door:
            asked = await door.post(f"{V3}/register", json={"username": "anna", "password": PASSWORD}, expect=401)
            assert asked["flows"] == [{"stages": [EMAIL]}]
            proof = await mailing.ask(door, "register", "anna@example.org", mailing.secret())
            auth = {"type": EMAIL, "threepid_creds": proof, "session": asked["session"]}
            await door.post(f"{V3}/register", json={"auth": auth}, expect=(401, "M_UNAUTHORIZED"))
            await mailing.confirm(door, await post.next())
            anna = await door.post(f"{V3}/register", json={"auth": auth})
            by_address = {"type": "m.id.thirdparty", "medium": "email", "address": "anna@example.org"}
            assert (await log_in(door, by_address, PASSWORD))["user_id"] == anna["user_id"]

            # the proof is used up, and so is the address
            more = {"username": "eve", "password": PASSWORD, "auth": {"type": EMAIL, "threepid_creds": proof}}
            await door.post(f"{V3}/register", json=more, expect=401)
            proof = await mailing.ask(door, "register", "anna@example.org", mailing.secret())
            assert "already" in (await post.next()).text
            more["auth"] = {"type": EMAIL, "threepid_creds": proof}
            await door.post(f"{V3}/register", json=more, expect=401)


async def test_where_a_link_leads(tmp_path: Path, post: Post) -> None:
    """To where the client wants, when the operator allows that; nowhere else."""
    allowed = "https://app.example.org"
    with Mailing(tmp_path / "data", post, LAIWANG_EMAIL__NEXT_LINK_ORIGINS=allowed) as mailing:
        anna = await Person.arrive(mailing.url, "anna")
        link: Any
        for link in (f"{allowed}/done?x=1", f"{mailing.url}/settings"):
            await mailing.ask(anna, "account/3pid", fresh("a") + "@example.org", mailing.secret(), next_link=link)
            mail = await post.next()
            page = await anna.http.get(mail.link)
            origin = "/".join(link.split("/")[:3])
            assert f"form-action 'self' {origin};" in page.headers["content-security-policy"]
            assert (await mailing.confirm(anna, mail, 303)).headers["location"] == link
        for link in (
            "https://evil.example/",
            f"{allowed}.evil.example/",
            f"{allowed}@evil.example/",
            "javascript:alert(1)",
            "//evil.example",
            f"{allowed}/\r\nSet-Cookie: a=b",
            7,
        ):
            await mailing.ask(anna, "account/3pid", "b@example.org", mailing.secret(), expect=400, next_link=link)
        await anna.close()


async def test_what_is_no_address(mailing: Mailing, post: Post) -> None:
    """Refused, and nothing is sent."""
    wrong = (400, "M_INVALID_PARAM")
    async with Door(mailing.url) as door:
        for email in (
            "",
            "@",
            "anna",
            "anna@",
            "@example.org",
            "anna@localhost",
            "anna@example.org\r\nBcc: all@example.org",
            "anna@example.org, bo@example.org",
            "Anna <anna@example.org>",
            "an na@example.org",
            "\u0131rma@example.org",  # a letter that becomes another one where case is folded
            "anna@[127.0.0.1]",
            "anna@127.0.0.1",
            "a" * 65 + "@example.org",
            "a@" + "b." * 126 + "org",
            "anna@exa\ud800mple.org".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
        ):
            await mailing.ask(door, "account/password", email, mailing.secret(), expect=wrong)
        await mailing.ask(door, "account/password", "a@example.org", {"client_secret": "a b"}, expect=wrong)
        await mailing.ask(door, "account/password", "a@example.org", {"client_secret": ""}, expect=wrong)
        await mailing.ask(door, "account/password", "a@example.org", mailing.secret(), -1, expect=wrong)
        await mailing.ask(door, "register", "a@example.org", mailing.secret(), expect=(403, "M_THREEPID_DENIED"))
        phone = {**mailing.secret(), "send_attempt": 1, "country": "CN", "phone_number": "13800000000"}
        medium = (400, "M_THREEPID_MEDIUM_NOT_SUPPORTED")
        await door.post(f"{V3}/account/3pid/msisdn/requestToken", json=phone, expect=medium)
        await mailing.ask(door, "account/password", "Anna@Bücher.example", mailing.secret())
        assert (await post.next()).recipient == "anna@xn--bcher-kva.example"
        assert post.received.empty()


async def test_slow_enough(tmp_path: Path, post: Post) -> None:
    """So many mails to one address, whoever asks; a repeated request costs nothing."""
    with Mailing(
        tmp_path / "data",
        post,
        LAIWANG_RATE_LIMITS__ENABLED="true",
        LAIWANG_RATE_LIMITS__MAILS_BURST="2",
        LAIWANG_RATE_LIMITS__MAILS_PER_S="0.001",
    ) as mailing:
        async with Door(mailing.url) as door:
            anna = await Person.arrive(mailing.url, "anna")
            secret = mailing.secret()
            for _ in range(5):
                await mailing.ask(anna, "account/3pid", "one@example.org", secret)
            await mailing.ask(door, "account/password", "one@example.org", secret)
            await mailing.ask(door, "account/password", "one@example.org", secret, 2, (429, "M_LIMIT_EXCEEDED"))
            await mailing.ask(anna, "account/3pid", "two@example.org", secret)
            await mailing.ask(anna, "account/3pid", "three@example.org", secret, 1, (429, "M_LIMIT_EXCEEDED"))
            await anna.close()


async def test_the_owner_is_told(mailing: Mailing, post: Post) -> None:
    """Of another address at those that she has. Of a new password at each address, in
    the language of the request; in both where an administrator gave it. The mails are in the
    same transaction: after a crash they still go."""
    anna = await Person.arrive(mailing.url, "anna")
    for address in ("one@example.org", "two@example.org"):
        await mailing.give(anna, address)
    added = await post.next()
    assert (added.recipient, added.message["Subject"]) == (
        "one@example.org",
        "An e-mail address was added to your account · test.local",
    )
    assert "remove that address" in added.text
    asked = await anna.post(f"{V3}/account/password", json={}, expect=401)
    identifier = {"type": "m.id.user", "user": anna.user_id}
    auth = {"type": "m.login.password", "identifier": identifier, "password": PASSWORD, "session": asked["session"]}
    body = {"new_password": "a new long password", "auth": auth}
    wrong = {**body, "auth": {**auth, "password": "wrong"}}
    await anna.post(f"{V3}/account/password", json=wrong, expect=401)  # changed nothing, and tells nobody
    await anna.request("POST", f"{V3}/account/password", json=body, headers={"Accept-Language": "zh-CN"})
    mails = [await post.next(), await post.next()]
    assert {mail.recipient for mail in mails} == {"one@example.org", "two@example.org"}
    for mail in mails:
        assert mail.message["Subject"] == "你的密码已修改 · test.local"
        assert "忘记密码" in mail.text
        assert "忘记密码" in mail.html
        assert "http" not in mail.text

    root = await Person.arrive(mailing.url, "root")
    await promote(mailing.process, root)
    post.on_recipient = lambda _: "451 later"
    path = f"{ADMIN}/people/{quote(anna.user_id)}"
    for _ in range(3):
        await root.post(f"{path}/password", json={"password": "another long password"})
    await post.asked.get()
    mailing.process.kill()
    post.on_recipient = lambda _: "250 OK"
    mailing.process.start()
    mails = [await post.next(), await post.next()]
    assert {mail.recipient for mail in mails} == {"one@example.org", "two@example.org"}
    for mail in mails:
        assert mail.message["Subject"] == "你的密码已修改 / Your password was changed · test.local"
        assert mail.message["Content-Language"] == "zh, en"
        assert "如果不是" in mail.text
        assert "If not," in mail.text
    for one in (anna, root):
        await one.close()


async def test_administrators_see_addresses_and_take_one_away(mailing: Mailing, post: Post) -> None:
    """Nobody else does; the address is told, and the audit has who did it."""
    anna, root = await Person.arrive(mailing.url, "anna"), await Person.arrive(mailing.url, "root")
    path = f"{ADMIN}/people/{quote(anna.user_id)}/addresses"
    for address in ("one@example.org", "two@example.org"):
        await mailing.give(anna, address)
    assert (await post.next()).message["Subject"] == "An e-mail address was added to your account · test.local"
    for person in (anna, root):
        await person.get(path, expect=FORBIDDEN)
        await person.delete(f"{path}/one@example.org", expect=FORBIDDEN)
    await promote(mailing.process, root)
    first, second = (await root.get(path))["addresses"]
    assert [first["address"], second["address"]] == ["one@example.org", "two@example.org"]
    assert first["validated_ms"] <= first["added_ms"] <= second["added_ms"]
    assert (await root.get(f"{ADMIN}/people/{quote(root.user_id)}/addresses")) == {"addresses": []}
    for absent in ("three@example.org", "nothing", "one@example.org%0d%0aBcc:"):
        await root.delete(f"{path}/{absent}", expect=(404, "M_NOT_FOUND"))
    nobody = quote("@nobody:test.local")
    await root.get(f"{ADMIN}/people/{nobody}/addresses", expect=(404, "M_NOT_FOUND"))
    await root.get(f"{ADMIN}/people/nobody/addresses", expect=(400, "M_INVALID_PARAM"))
    await root.delete(f"{path}/{quote('ONE@example.org')}")
    await root.delete(f"{path}/one@example.org", expect=(404, "M_NOT_FOUND"))
    told = await post.next()
    assert told.recipient == "one@example.org"
    assert told.message["Subject"] == "这个邮箱地址已被移除 / This e-mail address was removed · test.local"
    assert await addresses(anna) == ["two@example.org"]
    (entry,) = await audited(root, act="address.remove")
    assert (entry["actor"], entry["subject"], entry["old"]) == (
        root.user_id,
        anna.user_id,
        {"address": "one@example.org"},
    )
    assert post.received.empty()
    for one in (anna, root):
        await one.close()
