"""What mails say, and their form: plain text and HTML that say the same, in the language of who asked."""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate, parseaddr
from html import escape
from typing import Final

from laiwang.people.addresses.model import Language, Languages, Letter

__all__ = ["Letters", "WrongSender"]

#: (subject, what it is about, what the link does); {server} and {minutes} are filled in
TEXTS: Final[dict[Language, dict[Letter, tuple[str, str, str]]]] = {
    "en": {
        "add": (
            "Confirm your e-mail address",
            "Somebody, most likely you, wants to add this e-mail address to an account on {server}.",
            "Confirm the address",
        ),
        "register": (
            "Confirm your e-mail address",
            "Somebody, most likely you, is making an account on {server} with this e-mail address.",
            "Confirm the address",
        ),
        "reset": (
            "Set a new password",
            "Somebody, most likely you, wants to set a new password for your account on {server}.",
            "Go on with a new password",
        ),
        "taken": (
            "You have an account already",
            (
                "Somebody, most likely you, wanted to use this e-mail address for an account on {server}, but it belongs to an account "
                "there already. If you have forgotten the password of that account, choose “Forgot password?” where you log in."
            ),
            "",
        ),
        "unknown": (
            "No account has this e-mail address",
            (
                "Somebody, most likely you, wanted to set a new password on {server}, but no account there has this e-mail address. "
                "Perhaps you used another one."
            ),
            "",
        ),
        "added": (
            "An e-mail address was added to your account",
            "Another e-mail address has just been added to your account on {server}. It can be used to log in and to set a new password.",
            "",
        ),
        "changed": ("Your password was changed", "The password of your account on {server} has just been changed.", ""),
        "removed": (
            "This e-mail address was removed",
            "This e-mail address has just been removed from your account on {server}. It cannot be used to log in any more.",
            "",
        ),
    },
    "zh": {
        "add": ("确认你的邮箱地址", "有人（应该是你本人）想把这个邮箱地址添加到 {server} 上的账号。", "确认邮箱地址"),
        "register": (
            "确认你的邮箱地址",
            "有人（应该是你本人）正在用这个邮箱地址在 {server} 上注册账号。",
            "确认邮箱地址",
        ),
        "reset": ("设置新密码", "有人（应该是你本人）想为你在 {server} 上的账号设置新密码。", "继续设置新密码"),
        "taken": (
            "你已经有账号了",
            (
                "有人（应该是你本人）想在 {server} 上使用这个邮箱地址，但它已属于那里的一个账号。"
                "如果你忘记了该账号的密码，请在登录页选择“忘记密码？”。"
            ),
            "",
        ),
        "unknown": (
            "没有账号使用这个邮箱地址",
            "有人（应该是你本人）想在 {server} 上设置新密码，但那里没有账号使用这个邮箱地址。你也许用的是另一个邮箱。",
            "",
        ),
        "added": (
            "你的账号添加了邮箱地址",
            "你在 {server} 上的账号刚刚添加了另一个邮箱地址，它可以用来登录和设置新密码。",
            "",
        ),
        "changed": ("你的密码已修改", "你在 {server} 上的账号密码刚刚被修改。", ""),
        "removed": (
            "这个邮箱地址已被移除",
            "这个邮箱地址刚刚从你在 {server} 上的账号中移除，不能再用它登录。",
            "",
        ),
    },
}
LASTS: Final[dict[Language, str]] = {
    "en": "The link can be used once, within {minutes} minutes.",
    "zh": "链接只能使用一次，{minutes} 分钟内有效。",
}
OTHERWISE: Final[dict[Language, str]] = {
    "en": "If it was not you, there is nothing to do: without this mail nothing happens.",
    "zh": "如果不是你本人操作，无需理会：没有这封邮件，什么也不会发生。",
}
#: and what to do where something has happened already
ALARM: Final[dict[Language, dict[Letter, str]]] = {
    "en": {
        "added": (
            "If it was you, there is nothing to do. If not, log in, remove that address and set a new password at once, look at your "
            "devices, and tell whoever runs the server."
        ),
        "changed": (
            "If it was you, there is nothing to do. If not, choose “Forgot password?” where you log in and set a new one at once, "
            "then look at your devices, and tell whoever runs the server."
        ),
        "removed": (
            "If it was you, there is nothing to do. If not, log in and set a new password at once, look at your devices, "
            "and tell whoever runs the server."
        ),
    },
    "zh": {
        "added": "如果是你本人操作，无需理会。如果不是，请立即登录并移除那个地址、设置新密码，检查你的设备，并告知服务器管理员。",
        "changed": "如果是你本人操作，无需理会。如果不是，请立即在登录页选择“忘记密码？”设置新密码，检查你的设备，并告知服务器管理员。",
        "removed": "如果是你本人操作，无需理会。如果不是，请立即登录并设置新密码，检查你的设备，并告知服务器管理员。",
    },
}
#: in this order where both are written
BOTH: Final[tuple[Language, ...]] = ("zh", "en")
PAGE: Final = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>
<body style="margin:0;padding:24px;font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a;background:#ffffff">
<div style="max-width:480px;margin:0 auto">{body}</div></body></html>
"""
BUTTON: Final = (
    '<p style="margin:24px 0"><a href="{link}" style="display:inline-block;padding:12px 20px;border-radius:24px;background:#0b7a6f;'
    'color:#ffffff;text-decoration:none">{text}</a></p><p style="font-size:13px;color:#555555;word-break:break-all">{link}</p>'
)


class WrongSender(ValueError):
    """The address that mails are from cannot be used."""


class Letters:
    """`sender` as an address with or without a name. Raises WrongSender."""

    def __init__(self, sender: str, server_name: str, *, minutes: int) -> None:
        name, address = parseaddr(sender)
        try:
            self._sender = Address(name, addr_spec=address)
        except (ValueError, IndexError) as error:
            raise WrongSender(f"{sender!r} is not an e-mail address") from error
        if not self._sender.domain or not sender.isprintable():
            raise WrongSender(f"{sender!r} is not an e-mail address")
        self._server = server_name
        self._minutes = minutes

    @property
    def sender(self) -> str:
        """The bare address, for the envelope."""
        return self._sender.addr_spec

    def write(self, letter: Letter, language: Languages, address: str, *, mail_id: str, at_ms: int, link: str) -> bytes:
        """A whole mail, the same for each try but for its link. `link` is empty where there is nothing to confirm."""
        languages: tuple[Language, ...] = BOTH if language == "both" else (language,)
        subject = " / ".join(TEXTS[one][letter][0] for one in languages)
        message = EmailMessage(policy=SMTP)
        message["Subject"] = f"{subject} · {self._server}"
        message["From"] = self._sender
        message["To"] = Address(addr_spec=address)
        message["Date"] = formatdate(at_ms / 1000)
        message["Message-ID"] = f"<{mail_id}@{self._sender.domain}>"
        # Whoever answers by herself, such as a note of absence, does not answer this (RFC 3834).
        message["Auto-Submitted"] = "auto-generated"
        message["X-Auto-Response-Suppress"] = "All"
        parts = [self._part(letter, one, link) for one in languages]
        message.set_content("\n\n".join(text for text, _ in parts) + "\n")
        page = PAGE.format(
            language="zh-CN" if languages[0] == "zh" else "en",
            title=escape(subject),
            body="".join(html for _, html in parts),
        )
        message.add_alternative(page, subtype="html")
        # Setting the content takes away what was said about it before.
        message["Content-Language"] = ", ".join(languages)
        return message.as_bytes()

    def _part(self, letter: Letter, language: Language, link: str) -> tuple[str, str]:
        """What is said in one language, as text and as HTML."""
        subject, about, action = TEXTS[language][letter]
        about = about.format(server=self._server)
        lasts = LASTS[language].format(minutes=self._minutes) if link else ""
        otherwise = ALARM[language].get(letter, OTHERWISE[language])
        lines = [about, f"{action}:\n{link}" if link else "", lasts, otherwise]
        html = f'<h1 style="font-size:20px">{escape(subject)}</h1><p>{escape(about)}</p>'
        if link:
            html += BUTTON.format(link=escape(link), text=escape(action)) + f"<p>{escape(lasts)}</p>"
        html += f'<p style="color:#555555">{escape(otherwise)}</p>'
        return "\n\n".join(line for line in lines if line), html
