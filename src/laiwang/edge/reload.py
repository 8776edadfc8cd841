"""Settings read again while the server runs: what may change does, what may not is named, and a wrong file changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
import structlog

from laiwang.edge.settings import DOCUMENTED, AllSettings, WrongSettings
from laiwang.kernel.capability import Live

__all__ = ["Reload", "Reloaded"]

log_ = structlog.get_logger(__name__)


class Reloaded(msgspec.Struct, frozen=True):
    """Names of settings: those that hold from now on, and those that wait for a restart."""

    changed: list[str]
    waiting: list[str]


class Reload:
    """`read` reads the settings as the start did; `told` is called with those that hold after a change."""

    def __init__(
        self,
        settings: AllSettings,
        read: Callable[[], AllSettings],
        live: Sequence[Live],
        told: Callable[[AllSettings], None],
    ) -> None:
        self._settings = settings
        self._read = read
        self._live = live
        self._told = told
        self.names = frozenset(name for name in DOCUMENTED if any(_covers(one, name) for one in live))

    def again(self) -> Reloaded:
        """Reads and applies. Raises WrongSettings: then everything is as before."""
        try:
            found = self._read()
        except WrongSettings as error:
            log_.error("the settings are wrong; those from before stay", reason=str(error))
            raise
        differing = [name for name in DOCUMENTED if _value(found, name) != _value(self._settings, name)]
        changed = [name for name in differing if name in self.names]
        waiting = [name for name in differing if name not in self.names]
        held = self._settings
        for name in changed:
            section, _, key = name.partition(".")
            part = msgspec.structs.replace(getattr(held, section), **{key: _value(found, name)})
            held = msgspec.structs.replace(held, **{section: part})
        self._settings = held
        for one in self._live:
            if any(_covers(one, name) for name in changed):
                one.take(getattr(held, one.section))
        self._told(held)
        log_.info("the settings were read again", changed=changed)
        if waiting:
            log_.warning("these settings wait for a restart", settings=waiting)
        return Reloaded(changed, waiting)


def _covers(live: Live, name: str) -> bool:
    section, _, key = name.partition(".")
    return section == live.section and (not live.keys or key in live.keys)


def _value(settings: AllSettings, name: str) -> Any:
    section, _, key = name.partition(".")
    return getattr(getattr(settings, section), key)
