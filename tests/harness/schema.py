"""Every answer of the server is held to the specification: bodies by OpenAPI, errors, CORS, rate limits, user-interactive auth."""

import gzip
import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from tests.harness.sliding_shapes import validator as sliding_validator

SPEC_PATH = Path(__file__).resolve().parents[1] / "spec" / "client-server-api.json.gz"
#: a file to which each operation that went well is added with the test that asked for it (tests/spec/table.py reads it)
RECORD = os.environ.get("LAIWANG_RECORD_ROUTES")
_recorded: set[str] = set()
_DOCUMENT = "urn:matrix:client-server"
_ERRCODE = re.compile(r"[A-Z][A-Z0-9]*(?:\.[A-Z0-9_]+|_[A-Z0-9]+)+")

#: spellings of routes that the OpenAPI files do not list, and the operation whose schema holds for them
_SPELLINGS = (
    (re.compile(r"(/_matrix/client/v3/rooms/[^/]+/state/[^/]+)/?$"), r"\1/x"),
    (re.compile(r"(/_matrix/client/v3/pushrules)/$"), r"\1"),
    (re.compile(r"(/_matrix/client/v3/pushrules/global)/$"), r"\1"),
)


class Violation(AssertionError):
    """An answer that the specification does not allow."""


@cache
def specification() -> dict[str, Any]:
    """The OpenAPI document of the Client-Server API."""
    document: dict[str, Any] = json.loads(gzip.decompress(SPEC_PATH.read_bytes()))
    # A slip of the document: "one of" an event and any object at all, which no event can be.
    state = document["paths"]["/_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey}"]["get"]
    schema = state["responses"]["200"]["content"]["application/json"]["schema"]
    if "oneOf" in schema:
        schema["anyOf"] = schema.pop("oneOf")
    # Every server that has no TURN server answers {}, and clients know it; the document asks for its name all the same.
    turn = document["paths"]["/_matrix/client/v3/voip/turnServer"]["get"]["responses"]["200"]
    turn["content"]["application/json"]["schema"].pop("required", None)
    return document


@cache
def _routes() -> dict[int, list[tuple[tuple[str, ...], str]]]:
    """Templates by number of segments, literal ones before those with parameters."""
    found: dict[int, list[tuple[tuple[str, ...], str]]] = {}
    for template in specification()["paths"]:
        segments = tuple(template.split("/"))
        found.setdefault(len(segments), []).append((segments, template))
    for routes in found.values():
        routes.sort(key=lambda route: sum("{" in segment for segment in route[0]))
    return found


def template_of(raw_path: str) -> str | None:
    """The path template of the specification that a raw (still percent-encoded) path belongs to."""
    for spelling, meaning in _SPELLINGS:
        raw_path = spelling.sub(meaning, raw_path)
    segments = raw_path.split("/")
    if segments[-1] == "":
        # The server forgives a slash too many: /devices/ lists the devices. The key of a state may be empty all the same.
        return _matching(segments, empty=False) or _matching(segments[:-1]) or _matching(segments)
    return _matching(segments)


def _matching(segments: list[str], *, empty: bool = True) -> str | None:
    for route, template in _routes().get(len(segments), []):
        pairs = zip(route, segments, strict=True)
        if all(part == given or (part.startswith("{") and (empty or given != "")) for part, given in pairs):
            return template
    return None


@cache
def _registry() -> Registry[Any]:
    resource = Resource.from_contents(specification(), default_specification=DRAFT202012)
    registry: Registry[Any] = Registry().with_resource(_DOCUMENT, resource)
    return registry


@cache
def _validator(method: str, template: str, status: str) -> Validator | None:
    responses = specification()["paths"][template].get(method, {}).get("responses", {})
    schema = responses.get(status, {}).get("content", {}).get("application/json", {}).get("schema")
    if schema is None:
        return None
    keys = ("paths", template, method, "responses", status, "content", "application/json", "schema")
    pointer = "/".join(key.replace("~", "~0").replace("/", "~1") for key in keys)
    pointer = pointer.replace("{", "%7B").replace("}", "%7D")
    return Draft202012Validator({"$ref": f"{_DOCUMENT}#/{pointer}"}, registry=_registry())


