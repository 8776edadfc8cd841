"""Canonical JSON: the one encoding of a value that hashes and signatures are made of.

Source: Matrix appendices, "Canonical JSON", enforced strictly since room version 6: keys sorted by code point, no white
space, UTF-8, integers within ±(2**53 − 1) only.
"""

from typing import Any, Final

import orjson

from laiwang.kit.refusals import bad_json

INTEGER_MAX: Final = 2**53 - 1
NESTING_MAX: Final = 100
"""Deepest nesting of objects and arrays accepted. The specification names none; encoders and phones have one."""


def check(value: object) -> None:
    """Make sure that `value` has a canonical form.

    Raises Refused 400 M_BAD_JSON for floats, integers beyond ±(2**53 − 1), lone surrogates, keys that are not strings,
    anything that JSON has no word for, and nesting deeper than `NESTING_MAX`. Walks level by level, so that nesting
    costs no stack.
    """
    level: list[Any] = [value]
    depth = 0
    while level:
        deeper: list[Any] = []
        for found in level:
            kind = type(found)
            if kind is str:
                if not found.isascii():
                    _check_text(found)
            elif kind is dict:
                for key in found:
                    if type(key) is not str:
                        raise bad_json("Object keys must be strings")
                    if not key.isascii():
                        _check_text(key)
                deeper.extend(found.values())
                if depth >= NESTING_MAX:
                    raise bad_json(f"Nested deeper than {NESTING_MAX} levels")
            elif kind is list or kind is tuple:
                deeper.extend(found)
                if depth >= NESTING_MAX:
                    raise bad_json(f"Nested deeper than {NESTING_MAX} levels")
            elif kind is int:
                if not -INTEGER_MAX <= found <= INTEGER_MAX:
                    raise bad_json("Integers must lie within ±(2**53 − 1)")
            elif kind is float:
                raise bad_json("Numbers must be integers")
            elif found is not None and kind is not bool:
                raise bad_json(f"Not a JSON value: {kind.__name__}")
        level = deeper
        depth += 1


def _check_text(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise bad_json("Text must not contain lone surrogates") from None


def encode(value: object) -> bytes:
    """The canonical bytes of `value`, which has passed `check`.

    Raises Refused 400 M_BAD_JSON for what cannot be encoded at all; it does not notice floats.
    """
    try:
        # orjson sorts by the UTF-8 bytes of the keys, which is the order of their code points.
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except TypeError as error:  # orjson.JSONEncodeError is a TypeError
        raise bad_json(f"Not a JSON value: {error}") from None
