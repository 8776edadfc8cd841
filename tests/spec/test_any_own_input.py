"""As test_any_input, for what the specification's document does not have: our own API, sliding sync and dehydrated devices.

One world serves all of it, and an administrator changes it as she goes; so who is left in it is not asked, but every answer has its form.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import cache
from typing import Any

import httpx
import msgspec
import pytest
import schemathesis
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from laiwang.chat.sliding_sync import requests
from laiwang.edge.openapi import PREFIX, describe
from tests.harness.client import fresh
from tests.harness.schema import check
from tests.harness.server import ServerProcess
from tests.harness.sliding_shapes import MERGED, UNSTABLE
from tests.spec import test_any_input
from tests.spec.routes import Operation, served
from tests.spec.test_any_input import WAIT_MS_MAX, Wire, generated
from tests.spec.world import HANG_S, Account, World
from tests.stories.administrators import command

EXAMPLES = 25
#: of sliding sync, whose bodies have the most in them
SLIDING_EXAMPLES = 150
DEHYDRATED = "/_matrix/client/unstable/org.matrix.msc3814.v1/dehydrated_device"
#: what our own lists take beside what stands in the path
LISTING = {"limit": "integer", "from": "string", "search": "string", "state": "string"}
#: what a person's browser opens, so that it answers with pages
PAGES = {f"{PREFIX}addresses/confirm"}
_DOCUMENT = "urn:laiwang:own"
_NO_ANSWERS = {"responses": {"200": {"description": "Done"}}}


@cache
def document() -> dict[str, Any]:
    """All of it as one OpenAPI document."""
    own = describe([route for route in served() if route.path.startswith(PREFIX)])
    for item in own["paths"].values():
        if "get" in item:
            item["get"]["parameters"] += _query(LISTING)
    kinds = [requests._UnstableBody, requests._MergedBody]
    bodies, components = msgspec.json.schema_components(kinds, ref_template="#/components/schemas/{name}")
    own["components"]["schemas"] |= components
    for path, body, query in (
        (UNSTABLE, bodies[0], {"pos": "string", "timeout": "integer", "set_presence": "string"}),
        (MERGED, bodies[1], {}),
    ):
        own["paths"][path] = {"post": {"parameters": _query(query), "requestBody": _json(body), **_NO_ANSWERS}}
    anything = {"type": "object"}
    device = {
        "type": "object",
        "required": ["device_id", "device_data", "device_keys"],
        "properties": {
            "device_id": {"type": "string"},
            "device_data": {
                "type": "object",
                "required": ["algorithm"],
                "properties": {"algorithm": {"type": "string"}},
            },
            "device_keys": anything,
            "one_time_keys": anything,
            "fallback_keys": anything,
            "initial_device_display_name": {"type": "string"},
        },
    }
    page = {"type": "object", "properties": {"next_batch": {"type": "string"}}}
    in_path = [{"name": "deviceId", "in": "path", "required": True, "schema": {"type": "string"}}]
    own["paths"][DEHYDRATED] = {
        "put": {"requestBody": _json(device), **_NO_ANSWERS},
        "get": dict(_NO_ANSWERS),
        "delete": dict(_NO_ANSWERS),
    }
    own["paths"][f"{DEHYDRATED}/{{deviceId}}/events"] = {
        "post": {"parameters": in_path, "requestBody": _json(page), **_NO_ANSWERS},
        "get": {"parameters": in_path + _query({"from": "string", "limit": "integer"}), **_NO_ANSWERS},
    }
    return own


def _query(names: dict[str, str]) -> list[dict[str, Any]]:
    return [{"name": name, "in": "query", "schema": {"type": kind}} for name, kind in names.items()]


def _json(schema: Any) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": schema}}}


@cache
def schema() -> Any:
    """The document as schemathesis reads it."""
    return schemathesis.openapi.from_dict(document())


def validator(operation: Operation) -> Validator | None:
    """What holds an answer to our own description."""
    given_back = document()["paths"][operation.template][operation.method.lower()]["responses"]["200"]
    if "content" not in given_back:
        return None
    resource = Resource.from_contents(document(), default_specification=DRAFT202012)
    registry: Registry[Any] = Registry().with_resource(_DOCUMENT, resource)
    told = given_back["content"]["application/json"]["schema"]
    if "$ref" in told:
        told = {"$ref": f"{_DOCUMENT}{told['$ref']}"}
    return Draft202012Validator(told, registry=registry)


def operations() -> list[Operation]:
    """All of it, by method and path."""
    found = document()["paths"]
    return [
        Operation(f"{method.upper()} {path}", method.upper(), path, "own")
        for path, item in sorted(found.items())
        for method in sorted(item)
    ]


class OwnWorld(World):
    """A world whose asker is an administrator, with names for what only our own API has."""

    def __init__(self, http: httpx.Client) -> None:
        super().__init__(http)
        self.positions = ["0", "x"]
        self.company: dict[str, str] = {}

    def found_company(self) -> None:
        """An organisation with a department and an invitation: once the asker is an administrator."""
        made = self._made("/api/v1/organisations", {"name": "Lakeside Tea"})
        here = f"/api/v1/organisations/{made['organisation_id']}"
        self.company = {
            "organisationId": made["organisation_id"],
            "partnerId": made["organisation_id"],
            "departmentId": self._made(f"{here}/departments", {"name": "Sales"})["department_id"],
            "invitationId": self._made(f"{here}/invitations", {})["invitation_id"],
            "domain": "example.org",
            "name": "entra",
        }

    def _made(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self.anna.token}", "Idempotency-Key": fresh("key")}
        response = self.anna.http.post(path, json=body, headers=headers)
        assert response.status_code == 200, response.text
        made: dict[str, Any] = response.json()
        return made

    def paths(self) -> dict[str, list[str]]:
        """As those of the world."""
        numbers = ["0", "1", "17", "9" * 19]
        more = dict.fromkeys(("reportId", "announcementId", "purgeId"), numbers)
        # She would log herself out.
        others = [one.user_id for one in (self.bo, self.cy, self.di)]
        return {
            **super().paths(),
            **more,
            "userId": others,
            "token": ["a-token", "another"],
            "address": ["a@example.org"],
            **{name: [value, "nothing"] for name, value in self.company.items()},
        }

    def words(self) -> dict[str, list[Any]]:
        """As those of the world. A position that was given goes on, one that was not is refused."""
        people = {"replacement_room": [self.room], "before_event_id": self.events, "people": [[self.anna.user_id]]}
        return {**super().words(), **people, "pos": self.positions[-3:], "state": ["open", "all"], "timeout": [0, 10]}


class OwnWire(Wire):
    """Rooms are named where clients name them: as keys."""

    def _named(self, value: Any, depth: int = 0) -> Any:
        found = super()._named(value, depth)
        if isinstance(found, dict):
            rooms = self._world.paths()["roomId"]
            known = found.get("room_subscriptions")
            if isinstance(known, dict):
                found["room_subscriptions"] = dict(zip([*rooms, *known], known.values(), strict=False))
            if isinstance(found.get("timeout"), int | float) and found["timeout"] > WAIT_MS_MAX:
                found["timeout"] = WAIT_MS_MAX
        return found


@pytest.fixture(scope="module")
def http(server: ServerProcess) -> Iterator[httpx.Client]:
    """One connection."""
    with httpx.Client(base_url=server.url, timeout=HANG_S, trust_env=False) as client:
        yield client


@pytest.fixture(scope="module")
def world(server: ServerProcess, http: httpx.Client) -> OwnWorld:
    """One for all."""
    world = OwnWorld(http)
    asyncio.run(command(server, "user", "set-admin", world.anna.user_id))
    world.found_company()
    return world


def page(response: httpx.Response) -> str:
    """The text of a page, held to the form of one that nothing can be put into."""
    assert response.status_code in (200, 303, 404, 413), f"{response.status_code}: {response.text[:200]}"
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in response.headers["content-security-policy"]
    return response.text


@pytest.mark.parametrize("operation", operations(), ids=lambda one: one.id)
def test_every_answer_has_its_form(
    operation: Operation, server: ServerProcess, http: httpx.Client, world: OwnWorld
) -> None:
    """See the top of the file."""
    test_any_input._now[:] = [world]
    shape, reached = validator(operation), set()
    is_sliding = operation.template in (MERGED, UNSTABLE)

    @generated(SLIDING_EXAMPLES if is_sliding else EXAMPLES)
    @given(st.data())
    def examples(data: st.DataObject) -> None:
        wire = OwnWire(world, world.anna, operation, data, schema())
        token = data.draw(st.sampled_from([world.anna.token] * 15 + [None, "wrong", world.bo.token]), label="token")
        headers = {"Content-Type": wire.media_type} | ({} if token is None else {"Authorization": f"Bearer {token}"})
        response = http.request(
            operation.method, wire.path, params=wire.query, content=wire.body, headers=headers, timeout=HANG_S
        )
        body = page(response) if operation.template in PAGES else check(response)
        status = response.status_code
        reached.add(status)
        assert status != 401 or token != world.anna.token, f"a good token was refused: {response.text}"
        # With nothing for a name at its end, a path is that of the list.
        if status < 400 and shape is not None and not wire.path.endswith("/"):
            for error in shape.iter_errors(body):
                raise AssertionError(f"{wire.path}: {error.message[:600]}")
        if status == 200 and isinstance(body, dict) and isinstance(body.get("pos"), str):
            world.positions.append(body["pos"])

    examples()
    assert (200 in reached) if is_sliding else reached - {401}, "no request got past the door"
    assert server.running()


def test_who_is_no_administrator_gets_nowhere(http: httpx.Client) -> None:
    """All of the administration is refused to others, whatever they ask."""
    stranger = Account(http, "eve")
    for operation in operations():
        if "/admin/" in operation.template:
            path = "/".join("1" if part.startswith("{") else part for part in operation.template.split("/"))
            headers = {"Authorization": f"Bearer {stranger.token}"}
            response = http.request(operation.method, path, json={}, headers=headers)
            check(response)
            assert (response.status_code, response.json()["errcode"]) == (403, "M_FORBIDDEN"), operation.id