def _check_error(body: Any, where: str) -> None:
    if not isinstance(body, dict):
        raise Violation(f"{where}: an error must be an object, not {body!r}")
    if not isinstance(body.get("errcode"), str) or not _ERRCODE.fullmatch(body["errcode"]):
        raise Violation(f"{where}: no errcode in {body!r}")
    if not isinstance(body.get("error"), str):
        raise Violation(f"{where}: no error text in {body!r}")


def _check_limit(response: httpx.Response, body: Any, where: str) -> None:
    """core-rules J: web clients read the field, others the header."""
    if body["errcode"] != "M_LIMIT_EXCEEDED" or type(body.get("retry_after_ms")) is not int:
        raise Violation(f"{where}: not a rate limit: {body!r}")
    if not response.headers.get("Retry-After", "").isdigit():
        raise Violation(f"{where}: no Retry-After in whole seconds")
    if "retry-after" not in response.headers.get("Access-Control-Expose-Headers", "").lower():
        raise Violation(f"{where}: a browser cannot read Retry-After")


def _check_interactive(body: dict[str, Any], where: str) -> None:
    """Client-Server API, "User-interactive API in the REST API"."""
    flows = body["flows"]
    shaped = isinstance(flows, list) and flows and all(isinstance(flow.get("stages"), list) for flow in flows)
    if not shaped or not isinstance(body.get("session"), str) or not isinstance(body.get("params", {}), dict):
        raise Violation(f"{where}: not a user-interactive answer: {body!r}")
    if "errcode" in body:
        _check_error(body, where)


def _record(response: httpx.Response, template: str) -> None:
    asked_by = os.environ.get("PYTEST_CURRENT_TEST", "").partition("::")[0]
    line = f"{response.request.method} {template} {asked_by}\n"
    went_well = response.status_code < 400 or (response.status_code == 401 and b'"flows"' in response.content)
    if RECORD and asked_by and went_well and line not in _recorded:
        _recorded.add(line)
        with open(RECORD, "a", encoding="utf-8") as file:
            file.write(line)


def check(response: httpx.Response) -> Any:
    """Hold an answer to the specification, and return its body when that is JSON. Raises Violation."""
    request = response.request
    raw_path = urlsplit(request.url.raw_path.decode("ascii")).path
    where = f"{request.method} {raw_path} -> {response.status_code}"
    if response.headers.get("Access-Control-Allow-Origin") != "*":
        raise Violation(f"{where}: no CORS header")
    if response.status_code >= 500 and response.status_code != 504 and not raw_path.endswith("/ping"):
        raise Violation(f"{where}: {response.text[:2000]}")
    if request.method in {"OPTIONS", "HEAD"}:
        return None
    media_type = response.headers.get("Content-Type", "").partition(";")[0].strip()
    template = template_of(raw_path)
    if RECORD and template is not None:
        _record(response, template)
    if response.status_code >= 400:
        if media_type != "application/json":
            raise Violation(f"{where}: an error of type {media_type!r}: {response.text[:500]}")
        body = response.json()
        if response.status_code == 401 and isinstance(body, dict) and "flows" in body:
            _check_interactive(body, where)
        else:
            _check_error(body, where)
        if response.status_code == 429:
            _check_limit(response, body, where)
        return body
    validator = _validator(request.method.lower(), template, str(response.status_code)) if template else None
    if request.method == "POST" and response.status_code == 200:
        validator = sliding_validator(raw_path) or validator
    if validator is not None:
        if media_type != "application/json":
            raise Violation(f"{where}: answered with {media_type!r}")
        body = response.json()
        for error in validator.iter_errors(body):
            place = "/".join(str(part) for part in error.absolute_path)
            raise Violation(f"{where}: at {place or 'top'}: {error.message[:600]}")
        return body
    return response.json() if media_type == "application/json" else None
