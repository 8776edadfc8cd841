"""What the routes of push rules and pushers take and answer. Source: API/pushrules, API/pusher."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import orjson

from laiwang.chat.push.pushers import GATEWAY, PusherKey, Pushers
from laiwang.chat.push.queries import Queries
from laiwang.chat.push.rulebook import RuleBook
from laiwang.chat.push.web import OWN_APP, WebPush
from laiwang.kernel.capability import Request, Response, answer
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Barred
from laiwang.kernel.sync import parse_position
from laiwang.kit.refusals import bad_json, invalid_param, missing_param
from laiwang.matrix.push_rules import Ruleset

__all__ = ["Routes"]

APP_ID_CHARACTERS_MAX = 64
PUSHKEY_BYTES_MAX = 512
TEXT_CHARACTERS_MAX = 255
DATA_BYTES_MAX = 4096
NOTIFICATIONS_DEFAULT = 20
NOTIFICATIONS_MAX = 100
GATEWAY_PATH = "/_matrix/push/v1/notify"


class Routes:
    """Handlers."""

    def __init__(self, kernel: Kernel, rulebook: RuleBook, pushers: Pushers, queries: Queries, web: WebPush) -> None:
        self._kernel = kernel
        self._rulebook = rulebook
        self._pushers = pushers
        self._queries = queries
        self._web = web

    # --- rules ------------------------------------------------------------------------------------------------------------

    async def all(self, request: Request) -> Response:
        """GET /pushrules/."""
        return answer(await self._served(request))

    async def all_global(self, request: Request) -> Response:
        """GET /pushrules/global/."""
        return answer((await self._served(request))["global"])

    async def _served(self, request: Request) -> dict[str, Any]:
        user_id = request.caller.user_id
        return (await self._rulebook.rules(user_id)).served(user_id)

    async def one(self, request: Request) -> Response:
        """GET /pushrules/global/{kind}/{ruleId}."""
        return answer(await self._rule(request))

    async def _rule(self, request: Request) -> dict[str, Any]:
        user_id = request.caller.user_id
        return (await self._rulebook.rules(user_id)).rule(user_id, request.params["kind"], request.params["ruleId"])

    async def put(self, request: Request) -> Response:
        """PUT /pushrules/global/{kind}/{ruleId}."""
        kind, rule_id = request.params["kind"], request.params["ruleId"]
        body, before, after = request.json_object(), request.arg("before"), request.arg("after")

        def verb(rules: Ruleset) -> Ruleset:
            return rules.put(kind, rule_id, body, before=before, after=after)

        await self._rulebook.change(request.caller.user_id, verb)
        return Response()

    async def delete(self, request: Request) -> Response:
        """DELETE /pushrules/global/{kind}/{ruleId}."""
        kind, rule_id = request.params["kind"], request.params["ruleId"]
        await self._rulebook.change(request.caller.user_id, lambda rules: rules.delete(kind, rule_id))
        return Response()

    async def enabled(self, request: Request) -> Response:
        """GET …/enabled."""
        return answer({"enabled": (await self._rule(request))["enabled"]})

    async def set_enabled(self, request: Request) -> Response:
        """PUT …/enabled."""
        kind, rule_id = request.params["kind"], request.params["ruleId"]
        value = _required(request.json_object(), "enabled")
        await self._rulebook.change(request.caller.user_id, lambda rules: rules.set_enabled(kind, rule_id, value))
        return Response()

    async def actions(self, request: Request) -> Response:
        """GET …/actions."""
        return answer({"actions": (await self._rule(request))["actions"]})

    async def set_actions(self, request: Request) -> Response:
        """PUT …/actions."""
        kind, rule_id = request.params["kind"], request.params["ruleId"]
        value = _required(request.json_object(), "actions")
        await self._rulebook.change(request.caller.user_id, lambda rules: rules.set_actions(kind, rule_id, value))
        return Response()

    async def notifications(self, request: Request) -> Response:
        """GET /notifications."""
        start = request.arg("from")
        page, rest = await self._queries.page(
            request.caller.user_id,
            parse_position(start) if start else None,
            max(1, request.int_arg("limit", NOTIFICATIONS_DEFAULT, maximum=NOTIFICATIONS_MAX)),
            highlights=request.arg("only") == "highlight",
        )
        token = b"" if rest is None else b',"next_token":"p%d"' % rest
        return Response(b'{"notifications":[%b]%b}' % (b",".join(one.json for one in page), token))

    # --- pushers ----------------------------------------------------------------------------------------------------------

    async def pushers(self, request: Request) -> Response:
        """GET /pushers."""
        return answer({"pushers": await self._pushers.shown(request.caller.user_id, GATEWAY)})

    async def set_pusher(self, request: Request) -> Response:
        """POST /pushers/set. A pusher without `append` takes the key over from other people on the same phone."""
        caller, body = request.caller, request.json_object()
        app_id = _text(body, "app_id", APP_ID_CHARACTERS_MAX)
        pushkey = _text(body, "pushkey", PUSHKEY_BYTES_MAX)
        if len(pushkey.encode("utf-8", "surrogatepass")) > PUSHKEY_BYTES_MAX:
            raise invalid_param(f"pushkey may have {PUSHKEY_BYTES_MAX} bytes")
        if app_id.startswith(OWN_APP):
            raise invalid_param(f"{OWN_APP} is for the subscriptions of browsers")
        key = PusherKey(caller.user_id, app_id, pushkey)
        if _required(body, "kind") is None:
            await self._pushers.drop(key)
            return Response()
        shown = _shown(body, app_id, pushkey)
        try:
            self._kernel.outbound.check(shown["data"]["url"])
        except Barred as error:
            raise invalid_param(f"data.url cannot be called: {error}") from error
        append = body.get("append", False)
        if not isinstance(append, bool):
            raise bad_json("append must be true or false")
        await self._pushers.set(key, caller.device_id or "", GATEWAY, shown, alone=not append)
        return Response()

    # --- browsers: the product's own API (docs/capabilities/push.md) ------------------------------------------------------

    async def web_key(self, request: Request) -> Response:
        """GET /api/v1/push/web/key."""
        return answer({"key": await self._web.public_key()})

    async def subscriptions(self, request: Request) -> Response:
        """GET /api/v1/push/web/subscriptions."""
        return answer({"subscriptions": await self._web.subscriptions(request.caller.user_id)})

    async def subscribe(self, request: Request) -> Response:
        """PUT /api/v1/push/web/subscriptions."""
        caller = request.caller
        await self._web.subscribe(caller.user_id, caller.device_id or "", request.json_object())
        return Response()

    async def unsubscribe(self, request: Request) -> Response:
        """DELETE /api/v1/push/web/subscriptions."""
        await self._web.unsubscribe(request.caller.user_id, request.json_object())
        return Response()


def _required(body: dict[str, Any], name: str) -> Any:
    if name not in body:
        raise missing_param(name)
    return body[name]


def _text(body: dict[str, Any], name: str, characters_max: int, *, optional: bool = False) -> str:
    value = body.get(name) if optional else _required(body, name)
    if optional and value is None:
        return ""
    if not isinstance(value, str):
        raise bad_json(f"{name} must be a string")
    if len(value) > characters_max or not (value or optional):
        raise invalid_param(f"{name} must have 1 to {characters_max} characters")
    return value


def _shown(body: dict[str, Any], app_id: str, pushkey: str) -> dict[str, Any]:
    """The pusher as it is served. Raises Refused 400."""
    if body["kind"] != "http":
        raise invalid_param("This server knows pushers of the kind http only")
    data = _required(body, "data")
    if not isinstance(data, dict):
        raise bad_json("data must be an object")
    url = data.get("url")
    if url is None:
        raise missing_param("data.url")
    try:
        parts = urlsplit(url) if isinstance(url, str) else None
    except ValueError:
        parts = None
    if parts is None or not parts.hostname or parts.path != GATEWAY_PATH:
        raise invalid_param(f"data.url must be an https URL that ends in {GATEWAY_PATH}")
    if len(orjson.dumps(data)) > DATA_BYTES_MAX:
        raise invalid_param(f"data may have {DATA_BYTES_MAX} bytes")
    shown = {
        "kind": "http",
        "app_id": app_id,
        "pushkey": pushkey,
        "app_display_name": _text(body, "app_display_name", TEXT_CHARACTERS_MAX),
        "device_display_name": _text(body, "device_display_name", TEXT_CHARACTERS_MAX),
        "lang": _text(body, "lang", TEXT_CHARACTERS_MAX),
        "data": data,
    }
    tag = _text(body, "profile_tag", TEXT_CHARACTERS_MAX, optional=True)
    return {**shown, "profile_tag": tag} if tag else shown
