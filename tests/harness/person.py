"""What people do: register, talk, look."""

from typing import Any, Self

from tests.harness.client import PASSWORD, V3, Door, Expected, Json, fresh


class Person(Door):
    """One device of one account."""

    user_id: str
    device_id: str
    since: str | None = None

    @classmethod
    async def arrive(cls, url: str, name: str = "person") -> Self:
        """Register a new account and log in."""
        person = cls(url)
        answer = await person.post(
            f"{V3}/register",
            json={"username": fresh(name), "password": PASSWORD, "auth": {"type": "m.login.dummy"}},
        )
        person._take(answer)
        return person

    def _take(self, answer: Json) -> None:
        self.token, self.user_id, self.device_id = answer["access_token"], answer["user_id"], answer["device_id"]

    async def other_device(self, **body: Any) -> "Person":
        """Log the same account in on one more device."""
        other = Person(self.url)
        self.others.append(other)
        other._take(
            await other.post(
                f"{V3}/login",
                json={
                    "type": "m.login.password",
                    "identifier": {"type": "m.id.user", "user": self.user_id},
                    "password": PASSWORD,
                    **body,
                },
            )
        )
        return other

    async def create_room(self, expect: Expected = 200, **body: Any) -> str:
        """Create a room and return its id ("" when refused as expected)."""
        answer = await self.post(f"{V3}/createRoom", json=body, expect=expect)
        room_id: str = answer.get("room_id", "")
        return room_id

    async def membership(self, action: str, room: str, user: "Person | None" = None, **rest: Any) -> Json:
        """One of invite, join, leave, kick, ban, unban, forget; `expect` and `reason` as keywords."""
        expect = rest.pop("expect", 200)
        if user is not None:
            rest["user_id"] = user.user_id
        return await self.post(f"{V3}/rooms/{{}}/{action}", room, json=rest, expect=expect)

    async def join(self, room: str, expect: Expected = 200) -> Json:
        """Join by id or alias."""
        return await self.post(f"{V3}/join/{{}}", room, expect=expect)

    async def send(
        self, room: str, content: Json, kind: str = "m.room.message", txn: str | None = None, expect: Expected = 200
    ) -> str:
        """Send an event and return its id ("" when refused as expected)."""
        txn = txn or fresh("txn")
        answer = await self.put(f"{V3}/rooms/{{}}/send/{{}}/{{}}", room, kind, txn, json=content, expect=expect)
        event_id: str = answer.get("event_id", "")
        return event_id

    async def say(self, room: str, text: str, **more: Any) -> str:
        """Send a text message and return its event id."""
        return await self.send(room, {"msgtype": "m.text", "body": text, **more})

    async def set_state(self, room: str, kind: str, content: Json, key: str = "", expect: Expected = 200) -> str:
        """Set state and return the event id ("" when refused as expected)."""
        answer = await self.put(f"{V3}/rooms/{{}}/state/{{}}/{{}}", room, kind, key, json=content, expect=expect)
        event_id: str = answer.get("event_id", "")
        return event_id

    async def state(self, room: str, kind: str, key: str = "", expect: Expected = 200) -> Json:
        """The content of one state event."""
        return await self.get(f"{V3}/rooms/{{}}/state/{{}}/{{}}", room, kind, key, expect=expect)

    async def event(self, room: str, event_id: str, expect: Expected = 200) -> Json:
        """One event."""
        return await self.get(f"{V3}/rooms/{{}}/event/{{}}", room, event_id, expect=expect)

    async def redact(self, room: str, event_id: str, expect: Expected = 200, **body: Any) -> str:
        """Redact and return the id of the redaction ("" when refused as expected)."""
        answer = await self.put(
            f"{V3}/rooms/{{}}/redact/{{}}/{{}}", room, event_id, fresh("txn"), json=body, expect=expect
        )
        redaction_id: str = answer.get("event_id", "")
        return redaction_id

    async def messages(self, room: str, expect: Expected = 200, **query: Any) -> Json:
        """One page of history; `start` stands for the parameter `from`."""
        if "start" in query:
            query["from"] = query.pop("start")
        return await self.get(f"{V3}/rooms/{{}}/messages", room, expect=expect, **{"dir": "b", **query})

    async def sync(self, timeout_ms: int = 0, *, keep: bool = True, **query: Any) -> Json:
        """Look once, from where the last look ended unless `since` is given; `keep=False` forgets the new token."""
        query.setdefault("since", self.since)
        answer = await self.get(f"{V3}/sync", timeout=timeout_ms, **query)
        if keep:
            self.since = answer["next_batch"]
        return answer

    async def receipt(self, room: str, event_id: str, kind: str = "m.read", **body: Any) -> None:
        """Say how far one has read."""
        await self.post(f"{V3}/rooms/{{}}/receipt/{{}}/{{}}", room, kind, event_id, json=body)
