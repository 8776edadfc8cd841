"""Members and departments as SCIM shows them. Source: RFC 7643 4.1, 4.2."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

import orjson

from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Reads
from laiwang.kit.folding import fold
from laiwang.kit.refusals import Refused
from laiwang.matrix.ids import localpart, make_user_id
from laiwang.people.addresses import Addresses
from laiwang.people.domains import Domains
from laiwang.people.organisations import Organisations
from laiwang.people.scim import store
from laiwang.people.scim.rules import scim_refusal

__all__ = ["GROUP", "LIST", "USER", "Queries"]

USER: Final = "urn:ietf:params:scim:schemas:core:2.0:User"
GROUP: Final = "urn:ietf:params:scim:schemas:core:2.0:Group"
LIST: Final = "urn:ietf:params:scim:api:messages:2.0:ListResponse"


class Queries:
    """Reads. `profile_of(user_id)` gives a profile."""

    def __init__(
        self,
        kernel: Kernel,
        addresses: Addresses,
        organisations: Organisations,
        domains: Domains,
        *,
        profile_of: Callable[[str], Awaitable[Mapping[str, Any]]],
    ) -> None:
        self._kernel = kernel
        self._addresses = addresses
        self._organisations = organisations
        self._domains = domains
        self._profile_of = profile_of

    async def user_ids(self, of: str, asked: tuple[str, str] | None) -> list[str]:
        """Whom a filter finds, in order; without one everybody. Raises Refused 400 for attributes that are not searched."""
        database = self._kernel.database
        if asked is None:
            return await self._organisations.ids(database, of)
        attribute, value = asked
        found: str | None
        if attribute == "username":
            found = await self._called(of, value)
        elif attribute == "externalid":
            found = await self._organisations.known_as(database, of, value)
        elif attribute == "id":
            found = value
        elif attribute in ("emails", "emails.value"):
            try:
                found = await self._addresses.holder(database, self._addresses.canonical(value))
            except Refused:
                found = None
        else:
            raise scim_refusal(400, "Users are found by userName, externalId, id and emails", "invalidFilter")
        return [] if found is None or not await self.is_user(database, of, found) else [found]

    async def _called(self, of: str, user_name: str) -> str | None:
        row = await self._kernel.database.fetch_one(store.CALLED, {"of": of, "folded": fold(user_name)})
        if row is not None:
            return str(row[0])
        try:
            user_id = make_user_id(user_name.lower(), self._kernel.server_name)
        except Refused:
            return None
        known = await self._kernel.database.fetch_one(store.USER, {"of": of, "user": user_id})
        return user_id if known is None or known[4].startswith(" ") else None

    async def is_user(self, reads: Reads, of: str, user_id: str) -> bool:
        """Whether somebody is a user for the other system: a member, or one whom it has sent away."""
        if await self._organisations.role_of(reads, of, user_id) is not None:
            return True
        row = await reads.fetch_one(store.USER, {"of": of, "user": user_id})
        if row is None or row[4].startswith(" "):
            return False
        return await self._organisations.is_known(reads, of, user_id)

    async def user(self, of: str, user_id: str, base: str) -> dict[str, Any]:
        """A user. Raises Refused 404."""
        database = self._kernel.database
        if not await self.is_user(database, of, user_id):
            raise scim_refusal(404, "There is no such user")
        row = await database.fetch_one(store.USER, {"of": of, "user": user_id})
        described = await self._organisations.described(database, of, user_id)
        role = await self._organisations.role_of(database, of, user_id)
        display_name = (await self._profile_of(user_id)).get("displayname")
        name = orjson.loads(row[1]) if row is not None else {}
        if isinstance(display_name, str):
            name.setdefault("formatted", display_name)
        addresses = [
            one for one in await self._addresses.of(database, user_id) if await self._domains.has(database, of, one)
        ]
        found: dict[str, Any] = {
            "schemas": [USER],
            "id": user_id,
            "userName": row[0] if row is not None else localpart(user_id),
            "active": role is not None,
            "name": name,
            "emails": [{"value": one, "type": "work", "primary": number == 0} for number, one in enumerate(addresses)],
            "meta": {
                "resourceType": "User",
                "location": f"{base}/Users/{user_id}",
                **({"created": _moment(row[2])} if row is not None else {}),
            },
        }
        for key, value in (
            ("displayName", display_name),
            ("title", described.title),
            ("externalId", described.external_id),
        ):
            if isinstance(value, str) and value:
                found[key] = value
        names = await self._organisations.department_names(database, of)
        if described.posts:
            found["groups"] = [
                {"value": post.department_id, "display": names[post.department_id][0]} for post in described.posts
            ]
        return found

    async def group_ids(self, of: str, asked: tuple[str, str] | None) -> list[str]:
        """Departments that a filter finds. Raises Refused 400."""
        names = await self._organisations.department_names(self._kernel.database, of)
        if asked is None:
            return sorted(names)
        attribute, value = asked
        if attribute == "displayname":
            return sorted(one for one, (name, _) in names.items() if fold(name) == fold(value))
        if attribute == "externalid":
            return sorted(one for one, (_, external_id) in names.items() if external_id == value)
        if attribute == "id":
            return [value] if value in names else []
        raise scim_refusal(400, "Groups are found by displayName, externalId and id", "invalidFilter")

    async def group(self, of: str, department_id: str, base: str, *, has_members: bool = True) -> dict[str, Any]:
        """A department. Raises Refused 404."""
        database = self._kernel.database
        names = await self._organisations.department_names(database, of)
        if department_id not in names:
            raise scim_refusal(404, "There is no such group")
        name, external_id = names[department_id]
        found: dict[str, Any] = {
            "schemas": [GROUP],
            "id": department_id,
            "displayName": name,
            "meta": {"resourceType": "Group", "location": f"{base}/Groups/{department_id}"},
        }
        if external_id:
            found["externalId"] = external_id
        if has_members:
            people = await self._organisations.people_in(database, of, department_id)
            found["members"] = [{"value": one, "$ref": f"{base}/Users/{one}"} for one in people]
        return found


def _moment(ms: int) -> str:
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
