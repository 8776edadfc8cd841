"""Who may administer whom."""

from __future__ import annotations

from typing import Any, Final

from laiwang.kernel.capability import Caller, Request
from laiwang.kernel.ports import Chance
from laiwang.kit.refusals import forbidden, invalid_param
from laiwang.matrix.ids import is_user_id, server_name

__all__ = ["NEWEST", "Acting", "administrator", "check_local", "entry_id", "entry_id_in", "page_limit"]

LIMIT_DEFAULT: Final = 50
LIMIT_MAX: Final = 500
#: larger than the id of any entry: where a list of the newest first begins
NEWEST: Final = (1 << 62) - 1
ENTRIES_PER_MS: Final = 1000
ID_DIGITS_MAX: Final = 18

#: who acts, as the audit names her: a user id, or the command line
Acting = str


def administrator(request: Request) -> Caller:
    """The caller, who has to be an administrator. Raises Refused 403 before anything is looked up."""
    caller = request.caller
    if not caller.is_admin:
        raise forbidden("You are not an administrator of this server")
    return caller


def check_local(user_id: Any, server: str) -> str:
    """The id of somebody who could be of this server. Raises Refused 400 M_INVALID_PARAM."""
    if not isinstance(user_id, str) or not is_user_id(user_id) or server_name(user_id) != server:
        raise invalid_param("This is not a user id of this server")
    return user_id


def page_limit(request: Request) -> int:
    """How many entries a page of a list may have."""
    return request.int_arg("limit", LIMIT_DEFAULT, minimum=1, maximum=LIMIT_MAX)


def entry_id(now_ms: int, chance: Chance) -> int:
    """An id for an entry that is made now (a report, a purge, an announcement): those of later ones are larger."""
    return now_ms * ENTRIES_PER_MS + int(chance.random() * ENTRIES_PER_MS)


def entry_id_in(request: Request, name: str) -> int | None:
    """The id of an entry in the path, None for what cannot be one."""
    text = request.params[name]
    return int(text) if text.isascii() and text.isdigit() and len(text) <= ID_DIGITS_MAX else None
