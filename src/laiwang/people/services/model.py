"""A registered application service, and the settings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Annotated, Any

from msgspec import Meta

from laiwang.kernel.capability import Settings

__all__ = ["Namespace", "RegistrationWrong", "Service", "ServiceSettings"]

IDS_REMEMBERED_MAX = 50_000


class RegistrationWrong(Exception):
    """A registration file cannot be used; the text says which file, which key and why."""


class ServiceSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Bridges and bots."""

    files: Annotated[
        tuple[str, ...],
        Meta(description="Registration files (YAML) of the application services that work with this server."),
    ] = ()


@dataclass(frozen=True, slots=True)
class Namespace:
    """Ids that a service is interested in; exclusive ones belong to nobody else."""

    regex: re.Pattern[str]
    exclusive: bool


@dataclass(frozen=True, slots=True)
class Service:
    """One registration. `url` is None for a service that wants to hear nothing. Tokens never appear in logs."""

    id: str
    url: str | None
    as_token: str = field(repr=False)
    hs_token: str = field(repr=False)
    #: the person that the service itself is
    sender: str
    users: tuple[Namespace, ...]
    aliases: tuple[Namespace, ...]
    rooms: tuple[Namespace, ...]
    rate_limited: bool = True
    receive_ephemeral: bool = False
    #: whether it hears of devices and keys: it encrypts (MSC3202)
    takes_devices: bool = False
    #: whether it makes and removes devices itself instead of logging people in (MSC4190)
    manages_devices: bool = False
    protocols: tuple[str, ...] = ()
    _users_known: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)

    def is_mine(self, user_id: str) -> bool:
        """Whether the person is the service itself or in its namespace."""
        found = self._users_known.get(user_id)
        if found is None:
            if len(self._users_known) >= IDS_REMEMBERED_MAX:
                self._users_known.clear()
            found = self._users_known[user_id] = user_id == self.sender or matches(self.users, user_id)
        return found

    def owns_user(self, user_id: str) -> bool:
        """Whether nobody else may be that person."""
        return user_id == self.sender or matches(self.users, user_id, exclusive=True)

    def owns_alias(self, alias: str) -> bool:
        """Whether nobody else may make that alias."""
        return matches(self.aliases, alias, exclusive=True)


def matches(namespaces: tuple[Namespace, ...], value: Any, *, exclusive: bool = False) -> bool:
    """Whether any namespace (or any exclusive one) has the value. An expression holds from the beginning of the id on."""
    return any(one.regex.match(value) is not None for one in namespaces if one.exclusive or not exclusive)
