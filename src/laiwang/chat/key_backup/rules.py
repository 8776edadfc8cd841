"""What a backup takes, and which of two keys for the same session is kept. Source: CS "Server-side key backups"."""

from __future__ import annotations

from typing import Any, Final

import orjson

from laiwang.chat.key_backup.model import BackedUpKey, Keys
from laiwang.kit.refusals import Refused, bad_json, missing_param, not_found, too_large

__all__ = [
    "AUTH_DATA_BYTES_MAX",
    "SESSION_DATA_BYTES_MAX",
    "check_auth_data",
    "check_key",
    "check_rooms",
    "check_sessions",
    "check_version",
    "is_better",
    "wrong_version",
]

#: what a Megolm session takes, sealed and in base64, is below 1 KiB
SESSION_DATA_BYTES_MAX: Final = 16_384
AUTH_DATA_BYTES_MAX: Final = 65_536
ID_BYTES_MAX: Final = 255
NUMBER_MAX: Final = (1 << 53) - 1
VERSION_DIGITS_MAX: Final = 15


def is_better(new: BackedUpKey, kept: BackedUpKey) -> bool:
    """Whether a key replaces the one that is kept: verified, then from an earlier message on, then forwarded less often."""
    return _rank(new) < _rank(kept)


def _rank(key: BackedUpKey) -> tuple[bool, int, int]:
    return (not key.is_verified, key.first_message_index, key.forwarded_count)


def check_version(text: str | None) -> int:
    """The number of a backup as a client names it. Raises Refused 400 M_MISSING_PARAM, 404 for what cannot be one."""
    if text is None:
        raise missing_param("version")
    if not text.isascii() or not text.isdigit() or len(text) > VERSION_DIGITS_MAX:
        raise not_found("There is no such backup")
    return int(text)


def wrong_version(current: int) -> Refused:
    """403 M_WRONG_ROOM_KEYS_VERSION: keys go into the newest backup only."""
    extra = {"current_version": str(current)}
    return Refused("M_WRONG_ROOM_KEYS_VERSION", 403, "This is not the current backup", extra)


def check_auth_data(body: dict[str, Any]) -> tuple[str, bytes]:
    """Algorithm and encoded `auth_data` of a new or changed backup. Raises Refused 400, 413."""
    for name in ("algorithm", "auth_data"):
        if name not in body:
            raise missing_param(name)
    algorithm, auth_data = body["algorithm"], body["auth_data"]
    if not isinstance(algorithm, str) or not algorithm or len(algorithm) > ID_BYTES_MAX:
        raise bad_json(f"algorithm must be a string of at most {ID_BYTES_MAX} characters")
    if not isinstance(auth_data, dict):
        raise bad_json("auth_data must be an object")
    encoded = orjson.dumps(auth_data)
    if len(encoded) > AUTH_DATA_BYTES_MAX:
        raise too_large(f"auth_data has at most {AUTH_DATA_BYTES_MAX} bytes")
    return algorithm, encoded


def check_key(value: Any) -> BackedUpKey:
    """A key as a client uploads it. Raises Refused 400 M_BAD_JSON, 413."""
    if not isinstance(value, dict):
        raise bad_json("A key must be an object")
    numbers = []
    for name in ("first_message_index", "forwarded_count"):
        number = value.get(name)
        if type(number) is not int or not 0 <= number <= NUMBER_MAX:
            raise bad_json(f"{name} must be a whole number from 0 up")
        numbers.append(number)
    is_verified, session_data = value.get("is_verified"), value.get("session_data")
    if not isinstance(is_verified, bool):
        raise bad_json("is_verified must be true or false")
    if not isinstance(session_data, dict):
        raise bad_json("session_data must be an object")
    encoded = orjson.dumps(session_data)
    if len(encoded) > SESSION_DATA_BYTES_MAX:
        raise too_large(f"session_data has at most {SESSION_DATA_BYTES_MAX} bytes")
    return BackedUpKey(numbers[0], numbers[1], is_verified, encoded)


def check_sessions(room_id: str, value: Any) -> Keys:
    """The keys of one room, as PUT …/keys/{roomId} has them. Raises Refused 400, 413."""
    sessions = value.get("sessions") if isinstance(value, dict) else None
    if not isinstance(sessions, dict):
        raise bad_json("sessions must be an object")
    _check_id(room_id)
    return {room_id: {_check_id(session_id): check_key(key) for session_id, key in sessions.items()}}


def check_rooms(body: dict[str, Any]) -> Keys:
    """The keys of many rooms, as PUT …/keys has them. Raises Refused 400, 413."""
    rooms = body.get("rooms")
    if not isinstance(rooms, dict):
        raise bad_json("rooms must be an object")
    return {room_id: check_sessions(room_id, value)[room_id] for room_id, value in rooms.items()}


def _check_id(text: str) -> str:
    if len(text.encode("utf-8", "surrogatepass")) > ID_BYTES_MAX:
        raise too_large(f"An id has at most {ID_BYTES_MAX} bytes")
    return text
