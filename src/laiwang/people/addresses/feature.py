"""Addresses and their manifest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from laiwang.kernel.capability import Capability, Route
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Reads, Unit
from laiwang.kit.refusals import Refused
from laiwang.people.accounts import Accounts, AddressUse, Proved
from laiwang.people.addresses import store
from laiwang.people.addresses.actions import Actions, TakeLimit
from laiwang.people.addresses.custody import Custody
from laiwang.people.addresses.jobs import Outbox
from laiwang.people.addresses.letters import Letters, WrongSender
from laiwang.people.addresses.model import AddressList, EmailSettings
from laiwang.people.addresses.routes import Routes
from laiwang.people.addresses.rules import canonical
from laiwang.people.audit import Audit

__all__ = ["Addresses", "WrongEmailSettings"]

CLIENT = "/_matrix/client/v3"
CONFIRM = "/api/v1/addresses/confirm"
OF_PERSON = "/api/v1/admin/people/{userId}/addresses"


class WrongEmailSettings(ValueError):
    """Settings that do not go together; the text begins with the name of one."""


class Addresses:
    """E-mail addresses of people. Without `settings.host` nobody can be sent a mail, and whoever asks for one is told so.

    `public_url` is where the links in mails lead: what a request says of its host could be anybody's. Raises WrongEmailSettings.
    """

    def __init__(
        self,
        kernel: Kernel,
        settings: EmailSettings,
        accounts: Accounts,
        audit: Audit,
        *,
        public_url: str,
        is_needed_to_register: bool,
        take_limit: TakeLimit,
    ) -> None:
        self._kernel = kernel
        self.is_needed_to_register = is_needed_to_register
        self._outbox: Outbox | None = None
        self._actions: Actions | None = None
        if settings.host:
            if not public_url:
                raise WrongEmailSettings("email.host needs server.public_url: the links in mails lead there")
            lifetime_ms = settings.link_lifetime_s * 1000
            try:
                letters = Letters(settings.sender, kernel.server_name, minutes=max(1, settings.link_lifetime_s // 60))
            except WrongSender as error:
                raise WrongEmailSettings(f"email.sender is wrong: {error}") from error
            self._outbox = Outbox(
                kernel, letters, link_base=public_url.rstrip("/") + CONFIRM, link_lifetime_ms=lifetime_ms
            )
            self._actions = Actions(kernel, link_lifetime_ms=lifetime_ms, take_limit=take_limit, wake=self._outbox.wake)
            accounts.use_addresses(self)
            accounts.actions.on_end.append(self._actions.forget)
            accounts.actions.on_new_password.append(self._actions.tell_of_password)
        elif is_needed_to_register:
            raise WrongEmailSettings("registration.email_required needs email.host: an address is confirmed by a mail")
        self._custody = Custody(kernel, accounts, audit, self._actions)
        self._routes = Routes(
            kernel,
            self._actions,
            asks_to_register=is_needed_to_register,
            origins=frozenset(map(_origin, (public_url, *settings.next_link_origins))),
            require_uia=accounts.require_uia,
        )

    async def of(self, reads: Reads, user_id: str) -> list[str]:
        """The addresses that somebody has shown to be hers, in canonical form."""
        return [str(row[0]) for row in await reads.fetch(store.OF, {"user": user_id})]

    @staticmethod
    def canonical(address: str) -> str:
        """The form in which addresses are kept and compared. Raises Refused 400."""
        return canonical(address)

    async def holder(self, reads: Reads, address: str) -> str | None:
        """Whose a canonical address is."""
        row = await reads.fetch_one(store.OWNER, {"of_address": address})
        return None if row is None else str(row[0])

    def give(self, unit: Unit, user_id: str, address: str) -> None:
        """Gives a canonical address to a new account, on the word of those whose domain it is in; a Conflict when it is somebody's."""
        now_ms = self._kernel.clock.now_ms()
        row = {"address": address, "user_id": user_id, "validated_ms": now_ms, "added_ms": now_ms}
        unit.write(store.ADD, row)

    # --- what accounts ask (`accounts.AddressBook`) -----------------------------------------------------------------------

    async def owner(self, medium: object, address: object) -> str | None:
        """Whose an address is, as somebody typed it."""
        if self._actions is None or medium != "email" or not isinstance(address, str):
            return None
        try:
            return await self._actions.owner(canonical(address))
        except Refused:
            return None

    async def proved(self, use: AddressUse, credentials: object) -> Proved | None:
        """The proof that a `threepid_creds` names, once it is confirmed."""
        if self._actions is None or not isinstance(credentials, Mapping):
            return None
        sid, secret = credentials.get("sid"), credentials.get("client_secret")
        if not isinstance(sid, str) or not isinstance(secret, str):
            return None
        return await self._actions.proved(use, sid, secret)

    def spend(self, unit: Unit, proof: Proved, user_id: str) -> None:
        """Uses a proof up in a unit; a Conflict when it has been."""
        assert self._actions is not None
        self._actions.spend(unit, proof, user_id)

    def keep(self, unit: Unit, proof: Proved, user_id: str) -> None:
        """Gives the address to a new account in its unit; a Conflict when it is somebody's."""
        assert self._actions is not None
        self._actions.keep(unit, proof, user_id)

    # --- the manifest -----------------------------------------------------------------------------------------------------

    def manifest(self) -> Capability:
        """Routes, the outbox, and whether addresses can be changed."""
        one = self._routes
        three: list[tuple[str, Any, str]] = [
            ("account/3pid", one.validate_new, "requestTokenTo3PID"),
            ("account/password", one.validate_for_password, "requestTokenToResetPassword"),
            ("register", one.validate_for_registration, "requestTokenToRegister"),
        ]
        asking = [
            Route(
                "POST",
                f"{CLIENT}/{path}/{medium}/requestToken",
                handler,
                auth="optional" if name == "requestTokenTo3PID" else "none",
                operation=f"{name}{suffix}",
            )
            for medium, suffix in (("email", "Email"), ("msisdn", "MSISDN"))
            for path, handler, name in three
        ]
        return Capability(
            name="addresses",
            purpose="E-mail addresses of people: shown to be theirs, to log in, to register and for forgotten passwords",
            routes=(
                Route("GET", f"{CLIENT}/account/3pid", one.of_caller, operation="getAccount3PIDs"),
                Route("POST", f"{CLIENT}/account/3pid/add", one.add, operation="add3PID"),
                Route("POST", f"{CLIENT}/account/3pid/bind", one.bind, operation="bind3PID"),
                Route("POST", f"{CLIENT}/account/3pid/delete", one.delete, operation="delete3pidFromAccount"),
                Route("POST", f"{CLIENT}/account/3pid/unbind", one.unbind, operation="unbind3pidFromAccount"),
                *asking,
                Route("GET", CONFIRM, one.confirm, auth="none"),
                Route("POST", CONFIRM, one.confirm, auth="none"),
                Route("GET", OF_PERSON, self._custody.of_person, gives=AddressList),
                Route("DELETE", f"{OF_PERSON}/{{address}}", self._custody.remove),
            ),
            on_start=self._start,
            on_stop=self._stop,
            client_capabilities={"m.3pid_changes": {"enabled": self._actions is not None}},
        )

    async def _start(self) -> None:
        if self._outbox is not None:
            await self._outbox.start()

    async def _stop(self) -> None:
        if self._outbox is not None:
            await self._outbox.stop()


def _origin(url: str) -> str:
    """The origin of a URL that the operator wrote down."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower()
