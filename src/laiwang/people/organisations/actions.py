"""Founding, naming and ending organisations; their departments; who is in them. Each verb runs inside a transaction of the caller."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from laiwang.kernel.capability import Caller
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Tx, Unit
from laiwang.kit.refusals import Refused, forbidden, invalid_param, not_found
from laiwang.people.audit import Audit
from laiwang.people.organisations import store
from laiwang.people.organisations.model import (
    Department,
    DepartmentChange,
    MemberChange,
    NewDepartment,
    Organisation,
    OrganisationSettings,
    Post,
)
from laiwang.people.organisations.rules import (
    TOP,
    Role,
    check_department_name,
    check_move,
    check_name,
    check_role,
    check_title,
    folded_name,
    rank_of,
)
from laiwang.people.organisations.standing import parents_of, standing_of, unknown

__all__ = ["Actions"]

ID_BYTES = 12


class Actions:
    """Writes. Every one leaves an entry in the audit, whose subject is the organisation.

    `on_staff` add to the unit by which somebody becomes or is no longer staff of an organisation: (unit, user id, None for many people);
    `on_remove` to that by which others take somebody out: (unit, organisation, user id); `on_end` to that which ends an organisation.
    """

    def __init__(self, kernel: Kernel, settings: OrganisationSettings, audit: Audit) -> None:
        self._kernel = kernel
        self._settings = settings
        self._audit = audit
        self.on_remove: list[Callable[[Unit, str, str], None]] = []
        self.on_end: list[Callable[[Unit, str], None]] = []
        self.on_staff: list[Callable[[Unit, str | None], None]] = []

    def _staff_changed(self, unit: Unit, user_id: str | None) -> None:
        for hook in self.on_staff:
            hook(unit, user_id)

    def told(self, tx: Tx, actor: str, act: str, organisation_id: str, *, old: Any = None, new: Any = None) -> None:
        """Adds an entry to the audit."""
        tx.unit.writes.append(self._audit.entry(actor, f"organisation.{act}", organisation_id, old=old, new=new))

    def new_id(self) -> str:
        """An id nobody has."""
        return self._kernel.chance.token(ID_BYTES)

    # --- organisations ------------------------------------------------------------------------------------------------

    def check_founder(self, caller: Caller, owner: str | None) -> None:
        """Raises Refused 403."""
        if not caller.is_admin and (owner is not None or self._settings.founders != "everybody"):
            raise forbidden("Organisations are founded by administrators of this server")

    async def found(self, tx: Tx, actor: str, name: str, owner: str) -> Organisation:
        """A new organisation with its owner. Raises Refused 400, 403."""
        found = Organisation(self.new_id(), check_name(name), False, self._kernel.clock.now_ms(), "owner")
        await self.check_room_for(tx, owner)
        row = {
            "organisation_id": found.organisation_id,
            "name": found.name,
            "is_verified": 0,
            "created_ms": found.created_ms,
        }
        await tx.execute(store.ADD, row)
        await self.enter(tx, found.organisation_id, owner, "owner", source="founder")
        self.told(tx, actor, "found", found.organisation_id, new={"name": found.name, "owner": owner})
        return found

    async def rename(self, tx: Tx, caller: Caller, organisation_id: str, name: str) -> Organisation:
        """Gives another name; unless an administrator of the server does, it is not verified any more: it was by its old name. Raises
        Refused 400, 403, 404."""
        standing = await standing_of(tx, caller, organisation_id)
        standing.check_administers()
        row = await tx.fetch_one(store.ONE, {"of": organisation_id})
        if row is None:
            raise unknown()
        chosen = check_name(name)
        if chosen != row[1]:
            await tx.execute(store.RENAME, {"of": organisation_id, "new_name": chosen})
            self.told(tx, caller.user_id, "rename", organisation_id, old=row[1], new=chosen)
        is_verified = bool(row[2]) and (caller.is_admin or chosen == row[1])
        if is_verified != bool(row[2]):
            await tx.execute(store.SET_VERIFIED, {"of": organisation_id, "flag": 0})
            self.told(tx, caller.user_id, "set_verified", organisation_id, old=True, new=False)
        if row[2] and chosen != row[1]:
            self._staff_changed(tx.unit, None)
        return Organisation(organisation_id, chosen, is_verified, row[3], standing.own_role)

    async def set_verified(self, tx: Tx, caller: Caller, organisation_id: str, is_verified: bool) -> None:
        """An administrator of the server has made sure that an organisation is what it says, or has not any more. Raises Refused 404."""
        row = await tx.fetch_one(store.ONE, {"of": organisation_id})
        if row is None:
            raise unknown()
        if bool(row[2]) != is_verified:
            await tx.execute(store.SET_VERIFIED, {"of": organisation_id, "flag": int(is_verified)})
            self.told(tx, caller.user_id, "set_verified", organisation_id, old=bool(row[2]), new=is_verified)
            self._staff_changed(tx.unit, None)

    async def end(self, tx: Tx, caller: Caller, organisation_id: str) -> None:
        """Ends an organisation: accounts and rooms of its people stay as they are. Raises Refused 403, 404."""
        standing = await standing_of(tx, caller, organisation_id)
        standing.check_owns()
        row = await tx.fetch_one(store.ONE, {"of": organisation_id})
        await tx.execute(store.DROP, {"of": organisation_id})
        for hook in self.on_end:
            hook(tx.unit, organisation_id)
        for statement in store.DROP_ALL_OF:
            await tx.execute(statement, {"of": organisation_id})
        self._staff_changed(tx.unit, None)
        self.told(tx, caller.user_id, "end", organisation_id, old={"name": row[1] if row else None})

    # --- departments --------------------------------------------------------------------------------------------------

    async def add_department(
        self, tx: Tx, caller: Caller, organisation_id: str, department: NewDepartment
    ) -> Department:
        """A new department. Raises Refused 400, 403, 404, 409 when a sibling has that name."""
        (await standing_of(tx, caller, organisation_id)).check_administers()
        name, parent_id = check_department_name(department.name), department.parent_id or TOP
        parents = await parents_of(tx, organisation_id)
        if len(parents) >= self._settings.departments_max:
            raise forbidden(f"An organisation has at most {self._settings.departments_max} departments")
        check_move(parents, None, parent_id)
        await self._check_sibling(tx, organisation_id, parent_id, name)
        row = {
            "department_id": self.new_id(),
            "organisation_id": organisation_id,
            "parent_id": parent_id,
            "name": name,
            "folded_name": folded_name(name),
            "external_id": None,
        }
        await tx.execute(store.ADD_DEPARTMENT, row)
        new = {"department_id": row["department_id"], "name": name, "parent_id": parent_id or None}
        self.told(tx, caller.user_id, "add_department", organisation_id, new=new)
        return Department(str(row["department_id"]), parent_id or None, name)

    async def change_department(
        self, tx: Tx, caller: Caller, organisation_id: str, department_id: str, change: DepartmentChange
    ) -> Department:
        """Another name, another parent, or both. Raises Refused 400, 403, 404, 409."""
        (await standing_of(tx, caller, organisation_id)).check_administers()
        before = await self._department(tx, organisation_id, department_id)
        name = before.name if change.name is None else check_department_name(change.name)
        parent_id = (before.parent_id or TOP) if change.parent_id is None else change.parent_id
        after = Department(department_id, parent_id or None, name, before.people)
        if after == before:
            return after
        if after.parent_id != before.parent_id:
            check_move(await parents_of(tx, organisation_id), department_id, parent_id)
        await self._check_sibling(tx, organisation_id, parent_id, name, but=department_id)
        params = {"new_parent": parent_id, "new_name": name, "new_folded": folded_name(name)}
        await tx.execute(store.CHANGE_DEPARTMENT, {"of": organisation_id, "department": department_id, **params})
        old, new = ({"name": one.name, "parent_id": one.parent_id} for one in (before, after))
        self.told(
            tx,
            caller.user_id,
            "change_department",
            organisation_id,
            old={"department_id": department_id, **old},
            new=new,
        )
        return after

    async def drop_department(self, tx: Tx, caller: Caller, organisation_id: str, department_id: str) -> None:
        """Ends an empty department. Raises Refused 403, 404, 409 while there are people in it or departments below it."""
        (await standing_of(tx, caller, organisation_id)).check_administers()
        department = await self._department(tx, organisation_id, department_id)
        if department_id in (await parents_of(tx, organisation_id)).values():
            raise Refused("M_UNKNOWN", 409, "There are departments below this one")
        if await tx.fetch_one(store.POSTED, {"department": department_id}) is not None:
            raise Refused("M_UNKNOWN", 409, "There are people in this department")
        params = {"of": organisation_id, "department": department_id}
        await tx.execute(store.DROP_DEPARTMENT, params)
        await tx.execute(store.DROP_SHARES_OF_DEPARTMENT, {"department": department_id})
        await tx.execute(store.FORGET_DEPARTMENT, params)
        old = {"department_id": department_id, "name": department.name, "parent_id": department.parent_id}
        self.told(tx, caller.user_id, "drop_department", organisation_id, old=old)

    async def _department(self, tx: Tx, organisation_id: str, department_id: str) -> Department:
        for row in await tx.fetch(store.DEPARTMENTS, {"of": organisation_id}):
            if row[0] == department_id:
                return Department(row[0], row[1] or None, row[2])
        raise not_found("There is no such department")

    async def _check_sibling(
        self, tx: Tx, organisation_id: str, parent_id: str, name: str, *, but: str | None = None
    ) -> None:
        asked = {"of": organisation_id, "parent": parent_id, "folded": folded_name(name)}
        row = await tx.fetch_one(store.SIBLING, asked)
        if row is not None and row[0] != but:
            raise Refused("M_UNKNOWN", 409, "There is a department of that name there already")

    # --- members ------------------------------------------------------------------------------------------------------

    async def check_room_for(self, tx: Tx, user_id: str) -> None:
        """Whether somebody may enter one more organisation. Raises Refused 403."""
        row = await tx.fetch_one(store.COUNT_ORGANISATIONS, {"user": user_id})
        if row is not None and row[0] >= self._settings.per_person_max:
            raise forbidden(f"A person is in at most {self._settings.per_person_max} organisations")

    async def identify(self, tx: Tx, organisation_id: str, user_id: str, external_id: str, *, is_managed: bool) -> None:
        """Notes what another system calls a member, and whether the organisation made her account. Raises Refused 409."""
        row = await tx.fetch_one(store.BY_EXTERNAL_ID, {"of": organisation_id, "external": external_id})
        if external_id and row is not None and row[0] != user_id:
            raise Refused("M_UNKNOWN", 409, "Somebody else has this external id")
        params = {"of": organisation_id, "user": user_id}
        if external_id:
            await tx.execute(store.SET_EXTERNAL_ID, {**params, "external": external_id})
        if is_managed:
            await tx.execute(store.SET_MANAGED, params)

    async def department_at(self, tx: Tx, caller: Caller, organisation_id: str, path: Sequence[str]) -> str:
        """The department at the end of a path of names, made where there is none. Raises Refused 400, 403, 404."""
        parent_id = TOP
        for name in path:
            asked = {"of": organisation_id, "parent": parent_id, "folded": folded_name(check_name(name))}
            row = await tx.fetch_one(store.SIBLING, asked)
            if row is not None:
                parent_id = row[0]
            else:
                new = NewDepartment(name, parent_id or None)
                parent_id = (await self.add_department(tx, caller, organisation_id, new)).department_id
        return parent_id

    async def enter(self, tx: Tx, organisation_id: str, user_id: str, role: Role, *, source: str) -> None:
        """Adds a member; whoever was away comes back with her posts."""
        self._staff_changed(tx.unit, user_id)
        back = {"of": organisation_id, "user": user_id, "new_role": role}
        if await tx.execute(store.COME_BACK, back):
            return
        row = {
            "organisation_id": organisation_id,
            "user_id": user_id,
            "role": role,
            "title": None,
            "source": source,
            "joined_ms": self._kernel.clock.now_ms(),
            "external_id": None,
            "is_active": 1,
            "is_managed": 0,
        }
        await tx.execute(store.ADD_MEMBER, row)

    async def change_member(
        self, tx: Tx, caller: Caller, organisation_id: str, user_id: str, change: MemberChange
    ) -> None:
        """Changes role, title and posts; an administrator of the server adds people in the same way. Raises Refused 400, 403, 404, 409."""
        standing = await standing_of(tx, caller, organisation_id)
        row = await tx.fetch_one(store.STANDING, {"of": organisation_id, "user": user_id})
        if row is None:
            if not caller.is_admin:
                raise not_found("This person is not in the organisation")
            await self.check_room_for(tx, user_id)
            await self.enter(tx, organisation_id, user_id, "staff", source="administrator")
            self.told(tx, caller.user_id, "add_member", organisation_id, new={"user_id": user_id})
        role: Role = "staff" if row is None else row[0]
        wanted = role if change.role is None else check_role(change.role)
        if wanted != role:
            standing.check_grant(role, wanted)
            if role == "owner":
                await self._check_other_owner(tx, organisation_id, user_id)
            await tx.execute(store.SET_ROLE, {"of": organisation_id, "user": user_id, "new_role": wanted})
            if rank_of(wanted) < rank_of("supervisor"):
                await tx.execute(store.STEP_DOWN, {"of": organisation_id, "user": user_id})
            new = {"user_id": user_id, "role": wanted}
            self.told(tx, caller.user_id, "set_role", organisation_id, old=role, new=new)
        if change.title is not None:
            standing.check_administers()
            title = check_title(change.title)
            await tx.execute(store.SET_TITLE, {"of": organisation_id, "user": user_id, "new_title": title})
            self.told(tx, caller.user_id, "set_title", organisation_id, new={"user_id": user_id, "title": title})
        if change.posts is not None:
            await self._set_posts(tx, caller, organisation_id, user_id, wanted, change.posts)

    async def _set_posts(
        self, tx: Tx, caller: Caller, organisation_id: str, user_id: str, role: Role, posts: Sequence[Post]
    ) -> None:
        standing = await standing_of(tx, caller, organisation_id)
        wanted = {one.department_id: one.is_supervisor for one in posts}
        parents = await parents_of(tx, organisation_id)
        if len(wanted) < len(posts) or not wanted.keys() <= parents.keys():
            raise invalid_param("posts name departments of the organisation, each once")
        rows = await tx.fetch(store.POSTS_OF, {"of": organisation_id, "user": user_id})
        before = {row[0]: bool(row[1]) for row in rows}
        changed = {one for one in {*wanted, *before} if wanted.get(one) != before.get(one)}
        if not changed:
            return
        await standing.check_posts(tx, organisation_id, changed)
        if any(wanted.values()) and rank_of(role) < rank_of("supervisor"):
            raise invalid_param("Who looks after a department has at least the role of supervisor")
        if not standing.administers and any(wanted.get(one) or before.get(one) for one in changed):
            raise forbidden("Owners and administrators say who looks after a department")
        await tx.execute(store.DROP_POSTS_OF, {"of": organisation_id, "user": user_id})
        await self.add_posts(tx, organisation_id, user_id, posts)
        old, new = (
            [{"department_id": one, "is_supervisor": flag} for one, flag in sorted(some.items())]
            for some in (before, wanted)
        )
        self.told(tx, caller.user_id, "set_posts", organisation_id, old=old, new={"user_id": user_id, "posts": new})

    async def add_posts(self, tx: Tx, organisation_id: str, user_id: str, posts: Sequence[Post]) -> None:
        """Gives somebody posts besides those that she has."""
        rows = [
            {
                "department_id": one.department_id,
                "user_id": user_id,
                "organisation_id": organisation_id,
                "is_supervisor": int(one.is_supervisor),
            }
            for one in posts
        ]
        await tx.execute(store.ADD_POST, rows)

    async def drop_member(self, tx: Tx, caller: Caller, organisation_id: str, user_id: str) -> None:
        """Ends a membership, one's own or another's. Raises Refused 403, 404, 409 for the last owner."""
        standing = await standing_of(tx, caller, organisation_id)
        row = await tx.fetch_one(store.MEMBER, {"of": organisation_id, "user": user_id})
        if row is None:
            raise not_found("This person is not in the organisation")
        if user_id != caller.user_id:
            standing.check_grant(row[1])
            await self.remove(tx, organisation_id, user_id, row[1])
        else:
            await self.leave(tx, organisation_id, user_id, row[1])
        old = {"user_id": user_id, "role": row[1], "title": row[2]}
        self.told(tx, caller.user_id, "drop_member", organisation_id, old=old)

    async def remove(self, tx: Tx, organisation_id: str, user_id: str, role: str) -> None:
        """Takes somebody out who does not go by herself. Raises Refused 409 for the last owner."""
        for hook in self.on_remove:
            hook(tx.unit, organisation_id, user_id)
        await self.leave(tx, organisation_id, user_id, role)

    async def leave(self, tx: Tx, organisation_id: str, user_id: str, role: str) -> None:
        """Takes somebody out. Raises Refused 409 for the last owner."""
        if role == "owner":
            await self._check_other_owner(tx, organisation_id, user_id)
        await tx.execute(store.DROP_POSTS_OF, {"of": organisation_id, "user": user_id})
        await tx.execute(store.DROP_MEMBER, {"of": organisation_id, "user": user_id})
        self._staff_changed(tx.unit, user_id)

    async def _check_other_owner(self, tx: Tx, organisation_id: str, user_id: str) -> None:
        if await tx.fetch_one(store.OTHER_OWNER, {"of": organisation_id, "user": user_id}) is None:
            raise Refused("M_UNKNOWN", 409, "An organisation always has an owner: make somebody else one first")

    async def send_away(self, tx: Tx, caller: Caller, organisation_id: str, user_id: str) -> None:
        """Somebody is no member for anybody until she comes back, with her posts. Raises Refused 403, 404, 409 for the last owner."""
        standing = await standing_of(tx, caller, organisation_id)
        row = await tx.fetch_one(store.STANDING, {"of": organisation_id, "user": user_id})
        if row is None:
            raise not_found("This person is not in the organisation")
        standing.check_grant(row[0])
        if row[0] == "owner":
            await self._check_other_owner(tx, organisation_id, user_id)
        await tx.execute(store.SEND_AWAY, {"of": organisation_id, "user": user_id})
        self._staff_changed(tx.unit, user_id)
        self.told(tx, caller.user_id, "send_away", organisation_id, old={"user_id": user_id})

    async def come_back(self, tx: Tx, caller: Caller, organisation_id: str, user_id: str) -> None:
        """Ends that somebody is away. Raises Refused 403, 404."""
        standing = await standing_of(tx, caller, organisation_id)
        row = await tx.fetch_one(store.MEMBER, {"of": organisation_id, "user": user_id})
        if row is None:
            raise not_found("This person was not in the organisation")
        standing.check_grant(row[1])
        await tx.execute(store.COME_BACK, {"of": organisation_id, "user": user_id, "new_role": row[1]})
        self._staff_changed(tx.unit, user_id)
        self.told(tx, caller.user_id, "come_back", organisation_id, new={"user_id": user_id})

    async def set_people(
        self,
        tx: Tx,
        caller: Caller,
        organisation_id: str,
        department_id: str,
        people: Collection[str],
        *,
        external_id: str = "",
    ) -> None:
        """Who has a post in a department; whoever looks after it and stays goes on. Raises Refused 400, 403, 404."""
        (await standing_of(tx, caller, organisation_id)).check_administers()
        asked = {"of": organisation_id, "department": department_id}
        await self._department(tx, organisation_id, department_id)
        before = {row[0] for row in await tx.fetch(store.PEOPLE_IN, asked)}
        added, gone = sorted(set(people) - before), sorted(before - set(people))
        for user_id in added:
            if await tx.fetch_one(store.STANDING, {"of": organisation_id, "user": user_id}) is None:
                raise invalid_param("Somebody of these is not in the organisation")
            await self.add_posts(tx, organisation_id, user_id, [Post(department_id)])
        for user_id in gone:
            await tx.execute(store.DROP_POST, {"department": department_id, "user": user_id})
        if external_id:
            await tx.execute(store.NAME_DEPARTMENT, {**asked, "external": external_id})
        if added or gone:
            new = {"department_id": department_id, "added": added, "gone": gone}
            self.told(tx, caller.user_id, "set_people", organisation_id, new=new)

    def forget(self, unit: Unit, user_id: str) -> None:
        """Somebody's account ends: whoever stands next owns what only she owned, and an organisation without members ends."""
        unit.write(store.INHERIT, {"user": user_id})
        self._staff_changed(unit, user_id)
        for statement in store.LEAVE_ALL:
            unit.write(statement, {"user": user_id})
