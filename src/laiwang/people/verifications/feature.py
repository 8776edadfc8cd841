"""Verifications and their manifest."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from laiwang.kernel.capability import Capability, Request, Response, Route, answer_struct
from laiwang.kernel.machine import Kernel
from laiwang.kernel.mirror import Mirror, note, noted
from laiwang.kernel.ports import Fact, Tx, Unit
from laiwang.kit.refusals import invalid_param, not_found
from laiwang.people.accounts import Accounts
from laiwang.people.administration import administrator, check_local, page_limit
from laiwang.people.audit import Audit
from laiwang.people.verifications import store
from laiwang.people.verifications.model import KINDS, GivenVerification, GivenVerificationPage, NewVerification

__all__ = ["Verifications"]

ADMIN = "/api/v1/admin/verifications"
#: kind of the note that the verifications of a person have changed, or those of many
VERIFICATIONS = "verifications"
NAME_CHARACTERS_MAX = 120
KNOWN_MAX = 50_000
Shown = list[dict[str, str]]


class Verifications:
    """`employers(user_id)` names the verified organisations whose staff somebody is."""

    def __init__(
        self,
        kernel: Kernel,
        accounts: Accounts,
        audit: Audit,
        *,
        employers: Callable[[str], Awaitable[Sequence[str]]],
    ) -> None:
        self._kernel = kernel
        self._exists = accounts.actions.exists
        self._audit = audit
        self._employers = employers
        self._known: Mirror[str, Shown] = Mirror(KNOWN_MAX)
        accounts.actions.on_end.append(self._forget)

    async def of(self, user_id: str) -> Shown | None:
        """What stands in the profile of somebody: each verification with its kind (staff, shop, figure) and name; None without any."""
        return await self._known.of(user_id, self._read) or None

    async def _read(self, user_id: str) -> Shown:
        rows = await self._kernel.database.fetch(store.OF, {"user": user_id})
        found = [{"kind": kind, "name": name} for kind, name in rows]
        return found + [{"kind": "staff", "name": name} for name in await self._employers(user_id)]

    def changed(self, unit: Unit, user_id: str | None) -> None:
        """Adds to a unit that the verifications of somebody follow from something else now; None: those of many."""
        note(unit, VERIFICATIONS, user_id or "")

    def _heard(self, fact: Fact) -> None:
        user_id = noted(fact)
        if user_id:
            self._known.forget(user_id)
        else:
            self._known.clear()

    def _forget(self, unit: Unit, user_id: str) -> None:
        unit.write(store.DROP_OF, {"user": user_id})
        self.changed(unit, user_id)

    # --- in the hands of administrators -------------------------------------------------------------------------------

    def manifest(self) -> Capability:
        """Routes of administrators, and memory."""
        one = f"{ADMIN}/{{userId}}/{{kind}}"
        return Capability(
            name="verifications",
            purpose="Who is verified: staff, shops and public figures, in a field of the profile that nobody can set",
            mirrors={VERIFICATIONS: self._heard},
            routes=(
                Route("GET", ADMIN, self._page, gives=GivenVerificationPage),
                Route("PUT", one, self._give, takes=NewVerification),
                Route("DELETE", one, self._take),
            ),
        )

    async def _page(self, request: Request) -> Response:
        """Lists the verifications that administrators gave."""
        administrator(request)
        limit = page_limit(request)
        # User ids have no spaces.
        user_id, _, kind = (request.arg("from") or "").partition(" ")
        asked = {"after_user": user_id, "after_kind": kind, "most": limit + 1}
        rows = await self._kernel.database.fetch(store.PAGE, asked)
        found = [GivenVerification(*row) for row in rows[:limit]]
        following = f"{found[-1].user_id} {found[-1].kind}" if len(rows) > limit else None
        return answer_struct(GivenVerificationPage(found, following))

    async def _give(self, request: Request) -> Response:
        """Says that somebody is verified as `staff`, `shop` or `figure`; a verification of the kind that she has is replaced."""
        caller, user_id, kind = administrator(request), self._person(request), _kind(request)
        name = " ".join(request.typed(NewVerification).name.split())
        if not name or len(name) > NAME_CHARACTERS_MAX or not name.isprintable():
            raise invalid_param(
                f"The name of a verification has 1 to {NAME_CHARACTERS_MAX} characters that can be read"
            )
        if not await self._exists(user_id):
            raise not_found("There is no such person on this server")

        async def work(tx: Tx) -> None:
            old = await _given(tx, user_id, kind)
            if old == name:
                return
            row = {"user_id": user_id, "kind": kind, "name": name, "given_by": caller.user_id}
            await tx.execute(store.GIVE, {**row, "given_ms": self._kernel.clock.now_ms()})
            new = {"kind": kind, "name": name}
            tx.unit.writes.append(self._audit.entry(caller.user_id, "verification.give", user_id, old=old, new=new))
            self.changed(tx.unit, user_id)

        await self._kernel.database.transaction(work)
        return Response()

    async def _take(self, request: Request) -> Response:
        """Takes a verification away that an administrator gave; it is gone at once."""
        caller, user_id, kind = administrator(request), self._person(request), _kind(request)

        async def work(tx: Tx) -> None:
            old = await _given(tx, user_id, kind)
            if old is None:
                return
            await tx.execute(store.DROP, {"user": user_id, "such": kind})
            gone = {"kind": kind, "name": old}
            tx.unit.writes.append(self._audit.entry(caller.user_id, "verification.take", user_id, old=gone))
            self.changed(tx.unit, user_id)

        await self._kernel.database.transaction(work)
        return Response()

    def _person(self, request: Request) -> str:
        return check_local(request.params["userId"], self._kernel.server_name)


async def _given(tx: Tx, user_id: str, kind: str) -> Any:
    rows = await tx.fetch(store.OF, {"user": user_id})
    return dict(tuple(row) for row in rows).get(kind)


def _kind(request: Request) -> str:
    kind = request.params["kind"]
    if kind not in KINDS:
        raise invalid_param(f"kind must be one of {', '.join(KINDS)}")
    return kind
