"""Mails on bad days: a mail server that is away, slow to trust, or says no for good; our own server killed before it could send."""

import asyncio
import datetime
import ipaddress
import ssl
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.harness.client import Door
from tests.harness.post import WAIT_S, Post
from tests.harness.server import ServerFailed, ServerProcess
from tests.stories.test_addresses import Mailing

pytestmark = pytest.mark.process


async def test_power_cut_before_sending(tmp_path: Path) -> None:
    """What was acknowledged is mailed after the restart, once, although the mail server was away all the time before."""
    post = Post()
    with Mailing(tmp_path / "data", post) as mailing:
        async with Door(mailing.url) as door:
            secret = mailing.secret()
            proof = await mailing.ask(door, "account/password", "anna@example.org", secret)
            mailing.process.kill()
            mailing.process.start()
            assert await mailing.ask(door, "account/password", "anna@example.org", secret) == proof
            async with post:
                assert (await post.next()).recipient == "anna@example.org"
                await asyncio.to_thread(mailing.process.restart)  # the mail server has yet to say that it has the mail
                await mailing.ask(door, "account/password", "bo@example.org", mailing.secret())
                assert (await post.next()).recipient == "bo@example.org"


async def test_a_mail_server_says_no(tmp_path: Path) -> None:
    """No for good ends a mail, not yet does not; both hold up nobody else's."""
    async with Post() as post:
        with Mailing(tmp_path / "data", post) as mailing:
            async with Door(mailing.url) as door:
                post.on_recipient = lambda to: {"gone": "550 no such mailbox", "grey": "451 later"}.get(
                    to.split("@")[0], "250 OK"
                )
                for name in ("gone", "grey", "anna"):
                    await mailing.ask(door, "account/password", f"{name}@example.org", mailing.secret())
                assert (await post.next()).recipient == "anna@example.org"
                assert [await post.asked.get() for _ in range(3)][:2] == ["gone@example.org", "grey@example.org"]
                post.on_recipient = lambda to: "250 OK"
                assert (await post.next()).recipient == "grey@example.org"
                assert await asyncio.wait_for(post.asked.get(), WAIT_S) == "grey@example.org"
                assert post.asked.empty()


async def test_a_link_that_is_too_old(tmp_path: Path) -> None:
    """It opens nothing, and what it would have proved is not proved."""
    async with Post() as post:
        with Mailing(tmp_path / "data", post, LAIWANG_EMAIL__LINK_LIFETIME_S="1") as mailing:
            async with Door(mailing.url) as door:
                await mailing.ask(door, "account/password", "anna@example.org", mailing.secret())
                await post.next()
                proof = await mailing.ask(door, "account/3pid", "anna@example.org", mailing.secret())
                mail = await post.next()
                while (await door.http.get(mail.link)).status_code == 200:  # noqa: ASYNC110 - nobody rings when time has passed
                    await asyncio.sleep(0.1)
                assert "cannot be used" in (await mailing.confirm(door, mail, 404)).text
                assert proof["sid"]
                assert (await door.http.get("/api/v1/addresses/confirm")).status_code == 404


def certificate(folder: Path) -> ssl.SSLContext:
    """A mail server's certificate for loopback, signed by itself: `folder/ca.pem`."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "post.test")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    folder.mkdir(exist_ok=True)
    (folder / "ca.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    (folder / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    )
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(folder / "ca.pem", folder / "key.pem")
    return context


async def test_sealed_and_logged_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """STARTTLS with a certificate that is checked, and a login; a mail server that offers no TLS gets nothing."""
    context = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    settings = {
        "LAIWANG_EMAIL__SECURITY": "starttls",
        "LAIWANG_EMAIL__USERNAME": "laiwang",
        "LAIWANG_EMAIL__PASSWORD": "a secret",
    }
    post = Post(tls=context, login=("laiwang", "a secret"))
    plain = Post()
    plain.port = post.port
    with Mailing(tmp_path / "data", post, **settings) as mailing:
        async with Door(mailing.url) as door:
            async with plain:
                await mailing.ask(door, "account/password", "anna@example.org", mailing.secret())
                while "has to wait" not in mailing.process.log_tail():  # noqa: ASYNC110 - another process has no event for this one
                    await asyncio.sleep(0.05)
            assert plain.asked.empty()
            async with post:
                assert (await post.next()).recipient == "anna@example.org"


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"LAIWANG_EMAIL__HOST": "127.0.0.1", "LAIWANG_EMAIL__SENDER": "a@example.org"}, "server.public_url"),
        (
            {
                "LAIWANG_EMAIL__HOST": "127.0.0.1",
                "LAIWANG_SERVER__PUBLIC_URL": "https://example.org",
                "LAIWANG_EMAIL__SENDER": "nobody",
            },
            "email.sender",
        ),
        ({"LAIWANG_REGISTRATION__EMAIL_REQUIRED": "true"}, "email.host"),
    ],
)
def test_settings_that_do_not_fit(tmp_path: Path, settings: dict[str, str], told: str) -> None:
    """The server says which, and does not start."""
    process = ServerProcess(tmp_path / "data", settings)
    with pytest.raises(ServerFailed, match=told):
        process.start()
