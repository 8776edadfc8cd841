"""A bridge as the stories of application services meet it: its registration, its own side, and those for whom it speaks."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.harness.client import V3, Json, fresh
from tests.harness.elsewhere import Elsewhere, Received, Say, check_request
from tests.harness.person import Person

TRANSACTIONS = "/_matrix/app/v1/transactions/"
SETTING = "LAIWANG_APPLICATION_SERVICES__FILES"
AS_TOKEN, HS_TOKEN = "as-token-of-the-bridge", "hs-token-of-the-bridge"


def registration(url: str | None, **more: Any) -> Json:
    """A bridge with people, aliases and rooms of its own."""
    return {
        "id": "bridge",
        "url": url,
        "as_token": AS_TOKEN,
        "hs_token": HS_TOKEN,
        "sender_localpart": "bridgebot",
        "rate_limited": False,
        "receive_ephemeral": True,
        "protocols": ["carrier"],
        "namespaces": {
            "users": [{"regex": "@_bridge_.*:test.local", "exclusive": True}],
            "aliases": [{"regex": "#_bridge_.*:test.local", "exclusive": True}],
            "rooms": [],
        },
        **more,
    }


def knows_nobody(_: Received) -> Say:
    """The bridge knows nobody of that name."""
    return Say(404, {"errcode": "M_NOT_FOUND", "error": "no"})


class Bridge(Elsewhere):
    """The service's own side: takes transactions, and answers what `rule` says to everything else."""

    def __init__(self) -> None:
        super().__init__(self._say)
        self.rule: Callable[[Received], Say] = knows_nobody
        self.takes = True
        #: in the order in which they were taken: (txn id, body)
        self.taken: list[tuple[str, Json]] = []

    def _say(self, request: Received) -> Say:
        assert request.headers["authorization"] == f"Bearer {HS_TOKEN}"
        if not request.path.startswith(TRANSACTIONS):
            return self.rule(request)
        body = check_request("application-service-api", f"{TRANSACTIONS}{{txnId}}", request)
        if not self.takes:
            return Say(500)
        txn_id = request.path.removeprefix(TRANSACTIONS)
        if txn_id not in [known for known, _ in self.taken]:
            self.taken.append((txn_id, body))
        return Say()

    @property
    def events(self) -> list[Json]:
        """All events that came in."""
        return [event for _, body in self.taken for event in body["events"]]

    @property
    def ephemeral(self) -> list[Json]:
        """All that is not stored."""
        return [event for _, body in self.taken for event in body.get("ephemeral", [])]

    async def until(self, done: Callable[[], bool]) -> None:
        """Wait for requests until something has come in."""
        while not done():
            await self.next()

    async def heard(self, event_id: str) -> Json:
        """The event, once it has come in."""
        await self.until(lambda: any(event["event_id"] == event_id for event in self.events))
        return next(event for event in self.events if event["event_id"] == event_id)


class Ghost(Person):
    """Somebody for whom the service speaks."""

    @classmethod
    def of(cls, url: str, user_id: str) -> "Ghost":
        """The service itself for its own id."""
        ghost = cls(url)
        ghost.token, ghost.user_id = AS_TOKEN, user_id
        ghost.http.params = ghost.http.params.set("user_id", user_id)
        return ghost


def write(folder: Path, document: Any, name: str = "bridge.yaml") -> str:
    """A registration file. JSON is YAML."""
    path = folder / name
    path.write_text(document if isinstance(document, str) else json.dumps(document))
    return str(path)


async def register(bot: Ghost, name: str = "") -> Ghost:
    """A new ghost."""
    name = name or fresh("_bridge_")
    body = {"type": "m.login.application_service", "username": name, "inhibit_login": True}
    answer = await bot.post(f"{V3}/register", json=body)
    assert "access_token" not in answer
    ghost = Ghost.of(bot.url, answer["user_id"])
    bot.others.append(ghost)
    return ghost
