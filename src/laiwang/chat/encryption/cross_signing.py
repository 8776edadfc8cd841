"""Cross-signing: the keys with which a person vouches for her devices and for others, and the signatures made with them.

Source: Matrix client-server API, "Cross-signing".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from laiwang.chat.encryption import rules, store
from laiwang.chat.encryption.model import DEVICE_LISTS, DeviceDirectory, personal_topic
from laiwang.kernel.capability import Request
from laiwang.kernel.machine import Kernel
from laiwang.kernel.members import user_topic
from laiwang.kernel.ports import Conflict, Unit
from laiwang.kit import signatures
from laiwang.kit.refusals import Busy, Refused, bad_json, forbidden, invalid_param, missing_param

__all__ = ["CrossSigning"]

ATTEMPTS = 3
Failures = dict[str, dict[str, dict[str, object]]]


class CrossSigning:
    """Keys of people and what they signed."""

    def __init__(self, kernel: Kernel, directory: DeviceDirectory) -> None:
        self._kernel = kernel
        self._database = kernel.database
        self._directory = directory

    async def _held(self, user_id: str) -> dict[str, dict[str, Any]]:
        rows = await self._database.fetch(store.CROSS_SIGNING_KEYS, {"users": [user_id]})
        return {row[1]: orjson.loads(row[3]) for row in rows}

    # --- keys -------------------------------------------------------------------------------------------------------

    async def upload_keys(self, request: Request, body: dict[str, Any]) -> None:
        """Sets the caller's cross-signing keys.

        The first upload and the repetition of one need no authentication beyond the token; anything that replaces a key does.
        Raises Refused 400 (malformed, M_INVALID_SIGNATURE, M_MISSING_PARAM without a master key), 403 when a key is named like
        a device, 401 while authentication is not complete.
        """
        user_id = request.caller.user_id
        new = {}
        for usage in rules.USAGES:
            value = body.get(f"{usage}_key")
            if value is not None:
                new[usage] = rules.check_cross_signing_key(value, user_id, usage)
                rules.encoded(new[usage])
        for _ in range(ATTEMPTS):
            held = await self._held(user_id)
            changes = {
                usage: key
                for usage, key in new.items()
                if usage not in held or rules.public_key(held[usage]) != rules.public_key(key)
            }
            await self._check(user_id, new, held)
            if not changes:
                return
            if "master" in held:
                await self._directory.require_uia(request, body)
            unit = self._unit(user_id, changes, held)
            try:
                await self._kernel.log.append(unit)
            except Conflict:
                continue  # another "first upload" was faster: this one is a replacement now
            return
        raise Busy()

    async def _check(self, user_id: str, new: Mapping[str, dict[str, Any]], held: Mapping[str, dict[str, Any]]) -> None:
        master = new.get("master") or held.get("master")
        if master is None:
            raise missing_param("master_key")
        publics = [rules.public_key(key) for key in new.values()]
        if len(set(publics)) != len(publics):
            raise invalid_param("The keys must differ from each other")
        devices = (await self._directory.devices_of([user_id])).get(user_id, {})
        if any(public in devices for public in publics):
            raise forbidden("A key has the name of a device")
        for usage in ("self_signing", "user_signing"):
            if usage in new:
                rules.check_signed_by_master(new[usage], user_id, rules.public_key(master))

    def _unit(self, user_id: str, changes: Mapping[str, dict[str, Any]], held: Mapping[str, dict[str, Any]]) -> Unit:
        unit = Unit()
        for usage, key in changes.items():
            # A plain insert fails when somebody else has just made the first upload; only a first upload skips authentication.
            first = usage == "master" and "master" not in held
            unit.write(
                store.NEW_CROSS_SIGNING_KEY if first else store.SET_CROSS_SIGNING_KEY,
                {
                    "user_id": user_id,
                    "usage": usage,
                    "public_key": rules.public_key(key),
                    "json": orjson.dumps(key),
                },
            )
            old = held.get(usage)
            if old is not None:
                public = rules.public_key(old)
                unit.write(store.DELETE_SIGNATURES_BY, {"of_user": user_id, "of_key": f"ed25519:{public}"})
                unit.write(store.DELETE_SIGNATURES_ON, {"of_user": user_id, "of_key": public})
        if "master" in changes:
            # Keys that the new master key does not vouch for are worthless: clients would refuse them.
            for usage in ("self_signing", "user_signing"):
                if usage in held and usage not in changes:
                    signed = rules.is_signed_by(held[usage], user_id, rules.public_key(changes["master"]))
                    if not signed:
                        unit.write(store.DELETE_CROSS_SIGNING_KEY, {"of_user": user_id, "of_usage": usage})
        unit.append(DEVICE_LISTS, "device_lists", b"{}", key=user_id)
        return unit

    def remove_person(self, unit: Unit, user_id: str) -> None:
        """Adds to the unit that ends an account what takes her keys away, what she signed, and what was signed of her."""
        unit.write(store.DELETE_CROSS_SIGNING_KEYS_OF, {"of_user": user_id})
        for statement in store.DELETE_SIGNATURES_OF_PERSON:
            unit.write(statement, {"of_user": user_id})
        unit.append(DEVICE_LISTS, "device_lists", b"{}", key=user_id)

    # --- signatures -------------------------------------------------------------------------------------------------

    async def upload_signatures(self, user_id: str, body: dict[str, Any]) -> Failures:
        """Keeps the signatures of `user_id` in user → key → signed object; answers what failed, by user and key.

        She may sign her devices (self-signing key), her master key (a device) and others' master keys (user-signing key).
        """
        total = 0
        for by_key in body.values():
            if not isinstance(by_key, dict) or not all(isinstance(one, dict) for one in by_key.values()):
                raise bad_json("The body must map user ids to key ids to signed objects")
            total += len(by_key)
        if total > rules.SIGNED_OBJECTS_MAX:
            raise invalid_param(f"At most {rules.SIGNED_OBJECTS_MAX} signed objects in one request")
        mine = await self._held(user_id)
        failures: Failures = {}
        unit = Unit()
        own_changed = False
        for target, by_key in body.items():
            changed = False
            theirs = mine if target == user_id else await self._held(target)
            devices = await self._device_keys(target) if target == user_id and by_key else {}
            for key_id, signed in by_key.items():
                try:
                    rules.encoded(signed)
                    found = self._good_signatures(user_id, target, key_id, signed, mine, theirs, devices)
                except Refused as refused:
                    failures.setdefault(target, {})[key_id] = refused.body()
                    continue
                for signer_key, signature in found.items():
                    changed = True
                    unit.write(
                        store.SET_SIGNATURE,
                        {
                            "target_user": target,
                            "target_key": key_id,
                            "signer_user": user_id,
                            "signer_key": signer_key,
                            "signature": signature,
                        },
                    )
            if changed and target == user_id:
                own_changed = True
                unit.append(DEVICE_LISTS, "device_lists", b"{}", key=user_id)
            elif changed:
                unit.append(personal_topic(user_id), "device_lists", b"{}", key=target)
        if unit.writes:
            await self._kernel.log.append(unit)
            if not own_changed:
                self._kernel.bells.ring((user_topic(user_id),))
        return failures

    async def _device_keys(self, user_id: str) -> dict[str, dict[str, Any]]:
        rows = await self._database.fetch(store.DEVICE_KEYS_OF_USERS, {"users": [user_id]})
        return {row[1]: orjson.loads(row[2]) for row in rows}

    def _good_signatures(
        self,
        signer: str,
        target: str,
        key_id: str,
        signed: Mapping[str, Any],
        mine: Mapping[str, dict[str, Any]],
        theirs: Mapping[str, dict[str, Any]],
        devices: Mapping[str, dict[str, Any]],
    ) -> dict[str, str]:
        """The new signatures of one object. Raises Refused M_NOT_FOUND or M_INVALID_SIGNATURE."""
        master = theirs.get("master")
        makers: dict[str, str] = {}
        if target == signer and key_id in devices:
            original: Mapping[str, Any] = devices[key_id]
            if "self_signing" in mine:
                public = rules.public_key(mine["self_signing"])
                makers[f"ed25519:{public}"] = public
        elif master is not None and rules.public_key(master) == key_id:
            original = master
            if target == signer:
                for device_id, device in devices.items():
                    name = f"ed25519:{device_id}"
                    if name in device["keys"]:
                        makers[name] = device["keys"][name]
            elif "user_signing" in mine:
                public = rules.public_key(mine["user_signing"])
                makers[f"ed25519:{public}"] = public
        else:
            raise Refused("M_NOT_FOUND", 404, "There is no such key")
        if not rules.same_but_signatures(original, signed):
            raise _invalid("The signed object is not the one that the server has")
        given = signed.get("signatures")
        by_signer = given.get(signer) if isinstance(given, dict) else None
        if not isinstance(by_signer, dict) or not by_signer:
            raise _invalid("There is no signature of yours")
        known = (original.get("signatures") or {}).get(signer) or {}
        found = {}
        for name, signature in by_signer.items():
            if known.get(name) == signature:
                continue  # what the key came with is sent along by some clients
            maker = makers.get(name)
            if maker is None or not isinstance(signature, str) or not signatures.verify(maker, signature, signed):
                raise _invalid("Invalid signature")
            found[name] = signature
        return found


def _invalid(text: str) -> Refused:
    return Refused("M_INVALID_SIGNATURE", 400, text)
