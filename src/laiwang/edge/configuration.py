"""How the server is set, for its administrators to read: GET /api/v1/admin/settings. Secrets are told to nobody."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from laiwang.edge.settings import DOCUMENTED, SECRETS, AllSettings
from laiwang.kernel.capability import Request, Response, Route
from laiwang.people.administration import administrator

__all__ = ["Configuration"]

SET: Final = "…"


class SettingEntry(msgspec.Struct):
    """A setting: what it may be, what it is and would be by itself, and what it means. `is_changed` when these differ."""

    name: str
    kind: str
    value: Any
    default: Any
    is_changed: bool
    is_secret: bool
    description: str


class SettingList(msgspec.Struct):
    """All settings, in the order of the documents."""

    settings: list[SettingEntry]


class Configuration:
    """The settings that this process runs with."""

    def __init__(self, settings: AllSettings) -> None:
        self.show(settings)

    def show(self, settings: AllSettings) -> None:
        """Tells these from now on."""
        entries = []
        for name, one in DOCUMENTED.items():
            section, _, key = name.partition(".")
            value, is_secret = getattr(getattr(settings, section), key), name in SECRETS
            shown = (SET if value else "") if is_secret else value
            changed = value != one.default
            entries.append(SettingEntry(name, one.kind, shown, one.default, changed, is_secret, one.description))
        self._body = msgspec.json.encode(SettingList(entries))

    def routes(self) -> tuple[Route, ...]:
        """The one that tells it."""
        return (Route("GET", "/api/v1/admin/settings", self._tell, gives=SettingList),)

    async def _tell(self, request: Request) -> Response:
        """Lists the settings of the server. Secrets say only whether they are set."""
        administrator(request)
        return Response(self._body)
