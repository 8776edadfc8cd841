"""The page behind a link: what it would do, a button that does it, and that it was done. Programs that follow the links in mails before
their readers do confirm nothing: looking at the page does not."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import Final

from laiwang.kernel.capability import Response
from laiwang.people.addresses.model import Language, Purpose

__all__ = ["ask_page", "done_page", "gone_page", "redirect"]

STYLE: Final = (
    ":root{color-scheme:light dark}"
    "body{margin:0;font:16px/1.5 system-ui,sans-serif}main{max-width:26rem;margin:12vh auto 0;padding:0 1.5rem}"
    "h1{font-size:1.25rem}p{overflow-wrap:anywhere}button,a.button{display:block;box-sizing:border-box;width:100%;padding:.75rem;border:0;"
    "border-radius:1.5rem;background:#0b7a6f;color:#fff;font:inherit;text-align:center;text-decoration:none;cursor:pointer}"
    "button:focus-visible,a.button:focus-visible{outline:3px solid Highlight;outline-offset:2px}"
)
STYLE_HASH: Final = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
PAGE: Final = (
    '<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, '
    'initial-scale=1"><meta name="robots" content="noindex"><title>{title}</title><style>'
    + STYLE.replace("{", "{{").replace("}", "}}")
    + "</style></head>"
    "<body><main><h1>{title}</h1>{body}</main></body></html>"
)
#: (title, sentence, button) before; {address} is filled in
ASK: Final[dict[Language, dict[Purpose, tuple[str, str, str]]]] = {
    "en": {
        "add": ("Confirm your e-mail address", "{address} will belong to your account.", "Confirm"),
        "register": ("Confirm your e-mail address", "You are making an account with {address}.", "Confirm"),
        "reset": (
            "Set a new password",
            (
                "Confirm that you want to set a new password for the account of {address}. Whoever asked for it can then do so: go on only "
                "if it was you."
            ),
            "It was me, go on",
        ),
    },
    "zh": {
        "add": ("确认你的邮箱地址", "{address} 将属于你的账号。", "确认"),
        "register": ("确认你的邮箱地址", "你正在用 {address} 注册账号。", "确认"),
        "reset": (
            "设置新密码",
            "请确认你要为 {address} 的账号设置新密码。确认后，发起请求的人就可以设置：请仅在是你本人时继续。",
            "是我本人，继续",
        ),
    },
}
DONE: Final[dict[Language, tuple[str, str]]] = {
    "en": ("Confirmed", "You can close this page and go on where you came from."),
    "zh": ("已确认", "你可以关闭此页，回到刚才的地方继续。"),
}
GONE: Final[dict[Language, tuple[str, str]]] = {
    "en": ("This link cannot be used", "It has been used already, or it is too old. Ask for another mail."),
    "zh": ("链接无法使用", "它已被使用过，或已过期。请重新获取邮件。"),
}


def ask_page(language: Language, purpose: Purpose, address: str, next_origin: str | None) -> Response:
    """What the link would do. `next_origin` is where people are led afterwards, which a browser must be allowed to follow."""
    title, sentence, button = ASK[language][purpose]
    form = (
        f'<p>{escape(sentence.format(address=address))}</p><form method="post"><button>{escape(button)}</button></form>'
    )
    return _html(language, title, form, 200, f"'self' {next_origin}" if next_origin else "'self'")


def done_page(language: Language) -> Response:
    """It is confirmed, and nobody said where to go on."""
    title, sentence = DONE[language]
    return _html(language, title, f"<p>{escape(sentence)}</p>", 200, "'none'")


def gone_page(language: Language) -> Response:
    """There is no such link (any more)."""
    title, sentence = GONE[language]
    return _html(language, title, f"<p>{escape(sentence)}</p>", 404, "'none'")


def redirect(link: str) -> Response:
    """It is confirmed; on to where the client wants to have its person."""
    return Response(b"", 303, ((b"location", link.encode()), *_headers("'none'")), b"text/html; charset=utf-8")


def _headers(form_action: str) -> tuple[tuple[bytes, bytes], ...]:
    policy = f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; form-action {form_action}; base-uri 'none'; frame-ancestors 'none'"
    return (
        (b"content-security-policy", policy.encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"no-referrer"),
        (b"cache-control", b"no-store"),
    )


def _html(language: Language, title: str, body: str, status: int, form_action: str) -> Response:
    page = PAGE.format(language="zh-CN" if language == "zh" else "en", title=escape(title), body=body)
    return Response(page.encode(), status, _headers(form_action), b"text/html; charset=utf-8")
