"""The Client-Server API as the specification lists it, beside the routes that the server has."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from laiwang.edge import settings
from laiwang.edge.app import Server
from laiwang.edge.data_folder import DataFolder
from laiwang.kernel.capability import Route
from tests.harness.schema import specification, template_of

METHODS = ("get", "put", "post", "delete")


@dataclass(frozen=True, slots=True)
class Operation:
    """A route of the specification. `id` is its operationId; two pairs of operations share a route and count as one."""

    id: str
    method: str
    template: str
    group: str


@cache
def operations() -> tuple[Operation, ...]:
    """Every operation of the specification, in the order of its paths."""
    return tuple(
        Operation(found["operationId"], method.upper(), template, (found.get("tags") or ["Other"])[0])
        for template, item in sorted(specification()["paths"].items())
        for method in METHODS
        if (found := item.get(method)) is not None
    )


@cache
def served() -> tuple[Route, ...]:
    """Every route of the server, as the manifests of its capabilities declare them."""
    with tempfile.TemporaryDirectory() as folder, DataFolder(Path(folder)) as data:
        return tuple(Server(settings.load(None, {}), data).routes)


@cache
def supported() -> frozenset[str]:
    """Ids of the operations for which the server has a route."""
    by_place = {(one.method, one.template): one.id for one in operations()}
    found = set()
    for route in served():
        template = template_of(re.sub(r"\{\w+\}", "x", route.path))
        if template is not None and (route.method, template) in by_place:
            found.add(by_place[route.method, template])
    return frozenset(found)
