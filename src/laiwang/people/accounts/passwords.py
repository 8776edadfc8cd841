"""Passwords as Argon2id hashes, made and checked off the event loop, a few at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import structlog
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from laiwang.kit.refusals import Refused, bad_json
from laiwang.people.accounts.model import PasswordSettings

__all__ = ["Passwords"]

LENGTH_MAX = 512
WORKERS = 2
T = TypeVar("T")
log_ = structlog.get_logger(__name__)


class Passwords:
    """Hashing by the server's settings."""

    def __init__(self, settings: PasswordSettings) -> None:
        self._length_min = settings.length_min
        if settings.hashing == "fast":
            log_.warning("passwords are hashed fast: this server is fit for tests only")
            self._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        else:
            self._hasher = PasswordHasher()
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="argon2")
        self._nobody: str | None = None

    def check_new(self, password: object) -> str:
        """A password that may be set. Raises Refused 400 (M_WEAK_PASSWORD when it is too short)."""
        if not isinstance(password, str):
            raise bad_json("password must be a string")
        if len(password) > LENGTH_MAX:
            raise Refused("M_INVALID_PARAM", 400, f"A password has at most {LENGTH_MAX} characters")
        if len(password) < self._length_min:
            raise Refused("M_WEAK_PASSWORD", 400, f"A password needs at least {self._length_min} characters")
        return password

    async def hash(self, password: str) -> str:
        """The hash to store."""
        return await self._run(self._hasher.hash, password)

    async def verify(self, hashed: str | None, password: object) -> bool:
        """Whether it is the password; takes as long for an account that is not there."""
        if not isinstance(password, str) or len(password) > LENGTH_MAX:
            return False
        if hashed is None:
            if self._nobody is None:
                self._nobody = await self.hash("nobody has this password")
            await self._run(self._verify, self._nobody, password)
            return False
        return await self._run(self._verify, hashed, password)

    def is_outdated(self, hashed: str) -> bool:
        """Whether the hash was made with other parameters than today's."""
        return self._hasher.check_needs_rehash(hashed)

    def _verify(self, hashed: str, password: str) -> bool:
        try:
            return self._hasher.verify(hashed, password)
        except (VerificationError, InvalidHashError):
            return False

    async def _run(self, work: Callable[..., T], *args: str) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._pool, work, *args)

    def close(self) -> None:
        """Ends the workers."""
        self._pool.shutdown(wait=False, cancel_futures=True)
