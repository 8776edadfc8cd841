"""What a well-formed key is. Pure; everything raises Refused 400 with the code that the specification names.

Source: Matrix client-server API, "Key algorithms", "Device keys", "Cross-signing".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from laiwang.kit import canonical_json, signatures, unpadded_base64
from laiwang.kit.refusals import Refused, bad_json, invalid_param, missing_param, too_large

KEY_BYTES_MAX = 16 << 10
KEYS_PER_UPLOAD_MAX = 1000
KEYS_STORED_MAX = 2000
CLAIMS_MAX = 5000
QUERIED_USERS_MAX = 10_000
SIGNED_OBJECTS_MAX = 1000
NAME_BYTES_MAX = 255
USAGES = ("master", "self_signing", "user_signing")


def object_at(body: Mapping[str, Any], name: str, *, required: bool = False) -> dict[str, Any]:
    """The JSON object called `name` in a body; {} when it is absent or null and need not be there."""
    value = body.get(name)
    if value is None:
        if required:
            raise missing_param(name)
        return {}
    if not isinstance(value, dict):
        raise bad_json(f"{name} must be an object")
    return value


def encoded(value: object) -> bytes:
    """JSON bytes of one key. Raises Refused 413 M_TOO_LARGE."""
    canonical_json.check(value)
    body = canonical_json.encode(value)
    if len(body) > KEY_BYTES_MAX:
        raise too_large("The key is too large")
    return body


def check_device_keys(value: object, user_id: str, device_id: str) -> dict[str, Any]:
    """Identity keys of a device, without `unsigned`."""
    if not isinstance(value, dict):
        raise bad_json("device_keys must be an object")
    for name in ("user_id", "device_id"):
        if not isinstance(value.get(name), str):
            raise bad_json(f"device_keys.{name} must be a string")
    if value["user_id"] != user_id or value["device_id"] != device_id:
        raise invalid_param("The keys belong to another user or device")
    algorithms = value.get("algorithms")
    if not isinstance(algorithms, list) or not all(isinstance(one, str) for one in algorithms):
        raise bad_json("device_keys.algorithms must be a list of strings")
    keys = value.get("keys")
    if not isinstance(keys, dict) or not all(isinstance(one, str) for one in keys.values()):
        raise bad_json("device_keys.keys must map names to strings")
    for name in keys:
        if name.partition(":")[2] != device_id:
            raise invalid_param("device_keys.keys names another device")
    _check_signatures(value, required=True)
    return {name: held for name, held in value.items() if name != "unsigned"}


def _check_signatures(value: Mapping[str, Any], *, required: bool) -> dict[str, dict[str, str]]:
    found = value.get("signatures")
    if found is None and not required:
        return {}
    if not isinstance(found, dict):
        raise bad_json("signatures must be an object")
    for by_key in found.values():
        if not isinstance(by_key, dict) or not all(isinstance(one, str) for one in by_key.values()):
            raise bad_json("signatures must map user ids to key ids to strings")
    return found


def check_one_time_keys(value: Mapping[str, Any]) -> dict[tuple[str, str], bytes]:
    """One-time or fallback keys by (algorithm, key id)."""
    if len(value) > KEYS_PER_UPLOAD_MAX:
        raise invalid_param(f"At most {KEYS_PER_UPLOAD_MAX} keys in one upload")
    checked = {}
    for name, key in value.items():
        algorithm, colon, key_id = name.partition(":")
        if not colon or not algorithm or not key_id or len(name.encode("utf-8", "replace")) > NAME_BYTES_MAX:
            raise invalid_param("Names of keys have the form <algorithm>:<key id>")
        if isinstance(key, dict):
            if not isinstance(key.get("key"), str):
                raise bad_json(f"{name}: the key must be a string")
            _check_signatures(key, required=False)
        elif not isinstance(key, str):
            raise bad_json(f"{name}: a key is a string or an object")
        checked[(algorithm, key_id)] = encoded(key)
    return checked


def check_fallback_keys(value: Mapping[str, Any]) -> dict[str, tuple[str, bytes]]:
    """(key id, JSON) by algorithm: there is one fallback key of each."""
    by_algorithm: dict[str, tuple[str, bytes]] = {}
    for (algorithm, key_id), key in check_one_time_keys(value).items():
        if algorithm in by_algorithm:
            raise invalid_param("There is only one fallback key for an algorithm")
        by_algorithm[algorithm] = (key_id, key)
    return by_algorithm


def same_one_time_key(old: bytes, new: bytes) -> bool:
    """Whether two uploads mean the same key. A retry may sign anew, so that signatures do not count."""
    if old == new:
        return True
    first, second = orjson.loads(old), orjson.loads(new)
    if not isinstance(first, dict) or not isinstance(second, dict):
        return bool(first == second)
    return {**first, "signatures": None} == {**second, "signatures": None}


def check_claims(value: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """(user, device, algorithm) of each wanted key."""
    claims = []
    for user_id, devices in value.items():
        if not isinstance(devices, dict):
            raise bad_json("one_time_keys must map user ids to device ids to algorithms")
        for device_id, algorithm in devices.items():
            if not isinstance(algorithm, str):
                raise bad_json("An algorithm is a string")
            claims.append((user_id, device_id, algorithm))
    if len(claims) > CLAIMS_MAX:
        raise invalid_param(f"At most {CLAIMS_MAX} keys in one claim")
    return claims


def check_query(value: Mapping[str, Any]) -> dict[str, list[str]]:
    """Device ids by user id; an empty list means all."""
    if len(value) > QUERIED_USERS_MAX:
        raise invalid_param(f"At most {QUERIED_USERS_MAX} users in one query")
    for devices in value.values():
        if not isinstance(devices, list) or not all(isinstance(one, str) for one in devices):
            raise bad_json("device_keys must map user ids to lists of device ids")
    return dict(value)


def check_cross_signing_key(value: object, user_id: str, usage: str) -> dict[str, Any]:
    """A cross-signing key of this user for this usage, without `unsigned`."""
    if not isinstance(value, dict):
        raise bad_json(f"{usage} key must be an object")
    if not isinstance(value.get("user_id"), str):
        raise bad_json("user_id must be a string")
    if value["user_id"] != user_id:
        raise invalid_param("The key belongs to another user")
    usages = value.get("usage")
    if not isinstance(usages, list) or not all(isinstance(one, str) for one in usages):
        raise bad_json("usage must be a list of strings")
    if usage not in usages:
        raise invalid_param(f"The key is not meant for {usage}")
    keys = value.get("keys")
    if not isinstance(keys, dict) or len(keys) != 1:
        raise bad_json("keys must have exactly one entry")
    [(name, public)] = keys.items()
    if not isinstance(public, str) or name != f"ed25519:{public}" or not _is_public_key(public):
        raise invalid_param("The key must be an ed25519 key named after itself")
    _check_signatures(value, required=False)
    return {name: held for name, held in value.items() if name != "unsigned"}


def _is_public_key(text: str) -> bool:
    try:
        return len(unpadded_base64.decode(text)) == 32
    except ValueError:
        return False


def public_key(key: Mapping[str, Any]) -> str:
    """The public key of a cross-signing key that has passed its check."""
    return str(next(iter(key["keys"].values())))


def check_signed_by_master(key: Mapping[str, Any], user_id: str, master: str) -> None:
    """Raises Refused 400 M_INVALID_SIGNATURE."""
    if not is_signed_by(key, user_id, master):
        raise Refused("M_INVALID_SIGNATURE", 400, "The key is not signed by the master key")


def is_signed_by(key: Mapping[str, Any], user_id: str, public: str) -> bool:
    """Whether an object carries a good signature of the user's cross-signing key `public`."""
    by_user = (key.get("signatures") or {}).get(user_id) or {}
    signature = by_user.get(f"ed25519:{public}")
    return isinstance(signature, str) and signatures.verify(public, signature, key)


def same_but_signatures(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether two signed objects say the same."""
    return {**old, "signatures": None, "unsigned": None} == {**new, "signatures": None, "unsigned": None}
