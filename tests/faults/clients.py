"""People whose requests go to any process, and are asked again until they are answered."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx

from tests.harness.client import PASSWORD, V3, Json, fresh
from tests.harness.schema import Violation, check

__all__ = ["Answered", "Caller", "Crowd", "NotAnswered"]

#: after no answer, or one that says "later", it is asked again
AGAIN_S = 0.1
ANSWER_S = 3.0
GIVEN_UP_S = 60.0


class NotAnswered(Exception):
    """No process answered for a long time."""


@dataclass(frozen=True)
class Answered:
    """What was answered and by which process; `unanswered`: whether an earlier try got no answer, so that it may still happen, late."""

    body: Json
    process: int
    unanswered: bool


class Crowd:
    """All clients of a world: one pool of connections, one book of what was said that should not have been said."""

    def __init__(self, urls: list[str], seed: int) -> None:
        self.urls = urls
        self.chance = random.Random(seed)
        self.complaints: list[str] = []
        self.http = httpx.AsyncClient(
            trust_env=False, limits=httpx.Limits(max_connections=None, max_keepalive_connections=100)
        )
        #: requests without an answer, and requests that were asked to come again
        self.unanswered = self.refused = 0

    def any_process(self) -> int:
        """One of them."""
        return self.chance.randrange(len(self.urls))

    async def close(self) -> None:
        """Hangs up."""
        await self.http.aclose()

    async def once(
        self, process: int, method: str, path: str, *ids: str, token: str = "", wait_s: float = 0.0, **more: Any
    ) -> Json | None:
        """One try; None when there was no answer, or one that asks to come again later."""
        url = self.urls[process] + path.format(*(quote(one, safe="") for one in ids))
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        try:
            response = await self.http.request(method, url, headers=headers, timeout=ANSWER_S + wait_s, **more)
        except httpx.TransportError:
            self.unanswered += 1
            return None
        if response.status_code in (429, 503):
            self.refused += 1
            if not response.headers.get("Retry-After", "").isdigit():
                self.complaints.append(f"{method} {path}: {response.status_code} does not say when to come again")
            return None
        try:
            body = check(response)
        except Violation as violation:
            # Also every 500: a machine in trouble is Busy.
            self.complaints.append(str(violation))
            return None
        if response.status_code >= 400:
            return {"status": response.status_code, **body}
        found: Json = body
        return found


class Caller:
    """One device of one account."""

    def __init__(self, crowd: Crowd) -> None:
        self.crowd = crowd
        self.token = self.user_id = self.device_id = ""

    async def arrive(self, name: str) -> Caller:
        """Registers."""
        body = {"username": fresh(name), "password": PASSWORD, "auth": {"type": "m.login.dummy"}}
        self._take(await self.ask("POST", f"{V3}/register", json=body))
        return self

    async def other_device(self) -> Caller:
        """The same account on one more."""
        other = Caller(self.crowd)
        who = {"type": "m.id.user", "user": self.user_id}
        other._take(
            await other.ask(
                "POST", f"{V3}/login", json={"type": "m.login.password", "identifier": who, "password": PASSWORD}
            )
        )
        return other

    def _take(self, answer: Json) -> None:
        self.token, self.user_id, self.device_id = answer["access_token"], answer["user_id"], answer["device_id"]

    async def once(self, process: int, method: str, path: str, *ids: str, **more: Any) -> Json | None:
        """One try at one process."""
        return await self.crowd.once(process, method, path, *ids, token=self.token, **more)

    async def ask(self, method: str, path: str, *ids: str, at: int | None = None, **more: Any) -> Json:
        """Until it is answered, by any process or by one. Raises NotAnswered; AssertionError for a refusal that is final."""
        return (await self.ask_anyone(method, path, *ids, at=at, **more)).body

    async def ask_anyone(self, method: str, path: str, *ids: str, at: int | None = None, **more: Any) -> Answered:
        """The same, and who answered."""
        begun = time.monotonic()
        unanswered = False
        while time.monotonic() - begun < GIVEN_UP_S:
            process = self.crowd.any_process() if at is None else at
            refused = self.crowd.refused
            answer = await self.once(process, method, path, *ids, **more)
            if answer is not None:
                assert "errcode" not in answer, f"{method} {path} at process {process}: {answer}"
                return Answered(answer, process, unanswered)
            unanswered = unanswered or self.crowd.refused == refused
            await asyncio.sleep(AGAIN_S)
        raise NotAnswered(f"{method} {path} was not answered in {GIVEN_UP_S:.0f} s")
