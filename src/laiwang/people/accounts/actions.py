"""What can be done with an account."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qsl

from laiwang.kernel.capability import Caller
from laiwang.kernel.machine import Kernel
from laiwang.kernel.mirror import Mirror, note, noted
from laiwang.kernel.ports import Conflict, Fact, Unit, Write
from laiwang.kit.refusals import Refused, bad_json, forbidden, unknown_token
from laiwang.matrix.ids import is_user_id, localpart, make_user_id, server_name
from laiwang.people.accounts import store
from laiwang.people.accounts.limits import RateLimits
from laiwang.people.accounts.model import RegistrationSettings
from laiwang.people.accounts.passwords import Passwords
from laiwang.people.devices import Devices
from laiwang.people.services import Service, Services

__all__ = ["ACCOUNT", "Account", "Actions"]

#: kind of the note that the standing or the password of an account has changed
ACCOUNT = "account"
ACCOUNTS_KNOWN_MAX = 50_000


class Account:
    """A stored account."""

    __slots__ = ("is_admin", "is_deactivated", "is_locked", "is_suspended", "password_hash", "user_id")

    def __init__(self, user_id: str, row: tuple[Any, ...]) -> None:
        self.user_id = user_id
        self.password_hash: str | None = row[0]
        self.is_admin, self.is_deactivated, self.is_locked, self.is_suspended = (bool(value) for value in row[1:5])


class Actions:
    """Writes and look-ups. `on_add` and `on_end` add to the unit that makes or ends an account, `on_new_password` to that which gives it
    a new password; `on_deactivate` is called, in order, when it has ended. `also` are rows for the same unit: that of the audit, where an
    administrator acts."""

    def __init__(
        self,
        kernel: Kernel,
        registration: RegistrationSettings,
        passwords: Passwords,
        devices: Devices,
        services: Services,
        limits: RateLimits,
    ) -> None:
        self._kernel = kernel
        self._services = services
        self._limits = limits
        self._registration = registration
        self._passwords = passwords
        self._devices = devices
        self.on_add: list[Callable[[Unit, str], None]] = []
        self.on_end: list[Callable[[Unit, str], None]] = []
        self.on_new_password: list[Callable[[Unit, str, str | None], Awaitable[None]]] = []
        self.on_deactivate: list[Callable[[str], Awaitable[None]]] = []
        self._known: Mirror[str, Account] = Mirror(ACCOUNTS_KNOWN_MAX)

    # --- looking up -----------------------------------------------------------------------------------------------------

    async def account(self, user_id: str) -> Account | None:
        """The account of that exact id."""
        return self._known.get(user_id) or await self._known.of(user_id, self._read)

    async def _read(self, user_id: str) -> Account | None:
        row = await self._kernel.database.fetch_one(store.ACCOUNT, {"user": user_id})
        return None if row is None else Account(user_id, row)

    def heard(self, fact: Fact) -> None:
        """What is known of an account is old."""
        self._known.forget(noted(fact))

    async def exists(self, user_id: str) -> bool:
        """Whether there is such a person who has not left for good."""
        found = await self.account(user_id)
        return found is not None and not found.is_deactivated

    def resolve_name(self, name: object) -> str:
        """The user id of what a person typed: a localpart or a whole id of this server. Raises Refused 400 M_INVALID_USERNAME."""
        if not isinstance(name, str):
            raise bad_json("A user name must be a string")
        if name.startswith("@"):
            if not is_user_id(name) or server_name(name) != self._kernel.server_name:
                raise Refused("M_INVALID_USERNAME", 400, "This is not a user id of this server")
            return f"@{localpart(name).lower()}:{self._kernel.server_name}"
        return make_user_id(name.lower(), self._kernel.server_name)

    async def check_available(self, name: object) -> str:
        """The user id that a new account of that name would have. Raises Refused 400 (M_INVALID_USERNAME, M_USER_IN_USE)."""
        if isinstance(name, str) and name.startswith("@"):
            raise Refused("M_INVALID_USERNAME", 400, "A user name may not start with @")
        user_id = self.resolve_name(name)
        if localpart(user_id).startswith("_"):
            raise Refused("M_INVALID_USERNAME", 400, "A user name may not start with _")
        self._services.check_user(user_id)
        if await self.account(user_id) is not None:
            raise Refused("M_USER_IN_USE", 400, "This name is taken")
        return user_id

    async def find(self, user_id: str) -> bool:
        """As `exists`; an application service that has the id in its namespace may make the account now."""
        if await self.exists(user_id):
            return True
        return await self._services.make_user(user_id) and await self.exists(user_id)

    # --- making and changing --------------------------------------------------------------------------------------------

    async def create(
        self,
        user_id: str,
        password: str | None,
        *,
        is_admin: bool = False,
        token: str | None = None,
        also: Sequence[Write] = (),
    ) -> None:
        """Makes an account; of two at once one wins. `token` is the registration token that it uses up. Raises Refused 400, 403."""
        unit = Unit(writes=[*also])
        await self.add(unit, user_id, password, is_admin=is_admin, token=token)
        await self.commit_new(unit)

    async def add(
        self, unit: Unit, user_id: str, password: str | None, *, is_admin: bool = False, token: str | None = None
    ) -> None:
        """Adds a new account to a unit."""
        now_ms = self._kernel.clock.now_ms()
        if token is not None:
            unit.write(store.USE_REGISTRATION_TOKEN, {"token": token, "now_ms": now_ms}, rows_expected=1)
        unit.write(
            store.ADD,
            {
                "user_id": user_id,
                "password_hash": None if password is None else await self._passwords.hash(password),
                "is_admin": int(is_admin),
                "is_deactivated": 0,
                "is_locked": 0,
                "is_suspended": 0,
                "created_ms": now_ms,
            },
        )
        for hook in self.on_add:
            hook(unit, user_id)

    async def commit_new(self, unit: Unit) -> None:
        """Commits a unit with a new account. Raises Refused 400 M_USER_IN_USE, 403 when the registration token is used up."""
        try:
            await self._kernel.log.append(unit)
        except Conflict as error:
            if "guard" in str(error):
                raise forbidden("The registration token or the address that was shown is not valid any more") from error
            raise Refused("M_USER_IN_USE", 400, "This name is taken") from error

    async def set_password(
        self,
        user_id: str,
        password: str,
        *,
        keep_device: str | None,
        log_out: bool,
        accept_language: str | None = None,
        also: Sequence[Write] = (),
    ) -> None:
        """Sets a password; with `log_out` every device but `keep_device` goes. `accept_language` is what her request said where she did it
        herself, None where an administrator did."""
        unit = Unit(writes=[*also])
        for hook in self.on_new_password:
            await hook(unit, user_id, accept_language)
        hashed = await self._passwords.hash(password)
        unit.write(store.SET_PASSWORD, {"user": user_id, "hashed": hashed}, rows_expected=1)
        if log_out:
            for device_id in await self._devices.ids_of(user_id):
                if device_id != keep_device:
                    self._devices.remove(unit, user_id, device_id)
        await self._commit(unit, user_id)

    async def rehash(self, account: Account, password: str) -> None:
        """Stores the same password by today's parameters."""
        unit = Unit()
        unit.write(store.SET_PASSWORD, {"user": account.user_id, "hashed": await self._passwords.hash(password)})
        await self._commit(unit, account.user_id)

    async def set_admin(self, user_id: str, is_admin: bool, *, also: Sequence[Write] = ()) -> None:
        """Makes somebody an administrator, or no longer."""
        unit = Unit(writes=[*also])
        unit.write(store.SET_ADMIN, {"user": user_id, "admin": int(is_admin)}, rows_expected=1)
        await self._commit(unit, user_id)

    async def set_locked(self, user_id: str, is_locked: bool, *, also: Sequence[Write] = ()) -> None:
        """Locks an account, so that all it can do is log out, or unlocks it. Source: CS "Account locking"."""
        unit = Unit(writes=[*also])
        unit.write(store.SET_LOCKED, {"user": user_id, "locked": int(is_locked)}, rows_expected=1)
        await self._commit(unit, user_id)

    def lock(self, unit: Unit, user_id: str, *, is_locked: bool = True) -> None:
        """Locks or unlocks an account in a unit."""
        unit.write(store.SET_LOCKED, {"user": user_id, "locked": int(is_locked)}, rows_expected=1)
        note(unit, ACCOUNT, user_id)

    async def set_suspended(self, user_id: str, is_suspended: bool, *, also: Sequence[Write] = ()) -> None:
        """Suspends an account, so that it can read but not speak, or lifts that. Source: CS "Account suspension"."""
        unit = Unit(writes=[*also])
        unit.write(store.SET_SUSPENDED, {"user": user_id, "suspended": int(is_suspended)}, rows_expected=1)
        await self._commit(unit, user_id)

    async def deactivate(self, user_id: str, *, also: Sequence[Write] = ()) -> None:
        """Ends an account: rooms are left, devices go, and nobody can log in or take the name again. Can be run again."""
        unit = Unit(writes=[*also])
        unit.write(store.DEACTIVATE, {"user": user_id}, rows_expected=1)
        for end in self.on_end:
            end(unit, user_id)
        for device_id in await self._devices.ids_of(user_id):
            self._devices.remove(unit, user_id, device_id)
        await self._commit(unit, user_id)
        for hook in self.on_deactivate:
            await hook(user_id)

    async def log_out(self, user_id: str, device_id: str, *, also: Sequence[Write] = ()) -> None:
        """Removes one device."""
        unit = Unit(writes=[*also])
        self._devices.remove(unit, user_id, device_id)
        await self._kernel.log.append(unit)

    async def log_out_everywhere(self, user_id: str, *, also: Sequence[Write] = ()) -> None:
        """Removes every device."""
        unit = Unit(writes=[*also])
        for device_id in await self._devices.ids_of(user_id):
            self._devices.remove(unit, user_id, device_id)
        if unit.writes:
            await self._kernel.log.append(unit)

    async def _commit(self, unit: Unit, user_id: str) -> None:
        note(unit, ACCOUNT, user_id)
        await self._kernel.log.append(unit)

    # --- logging in -----------------------------------------------------------------------------------------------------

    async def verify(self, user_id: str, password: object) -> Account | None:
        """The account if this is its password; takes as long when there is none."""
        account = await self.account(user_id)
        usable = account is not None and not account.is_deactivated
        hashed = account.password_hash if account is not None and usable else None
        if not await self._passwords.verify(hashed, password):
            return None
        assert account is not None
        if hashed is not None and isinstance(password, str) and self._passwords.is_outdated(hashed):
            await self.rehash(account, password)
        return account

    async def open_session(
        self, user_id: str, body: dict[str, Any], ip: str, *, unit: Unit | None = None
    ) -> dict[str, Any]:
        """The part of a login's or registration's answer that speaks of the new device; `unit` holds a new account."""
        device_id = body.get("device_id")
        name = body.get("initial_device_display_name")
        refreshable = body.get("refresh_token", False)
        if name is not None and not isinstance(name, str):
            raise bad_json("initial_device_display_name must be a string")
        if not isinstance(refreshable, bool):
            raise bad_json("refresh_token must be true or false")
        device_id = self._devices.new_id() if device_id is None else self._devices.check_id(device_id)
        is_known = unit is None and await self._devices.exists(user_id, device_id)
        new = Unit() if unit is None else unit
        issued = self._devices.add(
            new, user_id, device_id, display_name=name, ip=ip, refreshable=refreshable, is_known=is_known
        )
        if unit is None:
            await self._kernel.log.append(new)
        else:
            await self.commit_new(new)
        return {
            "user_id": user_id,
            "device_id": device_id,
            "home_server": self._kernel.server_name,
            **issued.fields(),
        }

    async def authenticate(self, token: str, *, is_logout: bool = False, query: bytes = b"") -> Caller:
        """Who holds an access token; the `query` of the request says in whose name an application service asks.

        Raises Refused 401 M_UNKNOWN_TOKEN or M_USER_LOCKED; for an application service 403, or 400 M_UNKNOWN_DEVICE.
        """
        service = self._services.by_token(token)
        if service is not None:
            return await self._masked(service, query)
        user_id, device_id = await self._devices.tokens.find(token)
        account = self._known.get(user_id) or await self.account(user_id)
        if account is None or account.is_deactivated:
            raise unknown_token()
        if account.is_locked and not is_logout:
            raise Refused("M_USER_LOCKED", 401, "This account is locked", {"soft_logout": True})
        return Caller(user_id, device_id, is_admin=account.is_admin, is_suspended=account.is_suspended)

    async def _masked(self, service: Service, query: bytes) -> Caller:
        """An application service, as itself or as a person of its namespace. Source: AS "Identity assertion"."""
        asked = dict(parse_qsl(query.decode("latin-1"), max_num_fields=200)) if query else {}
        user_id = asked.get("user_id", service.sender)
        if not service.is_mine(user_id):
            raise forbidden("This person is not in the namespace of the application service")
        account = await self.account(user_id)
        if account is None or account.is_deactivated:
            raise forbidden("The application service has not registered this person")
        device_id = asked.get("device_id", asked.get("org.matrix.msc3202.device_id"))
        if device_id is not None and not await self._devices.exists(user_id, device_id):
            raise Refused("M_UNKNOWN_DEVICE", 400, "This person has no such device")
        if not service.rate_limited:
            self._limits.lift()
        return Caller(
            user_id,
            device_id,
            is_admin=account.is_admin,
            is_suspended=account.is_suspended,
            service_id=service.id,
        )

    async def add_senders(self) -> None:
        """Makes the accounts that the application services themselves are."""
        for service in self._services.all:
            if await self.account(service.sender) is None:
                with suppress(Refused):  # another process that starts as well was faster
                    await self.create(service.sender, None)

    # --- registration tokens --------------------------------------------------------------------------------------------

    async def is_valid_registration_token(self, token: str) -> bool:
        """Whether somebody could register with it now."""
        row = await self._kernel.database.fetch_one(store.REGISTRATION_TOKEN, {"token": token})
        if row is None:
            return False
        uses_left, expires_ms = row
        return (uses_left is None or uses_left > 0) and (expires_ms is None or expires_ms > self._kernel.clock.now_ms())

    async def add_registration_token(
        self,
        token: str | None = None,
        *,
        uses: int | None = None,
        expires_ms: int | None = None,
        also: Callable[[str], Sequence[Write]] = lambda _: (),
    ) -> str:
        """Makes a registration token; `also` is given its name. Raises Refused 400 when there is one of that name."""
        name = token or self._kernel.chance.token(12)
        if len(name) > 64 or not all(one.isalnum() or one in "._~-" for one in name):
            raise Refused("M_INVALID_PARAM", 400, "A token has at most 64 characters of A-Z a-z 0-9 . _ ~ -")
        unit = Unit(writes=[*also(name)])
        unit.write(
            store.ADD_REGISTRATION_TOKEN,
            {
                "token": name,
                "uses_left": uses,
                "expires_ms": expires_ms,
                "created_ms": self._kernel.clock.now_ms(),
            },
        )
        try:
            await self._kernel.log.append(unit)
        except Conflict as error:
            raise Refused("M_INVALID_PARAM", 400, "There is such a token already") from error
        return name

    async def registration_tokens(self) -> list[tuple[str, int | None, int | None]]:
        """(token, uses left, expires) of each."""
        return [(row[0], row[1], row[2]) for row in await self._kernel.database.fetch(store.REGISTRATION_TOKENS)]

    async def registration_token(self, token: str) -> tuple[int | None, int | None] | None:
        """(uses left, expires) of one, None when there is none."""
        row = await self._kernel.database.fetch_one(store.REGISTRATION_TOKEN, {"token": token})
        return None if row is None else (row[0], row[1])

    async def change_registration_token(
        self, token: str, *, uses: int | None, expires_ms: int | None, also: Sequence[Write] = ()
    ) -> None:
        """Sets how often and until when a registration token can be used."""
        unit = Unit(writes=[*also])
        params = {"token": token, "uses": uses, "expires": expires_ms}
        unit.write(store.CHANGE_REGISTRATION_TOKEN, params, rows_expected=1)
        await self._kernel.log.append(unit)

    async def drop_registration_token(self, token: str, *, also: Sequence[Write] = ()) -> None:
        """Ends a registration token."""
        unit = Unit(writes=[*also])
        unit.write(store.DROP_REGISTRATION_TOKEN, {"token": token})
        await self._kernel.log.append(unit)
