"""Addresses in the hands of administrators, who see them and can take one away, and cannot give any: nobody but its owner can show that
it is hers. Our own API; docs/administering.md."""

from __future__ import annotations

from laiwang.kernel.capability import Request, Response, answer_struct
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Conflict, Unit
from laiwang.kit.refusals import Refused, not_found
from laiwang.people.accounts import Accounts
from laiwang.people.addresses import store
from laiwang.people.addresses.actions import Actions
from laiwang.people.addresses.model import AddressEntry, AddressList
from laiwang.people.addresses.rules import canonical
from laiwang.people.administration import administrator, check_local
from laiwang.people.audit import Audit

__all__ = ["Custody"]


class Custody:
    """Handlers. Without `actions`, where the server sends no mail, addresses of earlier are still here, and can still go."""

    def __init__(self, kernel: Kernel, accounts: Accounts, audit: Audit, actions: Actions | None) -> None:
        self._kernel = kernel
        self._accounts = accounts
        self._audit = audit
        self._actions = actions

    async def of_person(self, request: Request) -> Response:
        """GET people/{userId}/addresses."""
        administrator(request)
        rows = await self._kernel.database.fetch(store.OF, {"user": await self._known(request)})
        return answer_struct(AddressList([AddressEntry(*row) for row in rows]))

    async def remove(self, request: Request) -> Response:
        """DELETE people/{userId}/addresses/{address}: the address is told by mail."""
        caller = administrator(request)
        user_id = await self._known(request)
        try:
            address = canonical(request.params["address"])
        except Refused as error:
            raise _not_hers() from error
        entry = self._audit.entry(caller.user_id, "address.remove", user_id, old={"address": address})
        if self._actions is not None:
            is_gone = await self._actions.remove(user_id, address, None, also=[entry])
        else:
            unit = Unit(writes=[entry])
            unit.write(store.REMOVE, {"of_address": address, "user": user_id}, rows_expected=1)
            try:
                await self._kernel.log.append(unit)
                is_gone = True
            except Conflict:
                is_gone = False
        if not is_gone:
            raise _not_hers()
        return Response()

    async def _known(self, request: Request) -> str:
        user_id = check_local(request.params["userId"], self._kernel.server_name)
        if await self._accounts.actions.account(user_id) is None:
            raise not_found("There is no such person on this server")
        return user_id


def _not_hers() -> Refused:
    return not_found("This person has no such address")
