r"""Paths to a property of an event, as in `content.m\.relates_to.rel_type`.

Source: appendices, "Dot-separated property paths".
"""

from functools import lru_cache
from typing import Final

MISSING: Final = object()
"""What `walk` returns for a property that is not there; None would be a JSON null."""


@lru_cache(maxsize=4096)
def split_path(path: str) -> tuple[str, ...]:
    r"""The property names of `path`. `\.` and `\\` stand for a dot and a backslash; other escapes stay as they are."""
    if "\\" not in path:
        return tuple(path.split("."))
    names: list[str] = []
    name: list[str] = []
    escaped = False
    for character in path:
        if escaped:
            if character not in ".\\":
                name.append("\\")
            name.append(character)
            escaped = False
        elif character == "\\":
            escaped = True
        elif character == ".":
            names.append("".join(name))
            name.clear()
        else:
            name.append(character)
    if escaped:
        name.append("\\")
    names.append("".join(name))
    return tuple(names)


def walk(value: object, names: tuple[str, ...]) -> object:
    """The property below `value` that `names` lead to, or MISSING."""
    for name in names:
        if not isinstance(value, dict):
            return MISSING
        value = value.get(name, MISSING)
    return value
