"""A client as it should be: it asks again, under the same id, and whoever answers is right."""

import asyncio
import random
from collections.abc import Sequence
from typing import Any

import httpx

from tests.harness.client import V3, Json, fresh
from tests.harness.person import Person

__all__ = ["say", "until_answered"]

PATIENCE_S = 60


async def until_answered(urls: Sequence[str], method: str, path: str, body: Any, token: str = "") -> Json:
    """The answer with 200 of any of some processes; nobody says anything but that she is not there or busy."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    async with asyncio.timeout(PATIENCE_S):
        while True:
            try:
                async with httpx.AsyncClient(base_url=random.choice(urls), trust_env=False, timeout=20) as client:
                    answer = await client.request(method, path, json=body, headers=headers)
            except httpx.TransportError:
                await asyncio.sleep(0.02)
                continue
            if answer.status_code == 200:
                found: Json = answer.json()
                return found
            assert answer.status_code in (429, 503), answer.text


async def say(urls: Sequence[str], person: Person, room: str, text: str) -> str:
    """Says something, whoever takes it; the id of the event."""
    path = f"{V3}/rooms/{room}/send/m.room.message/{fresh('txn')}"
    answer = await until_answered(urls, "PUT", path, {"msgtype": "m.text", "body": text}, person.token or "")
    return str(answer["event_id"])
