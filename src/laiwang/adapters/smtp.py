"""`ports.Mailer` over SMTP: one connection for each mail, to the one mail server of the operator, which brings it on to the world."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING, Literal

from laiwang.kernel.ports import Deferred, Undeliverable, Unreachable

if TYPE_CHECKING:
    from aiosmtplib import SMTPResponseException

__all__ = ["SmtpMailer"]

TIMEOUT_S = 30.0
REASON_CHARACTERS_MAX = 300


class SmtpMailer:
    """The library is loaded with the first mail."""

    def __init__(
        self, host: str, port: int, *, security: Literal["starttls", "tls", "none"], username: str, password: str
    ) -> None:
        self._host = host
        self._port = port
        self._security = security
        self._login = (username, password) if username else None
        self._context: ssl.SSLContext | None = None

    async def send(self, sender: str, recipient: str, message: bytes) -> None:
        """Raises Unreachable, Deferred, Undeliverable.

        Errors of the login and of the sender are the operator's to mend, and no reason to throw mails away: they count as Unreachable.
        """
        import aiosmtplib

        if self._context is None and self._security != "none":
            self._context = ssl.create_default_context()
        client = aiosmtplib.SMTP(
            hostname=self._host,
            port=self._port,
            timeout=TIMEOUT_S,
            use_tls=self._security == "tls",
            # With starttls a mail server that does not offer it gets nothing: neither the password nor a mail.
            start_tls=self._security == "starttls",
            tls_context=self._context,
        )
        is_taken = False
        try:
            async with client:
                if self._login is not None:
                    await client.login(*self._login)
                await client.sendmail(sender, [recipient], message)
                is_taken = True
        except aiosmtplib.SMTPRecipientsRefused as error:
            raise _judged(error.recipients[0]) from error
        except aiosmtplib.SMTPDataError as error:
            raise _judged(error) from error
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            # It was taken: what happened while saying goodbye is no reason to send it twice.
            if not is_taken:
                raise Unreachable(f"the mail server cannot be used: {_line(str(error))}") from error


def _judged(error: SMTPResponseException) -> Deferred | Undeliverable:
    reason = f"{error.code} {_line(error.message)}"
    return Undeliverable(reason) if error.code >= 500 else Deferred(reason)


def _line(text: str) -> str:
    return " ".join(text.split())[:REASON_CHARACTERS_MAX]
