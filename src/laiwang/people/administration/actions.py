"""What administrators do to accounts. `actor` is who acts, for the audit."""

from __future__ import annotations

from laiwang.kernel.machine import Kernel
from laiwang.kit.refusals import forbidden, not_found
from laiwang.people.accounts import Account, Accounts
from laiwang.people.administration.rules import Acting
from laiwang.people.audit import Audit
from laiwang.people.devices import Devices

__all__ = ["Actions"]

PASSWORD_BYTES = 12


class Actions:
    """Acts on accounts, devices and registration tokens, each in one unit with its entry in the audit."""

    def __init__(self, kernel: Kernel, accounts: Accounts, devices: Devices, audit: Audit) -> None:
        self._kernel = kernel
        self._accounts = accounts
        self._actions = accounts.actions
        self._devices = devices
        self._audit = audit

    # --- accounts -----------------------------------------------------------------------------------------------------

    async def create(self, actor: Acting, name: str, password: str | None, *, is_admin: bool) -> tuple[str, str | None]:
        """A new account: its id, and its password where that was made up here. Raises Refused 400."""
        user_id = await self._actions.check_available(name)
        made_up = None if password is not None else self._kernel.chance.token(PASSWORD_BYTES)
        chosen = self._accounts.check_new_password(password if password is not None else made_up)
        entry = self._audit.entry(actor, "person.create", user_id, new={"is_admin": is_admin})
        await self._actions.create(user_id, chosen, is_admin=is_admin, also=[entry])
        return user_id, made_up

    async def reset_password(self, actor: Acting, user_id: str, password: str | None, *, log_out: bool) -> str | None:
        """Gives somebody a new password; answers it where it was made up here. Raises Refused 400, 404."""
        await self.check_known(user_id)
        made_up = None if password is not None else self._kernel.chance.token(PASSWORD_BYTES)
        chosen = self._accounts.check_new_password(password if password is not None else made_up)
        entry = self._audit.entry(actor, "person.reset_password", user_id, new={"log_out": log_out})
        await self._actions.set_password(user_id, chosen, keep_device=None, log_out=log_out, also=[entry])
        return made_up

    async def deactivate(self, actor: Acting, user_id: str) -> None:
        """Ends an account for good. Raises Refused 403 for one's own, 404."""
        self._check_other(actor, user_id)
        await self.check_known(user_id)
        entry = self._audit.entry(actor, "person.deactivate", user_id)
        await self._actions.deactivate(user_id, also=[entry])

    async def set_admin(self, actor: Acting, user_id: str, is_admin: bool) -> None:
        """Makes somebody an administrator, or no longer. Raises Refused 403 for oneself, 404."""
        self._check_other(actor, user_id)
        account = await self.check_known(user_id)
        if account.is_admin == is_admin:
            return
        entry = self._audit.entry(actor, "person.set_admin", user_id, old=account.is_admin, new=is_admin)
        await self._actions.set_admin(user_id, is_admin, also=[entry])

    async def set_locked(self, actor: Acting, user_id: str, is_locked: bool) -> None:
        """Locks or unlocks. Raises Refused 403 for oneself and for administrators, 404."""
        account = await self._moderated(actor, user_id)
        if account.is_locked != is_locked:
            entry = self._audit.entry(actor, "person.set_locked", user_id, old=account.is_locked, new=is_locked)
            await self._actions.set_locked(user_id, is_locked, also=[entry])

    async def set_suspended(self, actor: Acting, user_id: str, is_suspended: bool) -> None:
        """Suspends, or lifts it. Raises Refused 403 for oneself and for administrators, 404."""
        account = await self._moderated(actor, user_id)
        if account.is_suspended != is_suspended:
            entry = self._audit.entry(
                actor, "person.set_suspended", user_id, old=account.is_suspended, new=is_suspended
            )
            await self._actions.set_suspended(user_id, is_suspended, also=[entry])

    async def check_known(self, user_id: str) -> Account:
        """The account of somebody who has not left for good. Raises Refused 404."""
        account = await self._actions.account(user_id)
        if account is None or account.is_deactivated:
            raise not_found("There is no such person on this server")
        return account

    async def check_moderated(self, user_id: str) -> Account:
        """As `check_known`, and no administrator. Raises Refused 403."""
        account = await self.check_known(user_id)
        if account.is_admin:
            raise forbidden("This person is an administrator")
        return account

    async def _moderated(self, actor: Acting, user_id: str) -> Account:
        self._check_other(actor, user_id)
        return await self.check_moderated(user_id)

    def _check_other(self, actor: Acting, user_id: str) -> None:
        # Whoever shuts herself out may shut out the last one who could let her in again.
        if actor == user_id:
            raise forbidden("Another administrator has to do this to your account")

    # --- devices ------------------------------------------------------------------------------------------------------

    async def remove_device(self, actor: Acting, user_id: str, device_id: str) -> None:
        """Logs a device out. Raises Refused 404."""
        await self.check_known(user_id)
        if not await self._devices.exists(user_id, device_id):
            raise not_found("There is no such device")
        entry = self._audit.entry(actor, "device.remove", user_id, old={"device_id": device_id})
        await self._actions.log_out(user_id, device_id, also=[entry])

    async def remove_devices(self, actor: Acting, user_id: str) -> None:
        """Logs every device out. Raises Refused 404."""
        await self.check_known(user_id)
        ids = await self._devices.ids_of(user_id)
        if ids:
            entry = self._audit.entry(actor, "device.remove_all", user_id, old={"device_ids": ids})
            await self._actions.log_out_everywhere(user_id, also=[entry])

    # --- registration tokens ------------------------------------------------------------------------------------------

    async def add_token(self, actor: Acting, token: str | None, *, uses: int | None, expires_ms: int | None) -> str:
        """A new registration token. Raises Refused 400."""
        new = {"uses_left": uses, "expires_ms": expires_ms}
        return await self._actions.add_registration_token(
            token,
            uses=uses,
            expires_ms=expires_ms,
            also=lambda name: [self._audit.entry(actor, "registration_token.add", name, new=new)],
        )

    async def change_token(self, actor: Acting, token: str, *, uses: int | None, expires_ms: int | None) -> None:
        """Sets how often and until when a registration token can be used. Raises Refused 404."""
        old = await self._token(token)
        new = {"uses_left": uses, "expires_ms": expires_ms}
        if old != new:
            entry = self._audit.entry(actor, "registration_token.change", token, old=old, new=new)
            await self._actions.change_registration_token(token, uses=uses, expires_ms=expires_ms, also=[entry])

    async def remove_token(self, actor: Acting, token: str) -> None:
        """Ends a registration token. Raises Refused 404."""
        entry = self._audit.entry(actor, "registration_token.remove", token, old=await self._token(token))
        await self._actions.drop_registration_token(token, also=[entry])

    async def _token(self, token: str) -> dict[str, int | None]:
        found = await self._actions.registration_token(token)
        if found is None:
            raise not_found("There is no such registration token")
        return {"uses_left": found[0], "expires_ms": found[1]}
