"""A bot in a screenful: it joins where it is invited and greets whoever says hello.

    python examples/hello_bot.py http://localhost:8008 greeter PASSWORD

The account is an ordinary one (`laiwang user add greeter`). Needs matrix-nio; the tests run this very file.
"""

import asyncio
import sys

from nio import AsyncClient, InviteMemberEvent, LoginResponse, MatrixRoom, RoomMessageText


class HelloBot:
    """Answers messages that begin with "hello"."""

    def __init__(self, server: str, name: str) -> None:
        self.client = AsyncClient(server, name)
        self.client.add_event_callback(self.invited, InviteMemberEvent)
        self.client.add_event_callback(self.said, RoomMessageText)

    async def invited(self, room: MatrixRoom, event: InviteMemberEvent) -> None:
        """Come along wherever somebody asks for it."""
        if event.state_key == self.client.user_id and event.membership == "invite":
            await self.client.join(room.room_id)

    async def said(self, room: MatrixRoom, event: RoomMessageText) -> None:
        """Greet. A bot that answers notices, or itself, talks for ever."""
        if event.sender != self.client.user_id and event.body.lower().startswith("hello"):
            name = room.user_name(event.sender) or event.sender
            content = {"msgtype": "m.notice", "body": f"Hello {name}!"}
            await self.client.room_send(room.room_id, "m.room.message", content)

    async def run(self, password: str) -> None:
        """Log in and follow what happens."""
        answer = await self.client.login(password, device_name="hello_bot")
        if not isinstance(answer, LoginResponse):
            raise SystemExit(f"cannot log in: {answer}")
        print(f"logged in as {answer.user_id}", flush=True)
        try:
            await self.client.sync_forever(timeout=30_000)
        finally:
            await self.client.close()


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    asyncio.run(HelloBot(sys.argv[1], sys.argv[2]).run(sys.argv[3]))
