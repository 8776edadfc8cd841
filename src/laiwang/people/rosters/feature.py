"""Rosters and their manifest."""

from __future__ import annotations

from laiwang.kernel.capability import Capability, Request, Response, Route, answer_struct
from laiwang.kernel.machine import Kernel
from laiwang.kit.refusals import Refused
from laiwang.matrix.ids import localpart
from laiwang.people.accounts import Accounts
from laiwang.people.addresses import Addresses
from laiwang.people.domains import Domains
from laiwang.people.organisations import Organisations
from laiwang.people.profiles import Profiles
from laiwang.people.rosters.actions import Actions
from laiwang.people.rosters.model import Report
from laiwang.people.rosters.rules import entries_in, written

__all__ = ["Rosters"]

PATH = "/api/v1/organisations/{organisationId}/roster"
FILE_BYTES_MAX = 4 << 20
PAGE = 500


class Rosters:
    """Front door of the capability."""

    def __init__(
        self,
        kernel: Kernel,
        accounts: Accounts,
        addresses: Addresses,
        profiles: Profiles,
        organisations: Organisations,
        domains: Domains,
    ) -> None:
        self._kernel = kernel
        self._addresses = addresses
        self._organisations = organisations
        self._domains = domains
        self.actions = Actions(kernel, accounts, addresses, profiles, organisations, domains)

    def manifest(self) -> Capability:
        """Routes."""
        return Capability(
            name="rosters",
            purpose="The staff of an organisation as a file",
            routes=(
                Route("GET", PATH, self._give),
                Route("POST", PATH, self._take, gives=Report, body_bytes_max=FILE_BYTES_MAX),
            ),
        )

    async def _take(self, request: Request) -> Response:
        """Takes a roster in, a CSV file; with `preview=true` tells what would become of it and does nothing."""
        caller = request.caller
        if caller.is_suspended:
            raise Refused("M_USER_SUSPENDED", 403, "This account is suspended: it can read, but not speak")
        is_preview, of = request.bool_arg("preview"), request.params["organisationId"]
        # Strangers are told first that they are.
        (await self._organisations.standing(self._kernel.database, caller, of)).check_administers()
        return answer_struct(await self.actions.take(caller, of, entries_in(request.body), is_preview=is_preview))

    async def _give(self, request: Request) -> Response:
        """Gives the roster as a CSV file. Addresses are those in the organisation's domains."""
        caller, of = request.caller, request.params["organisationId"]
        database = self._kernel.database
        (await self._organisations.standing(database, caller, of)).check_administers()
        paths = await self._organisations.paths(database, of)
        rows = []
        after = ""
        while True:
            page = await self._organisations.listed(caller, of, after=after, limit=PAGE)
            for member in page.members:
                addresses = [
                    one
                    for one in await self._addresses.of(database, member.user_id)
                    if await self._domains.has(database, of, one)
                ]
                rows.append(
                    {
                        "user_name": localpart(member.user_id),
                        "display_name": member.display_name or "",
                        "email": addresses[0] if addresses else "",
                        "external_id": member.external_id or "",
                        "title": member.title or "",
                        "role": member.role,
                        "departments": "; ".join(paths[post.department_id] for post in member.posts),
                    }
                )
            if page.next is None:
                break
            after = page.next
        headers = [(b"content-disposition", b'attachment; filename="roster.csv"')]
        return Response(written(rows), headers=headers, content_type=b"text/csv; charset=utf-8")
