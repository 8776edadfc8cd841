"""HTTP ↔ addresses. Source: API/administrative_contact, password_management, registration."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from laiwang.kernel.capability import Request, Response, answer
from laiwang.kernel.machine import Kernel
from laiwang.kit.refusals import Refused, bad_json, forbidden, invalid_param, missing_param
from laiwang.people.addresses import pages, store
from laiwang.people.addresses.actions import Actions, hash_of, not_proved
from laiwang.people.addresses.model import Asked, Purpose
from laiwang.people.addresses.rules import canonical, check_secret, language_of, origin_of

__all__ = ["Routes"]

EMAIL = "email"
MEDIUMS = (EMAIL, "msisdn")
ATTEMPT_MAX = 1 << 53
RequireUia = Callable[[Request, dict[str, Any]], Awaitable[dict[str, Any]]]


class Routes:
    """Handlers, thin. `actions` is None where the server sends no mail: then the answers are those of the specification for that."""

    def __init__(
        self,
        kernel: Kernel,
        actions: Actions | None,
        *,
        asks_to_register: bool,
        origins: frozenset[str],
        require_uia: RequireUia,
    ) -> None:
        self._database = kernel.database
        self._clock = kernel.clock
        self._actions = actions
        self._asks_to_register = asks_to_register
        self._origins = origins
        self._require_uia = require_uia

    # --- the addresses of an account --------------------------------------------------------------------------------------

    async def of_caller(self, request: Request) -> Response:
        """GET /account/3pid."""
        rows = await self._database.fetch(store.OF, {"user": request.caller.user_id})
        threepids = [
            {"medium": EMAIL, "address": address, "validated_at": validated_ms, "added_at": added_ms}
            for address, validated_ms, added_ms in rows
        ]
        return answer({"threepids": threepids})

    async def add(self, request: Request) -> Response:
        """POST /account/3pid/add."""
        body = request.json_object()
        _check_texts(body, "client_secret", "sid")
        if self._actions is None:
            raise forbidden("E-mail addresses and phone numbers cannot be added on this server")
        body = await self._require_uia(request, body)
        _check_texts(body, "client_secret", "sid")
        proof = await self._actions.proved("add", body["sid"], body["client_secret"])
        if proof is None:
            raise not_proved()
        await self._actions.add(request.caller.user_id, proof, request.header(b"accept-language") or "")
        return Response()

    async def bind(self, request: Request) -> Response:
        """POST /account/3pid/bind: there is no identity server."""
        _check_texts(request.json_object(), "client_secret", "sid", "id_server", "id_access_token")
        raise Refused("M_SERVER_NOT_TRUSTED", 400, "This server works without identity servers")

    async def delete(self, request: Request) -> Response:
        """POST /account/3pid/delete: no error when there is no such address, so that it can be sent again."""
        body = _medium(request)
        if self._actions is not None and body["medium"] == EMAIL:
            language = request.header(b"accept-language") or ""
            await self._actions.remove(request.caller.user_id, canonical(body["address"]), language)
        return answer({"id_server_unbind_result": "no-support"})

    async def unbind(self, request: Request) -> Response:
        """POST /account/3pid/unbind: nothing was told to any identity server."""
        _medium(request)
        return answer({"id_server_unbind_result": "no-support"})

    # --- asking for a proof -----------------------------------------------------------------------------------------------

    async def validate_new(self, request: Request) -> Response:
        """POST /account/3pid/{medium}/requestToken."""
        refusal = Refused(
            "M_THREEPID_MEDIUM_NOT_SUPPORTED", 400, "E-mail addresses and phone numbers are not kept on this server"
        )
        return await self._validate(request, "add", refusal)

    async def validate_for_password(self, request: Request) -> Response:
        """POST /account/password/{medium}/requestToken."""
        refusal = Refused("M_THREEPID_NOT_FOUND", 400, "No account has this address; an administrator can help")
        return await self._validate(request, "reset", refusal)

    async def validate_for_registration(self, request: Request) -> Response:
        """POST /register/{medium}/requestToken."""
        refusal = Refused("M_THREEPID_DENIED", 403, "One registers without an address on this server")
        return await self._validate(request, "register", refusal)

    async def _validate(self, request: Request, purpose: Purpose, refusal: Refused) -> Response:
        body = request.json_object()
        is_email = request.path.endswith("/email/requestToken")
        if is_email:
            _check_texts(body, "client_secret", "email")
        else:
            _check_texts(body, "client_secret", "country", "phone_number")
        if "send_attempt" not in body:
            raise missing_param("send_attempt")
        attempt = body["send_attempt"]
        if type(attempt) is not int:
            raise bad_json("send_attempt must be a whole number")
        if self._actions is None or not is_email or (purpose == "register" and not self._asks_to_register):
            raise refusal
        if not 0 <= attempt < ATTEMPT_MAX:
            raise invalid_param("send_attempt is out of range")
        check_secret(body["client_secret"])
        address = canonical(body["email"])
        next_link = body.get("next_link")
        if next_link is not None:
            _check_texts(body, "next_link")
            origin_of(next_link, self._origins)
        caller = request.caller_or_none
        if caller is not None and purpose == "add" and await self._actions.owner(address) == caller.user_id:
            raise Refused("M_THREEPID_IN_USE", 400, "This address is yours already")
        language = language_of(request.header(b"accept-language"))
        asked = Asked(purpose, address, body["client_secret"], attempt, next_link, language)
        limited = request.peer if caller is None else caller.user_id
        return answer({"sid": await self._actions.ask(asked, limited)})

    # --- the page behind a link -------------------------------------------------------------------------------------------

    async def confirm(self, request: Request) -> Response:
        """The page behind the link in a mail: GET shows it, POST confirms the address. Gives HTML."""
        token = request.arg("token")
        row = None
        if token is not None and self._actions is not None:
            params = {"hashed": hash_of(token), "now_ms": self._clock.now_ms()}
            row = await self._database.fetch_one(store.LINKED, params)
        if row is None or self._actions is None:
            return pages.gone_page(language_of(request.header(b"accept-language")))
        sid, purpose, address, language, next_link = row
        if request.method != "POST":
            parts = urlsplit(next_link) if next_link else None
            return pages.ask_page(language, purpose, address, f"{parts.scheme}://{parts.netloc}" if parts else None)
        if not await self._actions.confirm(sid):
            return pages.gone_page(language)
        return pages.redirect(next_link) if next_link else pages.done_page(language)


def _medium(request: Request) -> dict[str, Any]:
    body = request.json_object()
    _check_texts(body, "medium", "address")
    if body["medium"] not in MEDIUMS:
        raise invalid_param("medium must be email or msisdn")
    return body


def _check_texts(body: Mapping[str, Any], *names: str) -> None:
    for name in names:
        if body.get(name) is None:
            raise missing_param(name)
        if not isinstance(body[name], str):
            raise bad_json(f"{name} must be a string")
