"""What somebody is in an organisation: read anew with each request, in the transaction of what she does."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from laiwang.kernel.capability import Caller
from laiwang.kernel.ports import Reads
from laiwang.kit.refusals import forbidden, not_found
from laiwang.people.organisations import store
from laiwang.people.organisations.rules import Role, check_grant, is_under, rank_of

__all__ = ["Standing", "parents_of", "standing_of"]


@dataclass(frozen=True, slots=True)
class Standing:
    """`role` is what she may do; `own_role` what she is, None for an administrator of the server, who may do what owners may.

    `supervised` are the departments that she looks after.
    """

    user_id: str
    role: Role
    own_role: Role | None
    supervised: frozenset[str] = frozenset()

    @property
    def administers(self) -> bool:
        """Whether she is at least an administrator of the organisation."""
        return rank_of(self.role) >= rank_of("administrator")

    def check_administers(self) -> None:
        """Raises Refused 403."""
        if not self.administers:
            raise forbidden("Only owners and administrators of the organisation may do this")

    def check_owns(self) -> None:
        """Raises Refused 403."""
        if self.role != "owner":
            raise forbidden("Only owners of the organisation may do this")

    def check_grant(self, *roles: str) -> None:
        """Whether she may give and take these roles. Raises Refused 403."""
        check_grant(self.role, *roles)

    async def check_posts(self, reads: Reads, organisation_id: str, departments: Collection[str]) -> None:
        """Whether she may give people posts in these departments and take them: supervisors may in theirs and below. Raises Refused 403."""
        if self.administers:
            return
        parents = await parents_of(reads, organisation_id) if self.supervised else {}
        if not departments or not all(is_under(parents, one, self.supervised) for one in departments):
            raise forbidden("You look after none of these departments")


async def standing_of(reads: Reads, caller: Caller, organisation_id: str) -> Standing:
    """Raises Refused 404 for who has nothing to do with the organisation, as if there were none."""
    row = await reads.fetch_one(store.STANDING, {"of": organisation_id, "user": caller.user_id})
    if caller.is_admin:
        if await reads.fetch_one(store.ONE, {"of": organisation_id}) is None:
            raise unknown()
        return Standing(caller.user_id, "owner", None if row is None else row[0])
    if row is None:
        raise unknown()
    role: Role = row[0]
    supervised: frozenset[str] = frozenset()
    if role == "supervisor":
        rows = await reads.fetch(store.SUPERVISED, {"of": organisation_id, "user": caller.user_id})
        supervised = frozenset(one[0] for one in rows)
    return Standing(caller.user_id, role, role, supervised)


async def parents_of(reads: Reads, organisation_id: str) -> dict[str, str]:
    """The tree: the parent of each department."""
    return {row[0]: row[1] for row in await reads.fetch(store.PARENTS, {"of": organisation_id})}


def unknown() -> Exception:
    """What strangers are told."""
    return not_found("There is no such organisation")
