"""Work domains and their manifest."""

from __future__ import annotations

from typing import Any

from laiwang.kernel.capability import Capability, Request, Response, Route, answer_struct
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Reads, Tx, Unit
from laiwang.kit.refusals import Refused, forbidden, not_found
from laiwang.people.addresses import Addresses
from laiwang.people.administration import administrator, page_limit
from laiwang.people.domains import store
from laiwang.people.domains.model import Claim, ClaimList, Confirmation, Joinable, JoinableList
from laiwang.people.domains.rules import check_domain, domain_of
from laiwang.people.organisations import Joined, Organisations
from laiwang.people.repeats import Repeats

__all__ = ["Domains"]

OF = "/api/v1/organisations/{organisationId}/domains"
DOMAINS_MAX = 50


class Domains:
    """Claims, what is confirmed, and joining by an address."""

    def __init__(self, kernel: Kernel, organisations: Organisations, addresses: Addresses, repeats: Repeats) -> None:
        self._kernel = kernel
        self._organisations = organisations
        self._addresses = addresses
        self._repeats = repeats
        organisations.actions.on_remove.append(self._bar)
        organisations.actions.on_end.append(self._forget)

    async def has(self, reads: Reads, organisation_id: str, address: str) -> bool:
        """Whether a canonical address is in a domain that is confirmed to be the organisation's."""
        row = await reads.fetch_one(store.HOLDER, {"such": domain_of(address)})
        return row is not None and row[0] == organisation_id

    def _bar(self, unit: Unit, organisation_id: str, user_id: str) -> None:
        """Who was taken out comes back by invitation only."""
        now_ms = self._kernel.clock.now_ms()
        unit.write(store.BAR, {"organisation_id": organisation_id, "user_id": user_id, "since_ms": now_ms})

    def _forget(self, unit: Unit, organisation_id: str) -> None:
        for statement in (store.DROP_OF, store.DROP_BARS_OF):
            unit.write(statement, {"of": organisation_id})

    def manifest(self) -> Capability:
        """Routes."""
        admin = "/api/v1/admin/organisations/{organisationId}/domains/{domain}"
        return Capability(
            name="domains",
            purpose="Joining an organisation by an e-mail address at work",
            routes=(
                Route("GET", OF, self._claims_of, gives=ClaimList),
                Route("PUT", f"{OF}/{{domain}}", self._claim, gives=Claim),
                Route("DELETE", f"{OF}/{{domain}}", self._drop),
                Route("GET", "/api/v1/admin/domains", self._claims, gives=ClaimList),
                Route("PUT", admin, self._confirm, takes=Confirmation),
                Route("GET", "/api/v1/organisations/joinable", self._joinable, gives=JoinableList),
                Route("POST", "/api/v1/organisations/{organisationId}/join", self._join, gives=Joined),
            ),
        )

    # --- claims -------------------------------------------------------------------------------------------------------

    async def _claims_of(self, request: Request) -> Response:
        """Lists the domains that an organisation claims, for those who administer it."""
        of = request.params["organisationId"]
        (await self._organisations.standing(self._kernel.database, request.caller, of)).check_administers()
        rows = await self._kernel.database.fetch(store.CLAIMS_OF, {"of": of})
        return answer_struct(ClaimList([Claim(*row) for row in rows]))

    async def _claim(self, request: Request) -> Response:
        """Claims a domain; an administrator of the server confirms it."""
        caller, of, domain = request.caller, request.params["organisationId"], check_domain(request.params["domain"])

        async def work(tx: Tx) -> Claim:
            (await self._organisations.standing(tx, caller, of)).check_administers()
            rows = await tx.fetch(store.CLAIMS_OF, {"of": of})
            for row in rows:
                if row[0] == domain:
                    return Claim(*row)
            if len(rows) >= DOMAINS_MAX:
                raise forbidden(f"An organisation has at most {DOMAINS_MAX} domains")
            claim = Claim(domain, of, caller.user_id, self._kernel.clock.now_ms(), None, None)
            await tx.execute(store.CLAIM, {name: getattr(claim, name) for name in claim.__struct_fields__})
            self._organisations.actions.told(tx, caller.user_id, "claim_domain", of, new=domain)
            return claim

        return await self._repeats.once(request, caller.user_id, work)

    async def _drop(self, request: Request) -> Response:
        """Takes a claim back. Who joined by it stays."""
        caller, of, domain = request.caller, request.params["organisationId"], check_domain(request.params["domain"])

        async def work(tx: Tx) -> None:
            (await self._organisations.standing(tx, caller, of)).check_administers()
            if await tx.execute(store.DROP, {"of": of, "such": domain}):
                self._organisations.actions.told(tx, caller.user_id, "drop_domain", of, old=domain)

        return await self._repeats.once(request, caller.user_id, work)

    async def _claims(self, request: Request) -> Response:
        """Lists what is claimed on the server, for its administrators."""
        administrator(request)
        limit = page_limit(request)
        domain, _, of = (request.arg("from") or "").partition(" ")
        asked = {"after_domain": domain, "after_of": of, "most": limit + 1}
        rows = await self._kernel.database.fetch(store.CLAIMS, asked)
        found = [Claim(*row) for row in rows[:limit]]
        following = f"{found[-1].domain} {found[-1].organisation_id}" if len(rows) > limit else None
        return answer_struct(ClaimList(found, following))

    async def _confirm(self, request: Request) -> Response:
        """Says whether a domain that is claimed is the organisation's own; one organisation has it at a time."""
        caller, of, domain = administrator(request), request.params["organisationId"], request.params["domain"]
        wanted = request.typed(Confirmation).is_confirmed

        async def work(tx: Tx) -> None:
            row = await tx.fetch_one(store.CLAIMED, {"of": of, "such": domain})
            if row is None:
                raise not_found("The organisation does not claim this domain")
            if (row[5] is not None) == wanted:
                return
            holder = await tx.fetch_one(store.HOLDER, {"such": domain})
            if wanted and holder is not None:
                if await self._organisations.exists(tx, holder[0]):
                    raise Refused("M_UNKNOWN", 409, "Another organisation has this domain")
                await tx.execute(store.DROP, {"of": holder[0], "such": domain})
            params: dict[str, Any] = {"of": of, "such": domain}
            if wanted:
                await tx.execute(store.CONFIRM, {**params, "by": caller.user_id, "at_ms": self._kernel.clock.now_ms()})
            else:
                await tx.execute(store.WITHDRAW, params)
            new = {"domain": domain, "is_confirmed": wanted}
            self._organisations.actions.told(tx, caller.user_id, "confirm_domain", of, new=new)

        return await self._repeats.once(request, caller.user_id, work)

    # --- joining ------------------------------------------------------------------------------------------------------

    async def _joinable(self, request: Request) -> Response:
        """Lists the organisations that one can join by an address of one's own."""
        found = []
        for domain, of in await self._open_to(self._kernel.database, request.caller.user_id):
            shown = await self._organisations.seen_by_joiner(self._kernel.database, of, request.caller.user_id)
            if shown is not None:
                found.append(Joinable(of, *shown, domain))
        return answer_struct(JoinableList(found))

    async def _join(self, request: Request) -> Response:
        """Joins an organisation by an address of one's own, as staff."""
        caller, of = request.caller, request.params["organisationId"]
        if caller.is_suspended:
            raise Refused("M_USER_SUSPENDED", 403, "This account is suspended: it can read, but not speak")

        async def work(tx: Tx) -> Joined:
            domains = [domain for domain, id in await self._open_to(tx, caller.user_id) if id == of]
            if not domains or not await self._organisations.exists(tx, of):
                raise not_found("You can join no such organisation by an address of yours")
            shown = await self._organisations.seen_by_joiner(tx, of, caller.user_id)
            if shown is not None:
                actions = self._organisations.actions
                await actions.check_room_for(tx, caller.user_id)
                await actions.enter(tx, of, caller.user_id, "staff", source="domain")
                actions.told(tx, caller.user_id, "join_by_domain", of, new=domains[0])
            standing = await self._organisations.standing(tx, caller, of)
            return Joined(of, standing.own_role or standing.role)

        return await self._repeats.once(request, caller.user_id, work)

    async def _open_to(self, reads: Reads, user_id: str) -> list[tuple[str, str]]:
        """(domain, organisation) by the addresses of somebody, who was not taken out of it."""
        domains = sorted({domain_of(address) for address in await self._addresses.of(reads, user_id)})
        if not domains:
            return []
        found = []
        for domain, of in await reads.fetch(store.CONFIRMED_AMONG, {"some": domains}):
            if await reads.fetch_one(store.IS_BARRED, {"of": of, "user": user_id}) is None:
                found.append((domain, of))
        return found
