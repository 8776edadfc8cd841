"""Who may do what in an organisation, and what a tree of departments is. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final, Literal, get_args

from laiwang.kit.folding import fold
from laiwang.kit.refusals import forbidden, invalid_param

__all__ = [
    "DEPTH_MAX",
    "ROLES",
    "TOP",
    "Role",
    "check_department_name",
    "check_grant",
    "check_move",
    "check_name",
    "check_role",
    "check_title",
    "depth_of",
    "folded_name",
    "is_under",
    "paths_of",
    "rank_of",
    "with_those_below",
]

Role = Literal["owner", "administrator", "supervisor", "staff"]
#: the highest first
ROLES: Final[tuple[Role, ...]] = get_args(Role)
#: the parent of departments that have none
TOP: Final = ""
DEPTH_MAX: Final = 16
NAME_CHARACTERS_MAX: Final = 120


def rank_of(role: str) -> int:
    """How high a role stands: 3 for an owner, 0 for staff."""
    return len(ROLES) - 1 - ROLES.index(role)


def check_role(role: str) -> Role:
    """Raises Refused 400 M_INVALID_PARAM for what is no role."""
    if role not in ROLES:
        raise invalid_param(f"role must be one of {', '.join(ROLES)}")
    return role


def check_grant(actor: Role, *roles: str) -> None:
    """Whether somebody of a role may give these roles and take them: owners any, administrators those below their own.

    Raises Refused 403.
    """
    if actor == "owner":
        return
    if actor != "administrator" or any(rank_of(role) >= rank_of(actor) for role in roles):
        raise forbidden("Your role in the organisation does not allow this")


def check_name(name: str) -> str:
    """A name of an organisation or a department, without spaces around it. Raises Refused 400 M_INVALID_PARAM."""
    found = " ".join(name.split())
    if not found or len(found) > NAME_CHARACTERS_MAX or not fold(found):
        raise invalid_param(f"A name has 1 to {NAME_CHARACTERS_MAX} characters")
    if any(unicodedata.category(one) in ("Cc", "Cs") for one in found):
        raise invalid_param("A name has no control characters")
    return found


def check_department_name(name: str) -> str:
    """As `check_name`, without what parts names in a path and paths in a list. Raises Refused 400 M_INVALID_PARAM."""
    if "/" in name or ";" in name:
        raise invalid_param("The name of a department has neither / nor ; in it")
    return check_name(name)


def check_title(title: str) -> str | None:
    """What somebody is in the organisation, None for nothing. Raises Refused 400 M_INVALID_PARAM."""
    return check_name(title) if title.strip() else None


def folded_name(name: str) -> str:
    """By what two names are the same."""
    return fold(name)


def is_under(parents: Mapping[str, str], department_id: str, above: Collection[str]) -> bool:
    """Whether a department is one of some, or somewhere below one of them."""
    seen: set[str] = set()
    while department_id in parents and department_id not in seen:
        if department_id in above:
            return True
        seen.add(department_id)
        department_id = parents[department_id]
    return False


def depth_of(parents: Mapping[str, str], department_id: str) -> int:
    """How many departments there are from the top to this one."""
    depth = 0
    while department_id in parents and depth <= len(parents):
        depth += 1
        department_id = parents[department_id]
    return depth


def with_those_below(parents: Mapping[str, str], departments: Iterable[str]) -> set[str]:
    """Departments with all that are below them."""
    found = set(departments)
    return found | {one for one in parents if is_under(parents, one, found)}


def paths_of(departments: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """The names from the top to each department, with slashes between; departments are (parent, name) by id."""
    found: dict[str, str] = {}
    for department_id in departments:
        names: list[str] = []
        here = department_id
        while here in departments and len(names) <= DEPTH_MAX:
            names.append(departments[here][1])
            here = departments[here][0]
        found[department_id] = "/".join(reversed(names))
    return found


def check_move(parents: Mapping[str, str], department_id: str | None, parent_id: str) -> None:
    """Whether a department (None: a new one) may go below another. Raises Refused 400 M_INVALID_PARAM: there is no such parent, the tree
    would have a circle, or be too deep."""
    if parent_id != TOP and parent_id not in parents:
        raise invalid_param("There is no such department to be the parent")
    below = {department_id: 1} if department_id is None else _heights(parents, department_id)
    if department_id is not None and is_under(parents, parent_id, (department_id,)):
        raise invalid_param("A department cannot be below itself")
    if depth_of(parents, parent_id) + max(below.values()) > DEPTH_MAX:
        raise invalid_param(f"Departments go {DEPTH_MAX} levels deep")


def _heights(parents: Mapping[str, str], department_id: str) -> dict[Any, int]:
    """How far below the parent of a department it and those below it are."""
    above = depth_of(parents, parents.get(department_id, TOP))
    return {one: depth_of(parents, one) - above for one in with_those_below(parents, (department_id,))}
