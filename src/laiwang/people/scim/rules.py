"""Reading SCIM: filters, patches and users. Pure. Sources: RFC 7644 3.4.2.2 (filters), 3.5.2 (PATCH); RFC 7643 4.1 (User).

Of filters there is `attribute eq "value"`, which is what other systems send. Names of attributes have no case; unknown ones are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from laiwang.kit.refusals import Refused

__all__ = ["LIST_MAX", "Wanted", "canonical", "filter_of", "patched", "scim_refusal", "wanted_of"]

ERROR: Final = "urn:ietf:params:scim:api:messages:2.0:Error"
OPERATIONS_MAX: Final = 100
LIST_MAX: Final = 5000
TEXT_MAX: Final = 1000
_FILTER = re.compile(r'\s*([A-Za-z][\w.:$-]*(?:\[[^\]]*\])?(?:\.\w+)?)\s+eq\s+"((?:[^"\\]|\\.)*)"\s*', re.IGNORECASE)
_PATH = re.compile(r'(\w+)(?:\[\s*(\w+)\s+eq\s+"?([^"\]]*)"?\s*\])?(?:\.(\w+))?', re.IGNORECASE)
_PREFIX = re.compile(r"urn:ietf:params:scim:schemas:core:2\.0:(?:User|Group):", re.IGNORECASE)
_NAMES: Final = {
    name.lower(): name
    for name in (
        "userName",
        "externalId",
        "displayName",
        "name",
        "formatted",
        "givenName",
        "familyName",
        "title",
        "active",
        "emails",
        "value",
        "type",
        "primary",
        "members",
        "id",
    )
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a user is to be. `name` is as it was sent, to be given back."""

    user_name: str
    external_id: str
    display_name: str
    title: str
    email: str
    is_active: bool
    name: Mapping[str, str]


def scim_refusal(status: int, text: str, kind: str = "") -> Refused:
    """An error in the form of RFC 7644 3.12 as well as in ours."""
    extra: dict[str, object] = {"schemas": [ERROR], "status": str(status), "detail": text}
    if kind:
        extra["scimType"] = kind
    code = {401: "M_UNKNOWN_TOKEN", 403: "M_FORBIDDEN", 404: "M_NOT_FOUND", 409: "M_UNKNOWN"}.get(
        status, "M_INVALID_PARAM"
    )
    return Refused(code, status, text, extra)


def filter_of(text: str) -> tuple[str, str]:
    """The attribute (in lower case, without what stands in brackets) and the value. Raises Refused 400 invalidFilter."""
    match = _FILTER.fullmatch(text) if len(text) <= TEXT_MAX else None
    if match is None:
        raise scim_refusal(400, 'A filter is of the form: attribute eq "value"', "invalidFilter")
    attribute = re.sub(r"\[.*\]", "", _PREFIX.sub("", match[1])).lower()
    return attribute, re.sub(r"\\(.)", r"\1", match[2])


def canonical(value: Any) -> Any:
    """A value with the names of its attributes as RFC 7643 writes them."""
    if isinstance(value, Mapping):
        return {_NAMES.get(str(key).lower(), str(key)): canonical(one) for key, one in value.items()}
    if isinstance(value, list):
        return [canonical(one) for one in value[:LIST_MAX]]
    return value


def patched(resource: Mapping[str, Any], body: Mapping[str, Any]) -> dict[str, Any]:
    """A resource after a PATCH. Raises Refused 400."""
    operations = next((value for key, value in body.items() if key.lower() == "operations"), None)
    if not isinstance(operations, list) or not operations or len(operations) > OPERATIONS_MAX:
        raise scim_refusal(400, f"Operations is a list of 1 to {OPERATIONS_MAX}", "invalidSyntax")
    found = canonical(resource)
    for operation in operations:
        if not isinstance(operation, Mapping):
            raise scim_refusal(400, "An operation is an object", "invalidSyntax")
        verb, path, value = str(operation.get("op", "")).lower(), operation.get("path"), operation.get("value")
        if verb not in ("add", "replace", "remove"):
            raise scim_refusal(400, "op is add, replace or remove", "invalidSyntax")
        if path:
            _apply(found, verb, str(path), canonical(value))
        elif isinstance(value, Mapping) and verb != "remove":
            for key, one in value.items():
                _apply(found, verb, str(key), canonical(one))
        else:
            raise scim_refusal(400, "An operation without a path has an object as its value", "noTarget")
    return dict(found)


