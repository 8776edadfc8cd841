"""Keys of devices and people, made and signed as a client makes them."""

from __future__ import annotations

import base64
import json
from typing import Any

from nacl.signing import SigningKey

from tests.harness.client import V3, Json
from tests.harness.person import Person

ALGORITHMS = ["m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"]
USAGES = ("master", "self_signing", "user_signing")


def public(key: SigningKey) -> str:
    """The public half, in unpadded base64."""
    return base64.b64encode(bytes(key.verify_key)).decode().rstrip("=")


def signed(value: Json, user_id: str, key_id: str, key: SigningKey) -> Json:
    """The value with one more signature. Source: appendices, "Signing JSON"."""
    bare = {name: part for name, part in value.items() if name not in ("signatures", "unsigned")}
    text = json.dumps(bare, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    signature = base64.b64encode(key.sign(text).signature).decode().rstrip("=")
    signatures = {user: dict(found) for user, found in value.get("signatures", {}).items()}
    signatures.setdefault(user_id, {})[f"ed25519:{key_id}"] = signature
    return {**value, "signatures": signatures}


class DeviceKeys:
    """The keys of one device."""

    def __init__(self, person: Person) -> None:
        self.user_id, self.device_id = person.user_id, person.device_id
        self.key = SigningKey.generate()
        self.body = self.signed(
            {
                "user_id": self.user_id,
                "device_id": self.device_id,
                "algorithms": ALGORITHMS,
                "keys": {
                    f"ed25519:{self.device_id}": public(self.key),
                    f"curve25519:{self.device_id}": public(SigningKey.generate()),
                },
            }
        )

    def signed(self, value: Json) -> Json:
        """Signed by the device."""
        return signed(value, self.user_id, self.device_id, self.key)

    def one_time(self, *names: str, fallback: bool = False) -> Json:
        """Signed one-time keys, or a fallback key."""
        more = {"fallback": True} if fallback else {}
        return {
            f"signed_curve25519:{name}": self.signed({"key": public(SigningKey.generate()), **more}) for name in names
        }


class Identity:
    """The cross-signing keys of a person."""

    def __init__(self, person: Person) -> None:
        self.user_id = person.user_id
        self.keys = {usage: SigningKey.generate() for usage in USAGES}

    def signed(self, value: Json, usage: str) -> Json:
        """Signed by one of the keys."""
        key = self.keys[usage]
        return signed(value, self.user_id, public(key), key)

    def upload(self) -> Json:
        """The body of the upload."""
        body: dict[str, Any] = {}
        for usage, key in self.keys.items():
            name = public(key)
            bare = {"user_id": self.user_id, "usage": [usage], "keys": {f"ed25519:{name}": name}}
            body[f"{usage}_key"] = bare if usage == "master" else self.signed(bare, "master")
        return body


async def equip(person: Person, *one_time: str) -> DeviceKeys:
    """Give a device keys, and one-time keys if any are named."""
    keys = DeviceKeys(person)
    body: Json = {"device_keys": keys.body}
    if one_time:
        body["one_time_keys"] = keys.one_time(*one_time)
    await person.post(f"{V3}/keys/upload", json=body)
    return keys
