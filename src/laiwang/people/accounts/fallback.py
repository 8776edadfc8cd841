"""The page on which a stage of user-interactive authentication is completed in a browser. Source: CS "Fallback"."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from urllib.parse import parse_qsl

from laiwang.kernel.capability import Request, Response
from laiwang.kit.refusals import missing_param, not_found, unrecognized
from laiwang.people.accounts.uia import UserInteractive

__all__ = ["Fallback"]

DONE = (
    "if (window.onAuthDone) { window.onAuthDone(); }"
    ' else if (window.opener && window.opener.postMessage) { window.opener.postMessage("authDone", "*"); }'
)
HASH = "'sha256-%s'"
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Laiwang</title></head><body><main><h1>Laiwang · 来往</h1>{body}</main></body></html>"""


class Fallback:
    """GET shows the stage, POST completes it."""

    def __init__(self, uia: UserInteractive) -> None:
        self._uia = uia

    async def page(self, request: Request) -> Response:
        """GET and POST /auth/{type}/fallback/web?session=…"""
        stage = request.params["type"]
        if stage not in ("m.login.dummy", "m.login.registration_token"):
            raise unrecognized()
        session_id = request.arg("session")
        if session_id is None:
            raise missing_param("session")
        session = await self._uia.find(session_id)
        if session is None:
            raise not_found("There is no such authentication session")
        problem = ""
        if request.method == "POST":
            fields = dict(parse_qsl(request.body.decode("utf-8", "replace"), max_num_fields=20))
            reason = await self._uia.stages[stage](request, session, fields)
            if reason is None:
                session.complete(stage)
                await self._uia.keep(session)
                return _html(f"<p>完成。Done, you can go back.</p><script>{DONE}</script>", has_script=True)
            problem = f'<p role="alert">{escape(reason)}</p>'
        field = (
            '<label>邀请码 Registration token <input name="token" required autofocus></label> '
            if stage == "m.login.registration_token"
            else ""
        )
        return _html(f'{problem}<form method="post">{field}<button>继续 Continue</button></form>')


def _html(body: str, *, has_script: bool = False) -> Response:
    digest = base64.b64encode(hashlib.sha256(DONE.encode()).digest()).decode()
    script = HASH % digest if has_script else "'none'"
    policy = f"default-src 'none'; script-src {script}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    return Response(
        PAGE.format(body=body).encode(),
        headers=((b"content-security-policy", policy.encode()), (b"x-content-type-options", b"nosniff")),
        content_type=b"text/html; charset=utf-8",
    )
