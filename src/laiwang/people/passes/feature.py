"""Passes and their manifest."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated, Any

from msgspec import Meta

from laiwang.kernel.capability import Capability, Request, Response, Route, Settings, answer
from laiwang.kernel.machine import Kernel
from laiwang.kit.refusals import bad_json, forbidden, missing_param, missing_token, unknown_token, unrecognized
from laiwang.people.passes.actions import Actions

__all__ = ["PassSettings", "Passes", "RequireUia"]

OPENID_LIFETIME_S = 3600
CLIENT = "/_matrix/client"

RequireUia = Callable[[Request, dict[str, Any]], Awaitable[dict[str, Any]]]


class PassSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `passes`."""

    login_token_lifetime_s: Annotated[
        int,
        Meta(ge=0, le=3600, description="How long a token lets another device log in, in seconds; 0 gives out none."),
    ] = 120


class Passes:
    """`require_uia` proves the caller again; `take_limit(kind, user_id)` raises Refused 429; `exists(user_id)` says who is here."""

    def __init__(
        self,
        kernel: Kernel,
        settings: PassSettings,
        *,
        require_uia: RequireUia,
        take_limit: Callable[[str, str], Awaitable[None]],
        exists: Callable[[str], Awaitable[bool]],
    ) -> None:
        self._kernel = kernel
        self._login_ms = settings.login_token_lifetime_s * 1000
        self._require_uia = require_uia
        self._take_limit = take_limit
        self._exists = exists
        self.actions = Actions(kernel)
        self.forget = self.actions.forget

    @property
    def login_flows(self) -> list[dict[str, Any]]:
        """What GET /login offers of it."""
        return [{"type": "m.login.token", "get_login_token": True}] if self._login_ms else []

    async def log_in(self, body: dict[str, Any]) -> str:
        """Who logs in by m.login.token. Raises Refused 400, 403 for a token that is not valid (any more)."""
        token = body.get("token")
        if token is None:
            raise missing_param("token")
        if not isinstance(token, str):
            raise bad_json("token must be a string")
        user_id = await self.actions.use("login", token)
        if user_id is None:
            raise forbidden("This login token is not valid, or has been used")
        return user_id

    async def get_token(self, request: Request) -> Response:
        """POST /login/get_token."""
        if not self._login_ms:
            raise unrecognized()
        user_id = request.caller.user_id
        await self._require_uia(request, request.json_object(optional=True))
        await self._take_limit("token", user_id)
        token = await self.actions.give("login", user_id, self._login_ms)
        return answer({"login_token": token, "expires_in_ms": self._login_ms})

    async def request_openid(self, request: Request) -> Response:
        """POST /user/{userId}/openid/request_token."""
        request.json_object(optional=True)
        user_id = request.caller.user_id
        if request.params["userId"] != user_id:
            raise forbidden("You can prove only who you are yourself")
        await self._take_limit("token", f"openid {user_id}")
        token = await self.actions.give("openid", user_id, OPENID_LIFETIME_S * 1000)
        return answer(
            {
                "access_token": token,
                "token_type": "Bearer",
                "matrix_server_name": self._kernel.server_name,
                "expires_in": OPENID_LIFETIME_S,
            }
        )

    async def user_info(self, request: Request) -> Response:
        """GET /_matrix/federation/v1/openid/userinfo: another service asks whose token it was given."""
        token = request.arg("access_token")
        if token is None:
            raise missing_token()
        user_id = await self.actions.owner("openid", token)
        if user_id is None or not await self._exists(user_id):
            raise unknown_token()
        return answer({"sub": user_id})

    def manifest(self) -> Capability:
        """Routes."""
        openid = f"{CLIENT}/v3/user/{{userId}}/openid/request_token"
        return Capability(
            name="passes",
            purpose="Tokens of a short life: for logging another device in, and for proving to others who one is",
            routes=(
                Route("POST", f"{CLIENT}/v1/login/get_token", self.get_token, operation="generateLoginToken"),
                Route("POST", openid, self.request_openid, operation="requestOpenIdToken"),
                Route("GET", "/_matrix/federation/v1/openid/userinfo", self.user_info, auth="none"),
            ),
            client_capabilities={"m.get_login_token": {"enabled": self._login_ms > 0}},
        )
