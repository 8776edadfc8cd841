"""The description of our own API, made of the declarations of its routes: GET /api/v1/openapi.json (OpenAPI 3.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

import msgspec

from laiwang import __version__
from laiwang.kernel.capability import Request, Response, Route

__all__ = ["OwnApi"]

PREFIX: Final = "/api/v1/"
PATH: Final = "/api/v1/openapi.json"
ERROR: Final = {
    "type": "object",
    "required": ["errcode", "error"],
    "properties": {"errcode": {"type": "string"}, "error": {"type": "string"}},
}


class OwnApi:
    """Describes the routes below /api/v1/; what they say in their docstrings is their summary."""

    def __init__(self, routes: Sequence[Route]) -> None:
        self._body = msgspec.json.encode(describe([route for route in routes if route.path.startswith(PREFIX)]))

    def routes(self) -> tuple[Route, ...]:
        """The one that tells it."""
        return (Route("GET", PATH, self._tell, auth="none"),)

    async def _tell(self, request: Request) -> Response:
        return Response(self._body)


def describe(routes: Sequence[Route]) -> dict[str, Any]:
    """The OpenAPI document of these routes."""
    types = [kind for route in routes for kind in (route.takes, route.gives) if kind is not None]
    schemas, components = msgspec.json.schema_components(types, ref_template="#/components/schemas/{name}")
    schema_of = dict(zip(map(id, types), schemas, strict=True))
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route, schema_of)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Laiwang", "version": __version__},
        "paths": paths,
        "components": {
            "schemas": {"Error": ERROR, **components},
            "securitySchemes": {"accessToken": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(route: Route, schema_of: dict[int, Any]) -> dict[str, Any]:
    captures = re.findall(r"\{(\w+)\}", route.path)
    found: dict[str, Any] = {
        "summary": " ".join((route.handler.__doc__ or "").split()),
        "parameters": [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in captures
        ],
        "responses": {
            "200": {"description": "Done", **_content(schema_of[id(route.gives)] if route.gives is not None else {})},
            "4XX": {"description": "Refused", **_content({"$ref": "#/components/schemas/Error"})},
        },
    }
    if route.takes is not None:
        found["requestBody"] = _content(schema_of[id(route.takes)])
    if route.auth == "user":
        found["security"] = [{"accessToken": []}]
    return found


def _content(schema: Any) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": schema}}}
