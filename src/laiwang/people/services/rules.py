"""Reading a registration file. Pure. Source: AS "Registration"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from laiwang.kit.refusals import Refused
from laiwang.matrix.ids import make_user_id
from laiwang.people.services.model import Namespace, RegistrationWrong, Service

__all__ = ["check_together", "read_registration"]

#: stable key → what it was called before it was in the specification
EPHEMERAL = ("receive_ephemeral", "push_ephemeral", "de.sorunome.msc2409.push_ephemeral")
DEVICES = "org.matrix.msc3202"
DEVICE_MANAGEMENT = ("device_management", "io.element.msc4190")


def read_registration(document: Any, file: str, server_name: str) -> Service:
    """A service from the parsed file. Raises RegistrationWrong, which names the file and the key."""
    if not isinstance(document, dict):
        raise RegistrationWrong(f"{file}: this is not a registration: keys with values are expected")
    read = _Reader(document, file)
    localpart = read.text("sender_localpart")
    try:
        sender = make_user_id(localpart, server_name)
    except Refused as error:
        raise read.wrong("sender_localpart", error.text) from error
    namespaces = document.get("namespaces")
    if not isinstance(namespaces, dict):
        raise read.wrong("namespaces", "missing, or not an object")
    return Service(
        id=read.text("id"),
        url=read.url(),
        as_token=read.text("as_token"),
        hs_token=read.text("hs_token"),
        sender=sender,
        users=read.namespace(namespaces, "users"),
        aliases=read.namespace(namespaces, "aliases"),
        rooms=read.namespace(namespaces, "rooms"),
        rate_limited=read.flag("rate_limited", True),
        receive_ephemeral=any(read.flag(name, False) for name in EPHEMERAL),
        takes_devices=read.flag(DEVICES, False),
        manages_devices=any(read.flag(name, False) for name in DEVICE_MANAGEMENT),
        protocols=read.protocols(),
    )


def check_together(services: Mapping[str, Service]) -> None:
    """`services` by file. Ids and tokens are those of one service each. Raises RegistrationWrong."""
    seen: dict[tuple[str, str], str] = {}
    for file, service in services.items():
        for key, value in (("id", service.id), ("as_token", service.as_token), ("sender_localpart", service.sender)):
            other = seen.setdefault((key, value), file)
            if other != file:
                raise RegistrationWrong(f"{file}: the key {key} is wrong: {other} has the same")


class _Reader:
    def __init__(self, document: Mapping[str, Any], file: str) -> None:
        self._document = document
        self._file = file

    def wrong(self, key: str, why: str) -> RegistrationWrong:
        return RegistrationWrong(f"{self._file}: the key {key} is wrong: {why}")

    def text(self, key: str) -> str:
        value = self._document.get(key)
        if not isinstance(value, str) or not value:
            raise self.wrong(key, "missing, or not a text")
        return value

    def flag(self, key: str, default: bool) -> bool:
        value = self._document.get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, "neither true nor false")
        return value

    def url(self) -> str | None:
        if "url" not in self._document:
            raise self.wrong("url", "missing (null for a service that wants to hear nothing)")
        value = self._document["url"]
        if value is None or value == "":
            return None
        try:
            parts = urlsplit(value) if isinstance(value, str) else None
        except ValueError:
            parts = None
        if parts is None or parts.scheme not in ("http", "https") or not parts.hostname or parts.query:
            raise self.wrong("url", "not an http or https URL")
        return str(value).rstrip("/")

    def namespace(self, namespaces: Mapping[str, Any], name: str) -> tuple[Namespace, ...]:
        key = f"namespaces.{name}"
        value = namespaces.get(name) or []
        if not isinstance(value, list):
            raise self.wrong(key, "not a list")
        found = []
        for number, one in enumerate(value):
            if not isinstance(one, dict) or not isinstance(one.get("regex"), str):
                raise self.wrong(f"{key}[{number}].regex", "missing, or not a text")
            if not isinstance(one.get("exclusive", False), bool):
                raise self.wrong(f"{key}[{number}].exclusive", "neither true nor false")
            try:
                regex = re.compile(one["regex"])
            except re.error as error:
                raise self.wrong(f"{key}[{number}].regex", f"not a regular expression: {error}") from error
            found.append(Namespace(regex, one.get("exclusive", False)))
        return tuple(found)

    def protocols(self) -> tuple[str, ...]:
        value = self._document.get("protocols") or []
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            raise self.wrong("protocols", "not a list of texts")
        return tuple(value)
