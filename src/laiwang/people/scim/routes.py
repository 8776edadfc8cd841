"""HTTP of SCIM. Source: RFC 7644."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from typing import Any, Final

import orjson

from laiwang.kernel.capability import Caller, Request, Response, Route, answer_struct
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Tx
from laiwang.kit.refusals import Refused, invalid_param
from laiwang.people.accounts import Accounts
from laiwang.people.addresses import Addresses
from laiwang.people.organisations import Organisations
from laiwang.people.profiles import Profiles
from laiwang.people.scim import store
from laiwang.people.scim.actions import Actions, Asking
from laiwang.people.scim.model import ScimToken, ScimTokenList
from laiwang.people.scim.queries import GROUP, LIST, USER, Queries
from laiwang.people.scim.rules import LIST_MAX, Wanted, canonical, filter_of, patched, scim_refusal, wanted_of

__all__ = ["Routes"]

BASE: Final = "/scim/v2"
TOKENS: Final = "/api/v1/organisations/{organisationId}/scim_tokens"
TYPE: Final = b"application/scim+json"
TOKEN_BYTES: Final = 32
TOKENS_MAX: Final = 10
PAGE_DEFAULT, PAGE_MAX = 100, 200
BODY_BYTES_MAX: Final = 1 << 20
Handler = Callable[[Request, Asking], Awaitable[Response]]


class Routes:
    """Handlers. A token acts in the name of whoever made it, and ends with her rights."""

    def __init__(
        self,
        kernel: Kernel,
        actions: Actions,
        queries: Queries,
        accounts: Accounts,
        addresses: Addresses,
        profiles: Profiles,
        organisations: Organisations,
    ) -> None:
        self._kernel = kernel
        self._actions = actions
        self._queries = queries
        self._accounts = accounts.actions
        self._addresses = addresses
        self._profiles = profiles
        self._organisations = organisations

    def all(self) -> tuple[Route, ...]:
        """All of them."""
        one, group = f"{BASE}/Users/{{userId}}", f"{BASE}/Groups/{{groupId}}"
        scim: list[tuple[str, str, Handler]] = [
            ("GET", f"{BASE}/Users", self._users),
            ("POST", f"{BASE}/Users", self._create),
            ("GET", one, self._user),
            ("PUT", one, self._replace),
            ("PATCH", one, self._patch),
            ("DELETE", one, self._delete),
            ("GET", f"{BASE}/Groups", self._groups),
            ("POST", f"{BASE}/Groups", self._create_group),
            ("GET", group, self._group),
            ("PUT", group, self._replace_group),
            ("PATCH", group, self._patch_group),
            ("DELETE", group, self._delete_group),
            ("GET", f"{BASE}/ServiceProviderConfig", self._provider),
            ("GET", f"{BASE}/ResourceTypes", self._types),
            ("GET", f"{BASE}/Schemas", self._schemas),
        ]
        return (
            Route("GET", TOKENS, self._tokens, gives=ScimTokenList),
            Route("PUT", f"{TOKENS}/{{name}}", self._make_token, gives=ScimToken),
            Route("DELETE", f"{TOKENS}/{{name}}", self._drop_token),
            *(
                Route(method, path, self._let_in(handler), auth="none", body_bytes_max=BODY_BYTES_MAX)
                for method, path, handler in scim
            ),
        )

    # --- tokens -------------------------------------------------------------------------------------------------------

    def _let_in(self, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
        async def let_in(request: Request) -> Response:
            try:
                return await handler(request, await self._asking(request))
            except Refused as refusal:
                if "schemas" in refusal.extra or refusal.status == 429:
                    raise
                kind = "uniqueness" if refusal.status == 409 else ("invalidValue" if refusal.status == 400 else "")
                raise scim_refusal(refusal.status, refusal.text, kind) from refusal

        return let_in

    async def _asking(self, request: Request) -> Asking:
        scheme, _, token = (request.header(b"authorization") or "").partition(" ")
        row = None
        if scheme.lower() == "bearer" and token:
            row = await self._kernel.database.fetch_one(store.TOKEN, {"hashed": _hash(token)})
        if row is None:
            raise scim_refusal(401, "There is no such token")
        account = await self._accounts.account(row[1])
        if account is None or account.is_deactivated or account.is_locked or account.is_suspended:
            raise scim_refusal(401, "Whoever made this token may do nothing any more")
        caller = Caller(row[1], None, is_admin=account.is_admin)
        try:
            standing = await self._organisations.standing(self._kernel.database, caller, row[0])
            standing.check_administers()
        except Refused as refusal:
            raise scim_refusal(
                401, "Whoever made this token does not administer the organisation any more"
            ) from refusal
        # Rights of the server's administrators do not go into tokens of organisations.
        return Asking(row[0], Caller(row[1], None))

    async def _tokens(self, request: Request) -> Response:
        """Lists the tokens with which other systems keep the staff."""
        of = request.params["organisationId"]
        (await self._organisations.standing(self._kernel.database, request.caller, of)).check_owns()
        rows = await self._kernel.database.fetch(store.TOKENS, {"of": of})
        return answer_struct(ScimTokenList([ScimToken(*row) for row in rows]))

    async def _make_token(self, request: Request) -> Response:
        """Makes a token for SCIM, told once; one of that name that there was ends. It acts in one's name."""
        caller, of, name = request.caller, request.params["organisationId"], request.params["name"].strip()
        if not name or len(name) > 64 or not name.isprintable():
            raise invalid_param("The name of a token has 1 to 64 characters")
        token = self._kernel.chance.token(TOKEN_BYTES)
        made = ScimToken(name, caller.user_id, self._kernel.clock.now_ms(), token)

        async def work(tx: Tx) -> None:
            standing = await self._organisations.standing(tx, caller, of)
            standing.check_owns()
            if standing.own_role is None:
                raise invalid_param("A token acts in the name of an owner: be one first")
            rows = await tx.fetch(store.TOKENS, {"of": of})
            if len(rows) >= TOKENS_MAX and name not in {row[0] for row in rows}:
                raise invalid_param(f"An organisation has at most {TOKENS_MAX} tokens")
            row = {"organisation_id": of, "name": name, "made_by": caller.user_id, "made_ms": made.made_ms}
            await tx.execute(store.SET_TOKEN, {**row, "token_hash": _hash(token)})
            self._organisations.actions.told(tx, caller.user_id, "make_scim_token", of, new=name)

        await self._kernel.database.transaction(work)
        return answer_struct(made)

    async def _drop_token(self, request: Request) -> Response:
        """Ends a token for SCIM."""
        caller, of, name = request.caller, request.params["organisationId"], request.params["name"]

        async def work(tx: Tx) -> None:
            (await self._organisations.standing(tx, caller, of)).check_owns()
            if await tx.execute(store.DROP_TOKEN, {"of": of, "such": name}):
                self._organisations.actions.told(tx, caller.user_id, "drop_scim_token", of, old=name)

        await self._kernel.database.transaction(work)
        return Response()

    # --- users --------------------------------------------------------------------------------------------------------

    async def _users(self, request: Request, asking: Asking) -> Response:
        ids = await self._queries.user_ids(asking.organisation_id, _filter(request))
        return await self._listed(
            request, ids, lambda one: self._queries.user(asking.organisation_id, one, _base(request))
        )

    async def _user(self, request: Request, asking: Asking) -> Response:
        return await self._shown(request, asking, request.params["userId"])

    async def _shown(self, request: Request, asking: Asking, user_id: str, status: int = 200) -> Response:
        return _answer(await self._queries.user(asking.organisation_id, user_id, _base(request)), status)

    async def _create(self, request: Request, asking: Asking) -> Response:
        wanted = wanted_of(request.json_object())
        address = self._addresses.canonical(wanted.email) if wanted.email else None
        free = await self._actions.free_name(wanted.user_name)
        user_id = await self._kernel.database.transaction(
            lambda tx: self._actions.create(tx, asking, wanted, address, free)
        )
        await self._name(asking, user_id, wanted)
        return await self._shown(request, asking, user_id, 201)

    async def _replace(self, request: Request, asking: Asking) -> Response:
        return await self._change(request, asking, request.json_object())

    async def _patch(self, request: Request, asking: Asking) -> Response:
        user_id = request.params["userId"]
        before = await self._queries.user(asking.organisation_id, user_id, _base(request))
        after = patched(before, request.json_object())
        # The name that is shown follows its parts where these were changed and it was not.
        if after.get("name") != before.get("name") and after.get("displayName") == before.get("displayName"):
            after.pop("displayName", None)
            name = after.get("name")
            if isinstance(name, dict) and name.get("formatted") == before["name"].get("formatted"):
                name.pop("formatted", None)
        return await self._change(request, asking, after)

    async def _change(self, request: Request, asking: Asking, resource: dict[str, Any]) -> Response:
        user_id, wanted = request.params["userId"], wanted_of(resource)
        is_locked = await self._actions.is_locked(user_id)

        async def work(tx: Tx) -> None:
            if not await self._queries.is_user(tx, asking.organisation_id, user_id):
                raise scim_refusal(404, "There is no such user")
            await self._actions.change(tx, asking, user_id, wanted, is_locked=is_locked)

        await self._kernel.database.transaction(work)
        await self._name(asking, user_id, wanted)
        return await self._shown(request, asking, user_id)

    async def _name(self, asking: Asking, user_id: str, wanted: Wanted) -> None:
        """The name that an account shows is the organisation's to say where the organisation made it."""
        is_managed = await self._organisations.is_managed(self._kernel.database, asking.organisation_id, user_id)
        if is_managed and wanted.display_name:
            await self._profiles.set(user_id, "displayname", wanted.display_name)

    async def _delete(self, request: Request, asking: Asking) -> Response:
        user_id = request.params["userId"]
        is_locked = await self._actions.is_locked(user_id)

        async def work(tx: Tx) -> None:
            if not await self._queries.is_user(tx, asking.organisation_id, user_id):
                raise scim_refusal(404, "There is no such user")
            await self._actions.remove(tx, asking, user_id, is_locked=is_locked)

        await self._kernel.database.transaction(work)
        return Response(b"", 204, content_type=TYPE)

    # --- groups -------------------------------------------------------------------------------------------------------

    async def _groups(self, request: Request, asking: Asking) -> Response:
        ids = await self._queries.group_ids(asking.organisation_id, _filter(request))
        has_members = "members" not in (request.arg("excludedAttributes") or "").lower()
        return await self._listed(
            request,
            ids,
            lambda one: self._queries.group(asking.organisation_id, one, _base(request), has_members=has_members),
        )

    async def _group(self, request: Request, asking: Asking) -> Response:
        has_members = "members" not in (request.arg("excludedAttributes") or "").lower()
        return _answer(
            await self._queries.group(
                asking.organisation_id, request.params["groupId"], _base(request), has_members=has_members
            )
        )

    async def _create_group(self, request: Request, asking: Asking) -> Response:
        name, external_id, members = _group_in(canonical(request.json_object()))
        id = await self._kernel.database.transaction(
            lambda tx: self._actions.create_group(tx, asking, name, external_id, members)
        )
        return _answer(await self._queries.group(asking.organisation_id, id, _base(request)), 201)

    async def _replace_group(self, request: Request, asking: Asking) -> Response:
        return await self._change_group(request, asking, canonical(request.json_object()))

    async def _patch_group(self, request: Request, asking: Asking) -> Response:
        before = await self._queries.group(asking.organisation_id, request.params["groupId"], _base(request))
        return await self._change_group(request, asking, patched(before, request.json_object()))

    async def _change_group(self, request: Request, asking: Asking, resource: dict[str, Any]) -> Response:
        id, (name, external_id, members) = request.params["groupId"], _group_in(resource)
        await self._kernel.database.transaction(
            lambda tx: self._actions.change_group(tx, asking, id, name, external_id, members)
        )
        return _answer(await self._queries.group(asking.organisation_id, id, _base(request)))

    async def _delete_group(self, request: Request, asking: Asking) -> Response:
        id, of = request.params["groupId"], asking.organisation_id

        async def work(tx: Tx) -> None:
            actions = self._organisations.actions
            await actions.set_people(tx, asking.caller, of, id, ())
            await actions.drop_department(tx, asking.caller, of, id)

        await self._kernel.database.transaction(work)
        return Response(b"", 204, content_type=TYPE)

    # --- what is offered ----------------------------------------------------------------------------------------------

    async def _listed(
        self, request: Request, ids: list[str], show: Callable[[str], Awaitable[dict[str, Any]]]
    ) -> Response:
        start = max(request.int_arg("startIndex", 1), 1)
        count = request.int_arg("count", PAGE_DEFAULT, maximum=PAGE_MAX)
        shown = [await show(one) for one in ids[start - 1 : start - 1 + count]]
        return _answer(
            {
                "schemas": [LIST],
                "totalResults": len(ids),
                "startIndex": start,
                "itemsPerPage": len(shown),
                "Resources": shown,
            }
        )

    async def _provider(self, request: Request, asking: Asking) -> Response:
        no = {"supported": False}
        return _answer(
            {
                "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
                "patch": {"supported": True},
                "bulk": {**no, "maxOperations": 0, "maxPayloadSize": 0},
                "filter": {"supported": True, "maxResults": PAGE_MAX},
                "changePassword": no,
                "sort": no,
                "etag": no,
                "authenticationSchemes": [
                    {
                        "type": "oauthbearertoken",
                        "name": "Bearer token",
                        "description": "A token that an owner of the organisation made",
                        "primary": True,
                    }
                ],
            }
        )

    async def _types(self, request: Request, asking: Asking) -> Response:
        shown = [
            {
                "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
                "id": name,
                "name": name,
                "endpoint": f"/{name}s",
                "schema": schema,
            }
            for name, schema in (("User", USER), ("Group", GROUP))
        ]
        return _answer({"schemas": [LIST], "totalResults": 2, "Resources": shown})

    async def _schemas(self, request: Request, asking: Asking) -> Response:
        texts = {
            USER: ("User", ("userName", "externalId", "displayName", "title"), ("emails", "groups")),
            GROUP: ("Group", ("displayName", "externalId"), ("members",)),
        }
        shown = []
        for schema, (name, plain, many) in texts.items():
            attributes: list[dict[str, Any]] = [
                {"name": one, "type": "string", "multiValued": False, "required": one == plain[0]} for one in plain
            ]
            attributes += [{"name": one, "type": "complex", "multiValued": True, "required": False} for one in many]
            if schema == USER:
                attributes.append({"name": "active", "type": "boolean", "multiValued": False, "required": False})
                attributes.append({"name": "name", "type": "complex", "multiValued": False, "required": False})
            shown.append({"id": schema, "name": name, "attributes": attributes})
        return _answer({"schemas": [LIST], "totalResults": len(shown), "Resources": shown})


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _answer(value: Any, status: int = 200) -> Response:
    return Response(orjson.dumps(value), status, content_type=TYPE)


def _base(request: Request) -> str:
    return f"{request.url_base}{BASE}"


def _filter(request: Request) -> tuple[str, str] | None:
    text = request.arg("filter")
    return filter_of(text) if text else None


def _group_in(resource: dict[str, Any]) -> tuple[str, str, list[str]]:
    """Name, external id and members that a group is to have."""
    name, external_id, members = (
        resource.get("displayName"),
        resource.get("externalId") or "",
        resource.get("members") or [],
    )
    if not isinstance(name, str) or not isinstance(external_id, str) or not isinstance(members, list):
        raise scim_refusal(400, "A group has a displayName and members", "invalidValue")
    ids = [one.get("value") for one in members[:LIST_MAX] if isinstance(one, dict)]
    return name, external_id, [one for one in dict.fromkeys(ids) if isinstance(one, str)]