def _apply(resource: dict[str, Any], verb: str, path: str, value: Any) -> None:
    match = _PATH.fullmatch(_PREFIX.sub("", path).strip()) if len(path) <= TEXT_MAX else None
    if match is None:
        # Attributes of schemas that are not kept here, as enterprise ones.
        if path.lower().startswith("urn:"):
            return
        raise scim_refusal(400, "This path cannot be read", "invalidPath")
    name, key, wanted, sub = (_NAMES.get(one.lower(), one) if one else "" for one in match.groups())
    wanted = match[3] or ""
    if key:
        _apply_to_some(resource, verb, name, key, wanted, sub, value)
    elif sub:
        inner = resource.get(name)
        inner = dict(inner) if isinstance(inner, Mapping) else {}
        if verb == "remove":
            inner.pop(sub, None)
        else:
            inner[sub] = value
        resource[name] = inner
    elif verb == "remove":
        resource[name] = _without(resource.get(name), value) if isinstance(value, list) else None
    elif verb == "add" and isinstance(resource.get(name), list):
        added = value if isinstance(value, list) else [value]
        resource[name] = [*_without(resource[name], added), *added][:LIST_MAX]
    else:
        resource[name] = value


def _apply_to_some(resource: dict[str, Any], verb: str, name: str, key: str, wanted: str, sub: str, value: Any) -> None:
    entries = [dict(one) for one in resource.get(name) or [] if isinstance(one, Mapping)]
    chosen = [one for one in entries if str(one.get(key)).lower() == wanted.lower()]
    if verb == "remove" and not sub:
        resource[name] = [one for one in entries if one not in chosen]
        return
    if not chosen and verb != "remove":
        chosen = [{key: wanted}]
        entries += chosen
    for one in chosen:
        if verb == "remove":
            one.pop(sub, None)
        elif sub:
            one[sub] = value
        elif isinstance(value, Mapping):
            one.update(value)
    resource[name] = entries


def _without(entries: Any, gone: Sequence[Any]) -> list[Any]:
    values = {one.get("value") for one in gone if isinstance(one, Mapping) and isinstance(one.get("value"), str)}
    return [one for one in entries or [] if not (isinstance(one, Mapping) and one.get("value") in values)]


def wanted_of(resource: Mapping[str, Any]) -> Wanted:
    """What a user of SCIM says. Raises Refused 400."""
    found = canonical(resource)
    raw = found.get("name")
    name = (
        {key: _text(raw, key) for key in ("formatted", "givenName", "familyName")} if isinstance(raw, Mapping) else {}
    )
    parts = " ".join(one for one in (name.get("givenName", ""), name.get("familyName", "")) if one)
    active = found.get("active", True)
    if isinstance(active, str) and active.lower() in ("true", "false"):
        active = active.lower() == "true"
    if active is None:
        active = True
    user_name = _text(found, "userName").strip()
    if not isinstance(active, bool) or not user_name:
        raise scim_refusal(400, "A user has a userName, and active is true or false", "invalidValue")
    return Wanted(
        user_name,
        _text(found, "externalId"),
        _text(found, "displayName") or name.get("formatted", "") or parts,
        _text(found, "title"),
        _email(found.get("emails")),
        active,
        {key: value for key, value in name.items() if value},
    )


def _email(emails: Any) -> str:
    """The primary address, else that at work, else the first."""
    entries = [one for one in emails if isinstance(one, Mapping)] if isinstance(emails, list) else []
    entries.sort(key=lambda one: (str(one.get("primary")).lower() != "true", str(one.get("type")).lower() != "work"))
    return _text(entries[0], "value") if entries else ""


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > TEXT_MAX:
        raise scim_refusal(400, f"{name} is a text of at most {TEXT_MAX} characters", "invalidValue")
    return value
