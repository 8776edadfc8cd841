"""Proving again who one is: the user-interactive authentication of sensitive requests.

A session is bound to the caller, the device and the request's path, and to the body that came first. It stands in the database, so that it
goes on in another process and after a restart; sealed, so that only who has its id can read it: the body has a password in it, more often
than not. Source: CS "User-Interactive Authentication API".
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import orjson

from laiwang.kernel.capability import Request
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Conflict, Unit
from laiwang.kit.refusals import Refused, bad_json, too_large
from laiwang.people.accounts import store
from laiwang.people.accounts.model import Proved

__all__ = ["NotYet", "UiaSession", "UserInteractive"]

SESSIONS_MAX = 10_000
SESSION_MS = 30 * 60_000
BODY_BYTES_MAX = 32 << 10
NONCE_BYTES = 12
#: of two answers to one session at once the second one is taken as well
TRIES_MAX = 5

Stage = Callable[[Request, "UiaSession", Mapping[str, Any]], Awaitable[str | None]]


class NotYet(str):
    """Why a stage is not passed that may pass by itself: somebody reads her mail elsewhere. Clients look again without a word."""

    __slots__ = ()


class UiaSession:
    """What has been proved so far. `body` is the request as it came first, without `auth`; `step` counts how often it was stored."""

    __slots__ = ("body", "completed", "facts", "id", "place", "step")

    def __init__(self, id: str, place: tuple[str, ...], body: Mapping[str, Any]) -> None:
        self.id = id
        self.place = place
        self.body = {key: value for key, value in body.items() if key != "auth"}
        self.completed: list[str] = []
        self.facts: dict[str, Any] = {}
        self.step = 0

    def complete(self, stage: str) -> None:
        """A stage is passed."""
        if stage not in self.completed:
            self.completed.append(stage)

    def dump(self) -> bytes:
        """All of it but the id. Raises Refused 413."""
        facts = {name: value for name, value in self.facts.items() if name != "proof"}
        dumped = orjson.dumps([self.place, self.body, self.completed, facts, self.facts.get("proof")])
        if len(dumped) > BODY_BYTES_MAX:
            raise too_large(f"A request that has to be authenticated has at most {BODY_BYTES_MAX} bytes")
        return dumped

    @classmethod
    def load(cls, id: str, step: int, dumped: bytes) -> UiaSession:
        """The session again."""
        place, body, completed, facts, proof = orjson.loads(dumped)
        found = cls(id, tuple(place), body)
        found.completed, found.facts, found.step = completed, facts, step
        if proof is not None:
            found.facts["proof"] = Proved(**proof)
        return found


class UserInteractive:
    """Sessions and the stages that are known. A stage answers None when it is passed, else why not."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        self.stages: dict[str, Stage] = {}

    async def find(self, session_id: str) -> UiaSession | None:
        """A live session."""
        params = {"hashed": _hash(session_id), "longest_ms": SESSION_MS}
        row = await self._kernel.database.fetch_one(store.UIA_SESSION, params)
        return None if row is None else UiaSession.load(session_id, row[0], _unseal(session_id, row[1]))

    async def keep(self, session: UiaSession) -> None:
        """Stores what has been proved. Raises Refused 400 when the session has ended meanwhile, 413."""
        for _ in range(TRIES_MAX):
            sealed = _seal(session.id, session.dump(), self._kernel.chance.token(NONCE_BYTES))
            unit = Unit()
            if not session.step:
                unit.write(store.DROP_OLD_UIA_SESSIONS, {"longest_ms": SESSION_MS})
                unit.write(store.DROP_OLDEST_UIA_SESSIONS, {"most": SESSIONS_MAX})
                unit.write(store.ADD_UIA_SESSION, {"id_hash": _hash(session.id), "sealed": sealed})
                await self._kernel.log.append(unit)
                session.step = 1
                return
            params = {"hashed": _hash(session.id), "before": session.step, "newly_sealed": sealed}
            unit.write(store.SAVE_UIA_SESSION, params, rows_expected=1)
            try:
                await self._kernel.log.append(unit)
            except Conflict:
                other = await self.find(session.id)
                if other is None:
                    raise _unknown() from None
                for stage in other.completed:
                    session.complete(stage)
                session.facts = {**other.facts, **session.facts}
                session.step = other.step
                continue
            session.step += 1
            return
        raise _unknown()

    async def require(
        self, request: Request, body: dict[str, Any], flows: Sequence[Sequence[str]]
    ) -> tuple[dict[str, Any], UiaSession]:
        """The body that came first, once a flow is complete. Raises Refused 401 with what is still to do."""
        place = self._place(request)
        auth = body.get("auth")
        if auth is None:
            raise await self._ask(self._open(place, body), flows)
        if not isinstance(auth, dict):
            raise bad_json("auth must be an object")
        session_id, stage = auth.get("session"), auth.get("type")
        if session_id is None:
            # Clients that know the flow send its one stage at once.
            session = self._open(place, body)
        else:
            found = await self.find(session_id) if isinstance(session_id, str) else None
            if found is None or found.place != place:
                raise _unknown()
            session = found
        if stage is not None:
            if not isinstance(stage, str) or stage not in {one for flow in flows for one in flow}:
                raise await self._ask(
                    session, flows, "M_UNRECOGNIZED", "This kind of authentication is not offered here"
                )
            reason = await self.stages[stage](request, session, auth)
            if reason is not None:
                errcode = "M_UNAUTHORIZED" if isinstance(reason, NotYet) else "M_FORBIDDEN"
                raise await self._ask(session, flows, errcode, reason)
            if stage not in session.completed:
                session.complete(stage)
                if not _is_over(session, flows):
                    await self.keep(session)
        if not _is_over(session, flows):
            raise await self._ask(session, flows)
        await self._end(session)
        return session.body, session

    async def _end(self, session: UiaSession) -> None:
        """A session is good for one request, whichever processes are asked at once."""
        if session.step:
            unit = Unit()
            unit.write(store.END_UIA_SESSION, {"hashed": _hash(session.id)}, rows_expected=1)
            try:
                await self._kernel.log.append(unit)
            except Conflict:
                raise _unknown() from None

    def _place(self, request: Request) -> tuple[str, ...]:
        caller = request.caller_or_none
        return (request.method, request.path, *((caller.user_id, caller.device_id or "") if caller else ()))

    def _open(self, place: tuple[str, ...], body: Mapping[str, Any]) -> UiaSession:
        return UiaSession(self._kernel.chance.token(18), place, body)

    async def _ask(
        self, session: UiaSession, flows: Sequence[Sequence[str]], errcode: str = "", text: str = ""
    ) -> Refused:
        if not session.step:
            await self.keep(session)
        extra: dict[str, object] = {
            "flows": [{"stages": list(flow)} for flow in flows],
            "params": {},
            "session": session.id,
        }
        if session.completed:
            extra["completed"] = list(session.completed)
        return Refused(errcode, 401, text, extra)


def _is_over(session: UiaSession, flows: Sequence[Sequence[str]]) -> bool:
    return any(set(flow) <= set(session.completed) for flow in flows)


def _unknown() -> Refused:
    return Refused("M_UNKNOWN", 400, "There is no such authentication session here")


def _hash(session_id: str) -> str:
    return hashlib.sha256(b"session " + _bytes(session_id)).hexdigest()


def _bytes(session_id: str) -> bytes:
    return session_id.encode("utf-8", "surrogatepass")


def _key(session_id: str) -> bytes:
    return hashlib.sha256(b"key of session " + _bytes(session_id)).digest()


def _seal(session_id: str, dumped: bytes, chosen: str) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = chosen.encode()[:NONCE_BYTES]
    return nonce + AESGCM(_key(session_id)).encrypt(nonce, dumped, None)


def _unseal(session_id: str, sealed: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(_key(session_id)).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], None)
