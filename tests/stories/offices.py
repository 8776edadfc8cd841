"""Founding organisations, as stories about them need it."""

from __future__ import annotations

from typing import Any

from tests.harness.client import Expected, Json, fresh
from tests.harness.person import Person

__all__ = ["ORGANISATIONS", "Office", "found", "once"]

ORGANISATIONS = "/api/v1/organisations"


async def once(
    person: Person, path: str, *ids: str, json: Any = None, key: str | None = None, expect: Expected = 200
) -> Json:
    """A POST with an Idempotency-Key."""
    headers = {"Idempotency-Key": key or fresh("key")}
    return await person.request("POST", path, *ids, json=json or {}, headers=headers, expect=expect)


class Office:
    """An organisation, looked at by one of its people."""

    def __init__(self, id: str, owner: Person) -> None:
        self.id = id
        self.owner = owner
        self.path = f"{ORGANISATIONS}/{id}"

    async def department(self, name: str, parent: str | None = None, *, by: Person | None = None) -> str:
        """A new department."""
        body = {"name": name, "parent_id": parent}
        found: str = (await once(by or self.owner, f"{self.path}/departments", json=body))["department_id"]
        return found

    async def code(self, *, by: Person | None = None, expect: Expected = 200, **body: Any) -> str:
        """A code to join by ("" when refused as expected)."""
        made = await once(by or self.owner, f"{self.path}/invitations", json=body, expect=expect)
        return str(made.get("code", ""))

    async def hire(self, person: Person, role: str = "staff", **change: Any) -> Person:
        """Somebody becomes a member by a code; `change` is what is changed about her then."""
        await person.post(f"{ORGANISATIONS}/join", json={"code": await self.code(role=role)})
        if change:
            await self.change(person, **change)
        return person

    async def change(self, person: Person, *, by: Person | None = None, expect: Expected = 200, **change: Any) -> Json:
        """Changes role, title or posts."""
        return await (by or self.owner).put(f"{self.path}/members/{{}}", person.user_id, json=change, expect=expect)

    async def members(self, *, by: Person | None = None, **query: Any) -> list[str]:
        """Ids of the people in the directory."""
        page = await (by or self.owner).get(f"{self.path}/members", **query)
        return [one["user_id"] for one in page["members"]]

    async def tree(self, *, by: Person | None = None) -> dict[str, str | None]:
        """Parents of departments by names."""
        found = (await (by or self.owner).get(f"{self.path}/departments"))["departments"]
        names = {one["department_id"]: one["name"] for one in found}
        return {one["name"]: names.get(one["parent_id"]) for one in found}


async def found(admin: Person, owner: Person, name: str = "Lakeside Tea") -> Office:
    """An organisation, founded by an administrator for its owner."""
    made = await once(admin, ORGANISATIONS, json={"name": name, "owner": owner.user_id})
    return Office(made["organisation_id"], owner)
