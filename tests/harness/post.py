"""A mail server on a real socket, in the test's own process: takes mails as its `answer` says, and hands them to the test."""

import asyncio
import re
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from aiosmtpd.smtp import SMTP, Envelope

from tests.harness.server import free_port

WAIT_S = 30
#: to whom -> what the mail server says
Rule = Callable[[str], str]


@dataclass(frozen=True)
class Mail:
    """A mail as it arrived."""

    sender: str
    recipient: str
    message: EmailMessage

    @property
    def text(self) -> str:
        """Its plain text."""
        body = self.message.get_body(("plain",))
        assert body is not None
        content: str = body.get_content()
        return content

    @property
    def html(self) -> str:
        """Its HTML."""
        body = self.message.get_body(("html",))
        assert body is not None
        content: str = body.get_content()
        return content

    @property
    def link(self) -> str:
        """Path and query of the one link in its text."""
        (found,) = re.findall(r"https?://\S+", self.text)
        parts = urlsplit(found)
        return f"{parts.path}?{parts.query}"


class Post:
    """`on_recipient` and `on_data` decide what is answered to a recipient and to a mail. Use as an async context manager, as often as
    the mail server is to come back on its port."""

    def __init__(self, *, tls: ssl.SSLContext | None = None, login: tuple[str, str] | None = None) -> None:
        self.port = free_port()
        self.received: asyncio.Queue[Mail] = asyncio.Queue()
        #: every recipient that was named, taken or not
        self.asked: asyncio.Queue[str] = asyncio.Queue()
        self.on_recipient: Rule = lambda _: "250 OK"
        self.on_data: Rule = lambda _: "250 OK"
        self._tls = tls
        self._login = login

    def settings(self, url: str, **more: str) -> dict[str, str]:
        """The settings of a server that mails by this one."""
        return {
            "LAIWANG_EMAIL__HOST": "127.0.0.1",
            "LAIWANG_EMAIL__PORT": str(self.port),
            "LAIWANG_EMAIL__SECURITY": "none",
            "LAIWANG_EMAIL__SENDER": "Laiwang <no-reply@test.local>",
            "LAIWANG_SERVER__PUBLIC_URL": url,
            **more,
        }

    async def __aenter__(self) -> Self:
        options: dict[str, Any] = {"tls_context": self._tls, "require_starttls": True} if self._tls is not None else {}
        if self._login is not None:
            options |= {"auth_required": True, "authenticator": self._authenticate}
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(
            lambda: SMTP(self, hostname="post.test", enable_SMTPUTF8=False, loop=loop, **options),
            "127.0.0.1",
            self.port,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        await self._server.wait_closed()

    async def next(self) -> Mail:
        """The next mail. Raises TimeoutError."""
        return await asyncio.wait_for(self.received.get(), WAIT_S)

    # --- what aiosmtpd calls ----------------------------------------------------------------------------------------------

    def _authenticate(self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> Any:
        from aiosmtpd.smtp import AuthResult

        assert self._login is not None
        right = (data.login, data.password) == tuple(one.encode() for one in self._login)
        return AuthResult(success=right, handled=not right)

    async def handle_RCPT(  # noqa: N802
        self, server: Any, session: Any, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """One recipient."""
        self.asked.put_nowait(address)
        said = self.on_recipient(address)
        if said.startswith("250"):
            envelope.rcpt_tos.append(address)
        return said

    async def handle_DATA(self, server: Any, session: Any, envelope: Envelope) -> str:  # noqa: N802
        """One mail."""
        said = self.on_data(envelope.rcpt_tos[0])
        if said.startswith("250"):
            assert isinstance(envelope.content, bytes)
            assert envelope.mail_from is not None
            message = message_from_bytes(envelope.content, policy=default)
            assert isinstance(message, EmailMessage)
            self.received.put_nowait(Mail(envelope.mail_from, envelope.rcpt_tos[0], message))
        return said
