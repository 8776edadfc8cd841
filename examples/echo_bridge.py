"""A bridge in a screenful: an application service with the mautrix library, as the bridges to other networks are built.

The network behind it is a canyon: whatever somebody says comes back from a ghost of hers.

    python examples/echo_bridge.py registration http://localhost:29400 > echo.yaml
    LAIWANG_APPLICATION_SERVICES__FILES=echo.yaml laiwang serve
    python examples/echo_bridge.py run http://localhost:8008 echo.yaml

Invite @echobot to a room and talk. Needs mautrix and PyYAML; the tests run this very file.
"""

import asyncio
import secrets
import sys
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import yaml
from mautrix.appservice import AppService
from mautrix.types import Event, EventType, Membership, MessageType, RoomID, TextMessageEventContent, UserID


def registration(url: str) -> str:
    """The file that the server and the bridge share. Its tokens are secrets."""
    return yaml.safe_dump(
        {
            "id": "echo",
            "url": url,
            "as_token": secrets.token_urlsafe(32),
            "hs_token": secrets.token_urlsafe(32),
            "sender_localpart": "echobot",
            "rate_limited": False,
            "namespaces": {"users": [{"regex": "@echo_.*", "exclusive": True}], "aliases": [], "rooms": []},
        },
        sort_keys=False,
    )


class EchoBridge:
    """Rooms with the bot in them are bridged to the canyon."""

    def __init__(self, server: str, shared: dict[str, str], domain: str) -> None:
        self.domain = domain
        self.service = AppService(
            server=server,
            domain=domain,
            as_token=shared["as_token"],
            hs_token=shared["hs_token"],
            bot_localpart=shared["sender_localpart"],
            id=shared["id"],
        )
        self.service.matrix_event_handler(self.happened)

    async def happened(self, event: Event) -> None:
        """One event of the transactions that the server brings."""
        bot = self.service.bot_mxid
        if event.type == EventType.ROOM_MEMBER:
            if event.state_key == bot and event.content.membership == Membership.INVITE:
                await self.service.intent.ensure_joined(event.room_id)
        elif (
            event.type == EventType.ROOM_MESSAGE
            and event.content.msgtype == MessageType.TEXT
            and not event.sender.startswith(("@echo_", bot))
        ):
            await self.echo(event.room_id, event.sender, event.content.body)

    async def echo(self, room_id: RoomID, sender: UserID, body: str) -> None:
        """The ghost of whoever spoke says it again."""
        localpart = sender[1:].partition(":")[0]
        ghost = self.service.intent.user(UserID(f"@echo_{localpart}:{self.domain}"))
        await ghost.ensure_registered()
        await ghost.set_displayname(f"Echo of {localpart}")
        await ghost.ensure_joined(room_id, bot=self.service.intent)
        await ghost.send_message(room_id, TextMessageEventContent(msgtype=MessageType.TEXT, body=body))

    async def run(self, url: str) -> None:
        """Listen, see that both ways are open, and go on until somebody stops it."""
        parts = urlsplit(url)
        await self.service.start(parts.hostname or "127.0.0.1", parts.port or 80)
        await self.service.intent.ensure_registered()
        await self.service.ping_self()
        print("bridging", flush=True)
        try:
            await asyncio.Event().wait()
        finally:
            await self.service.stop()


async def run(server: str, shared: dict[str, str]) -> None:
    """The bridge of a registration, on a server that says who the bridge is there."""
    headers = {"Authorization": f"Bearer {shared['as_token']}"}
    whoami = f"{server}/_matrix/client/v3/account/whoami"
    async with aiohttp.ClientSession(headers=headers) as session, session.get(whoami) as answer:
        domain = (await answer.json())["user_id"].partition(":")[2]
    await EchoBridge(server, shared, domain).run(shared["url"])


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "registration":
        print(registration(sys.argv[2]), end="")
    elif len(sys.argv) == 4 and sys.argv[1] == "run":
        asyncio.run(run(sys.argv[2], yaml.safe_load(Path(sys.argv[3]).read_text(encoding="utf-8"))))
    else:
        raise SystemExit(__doc__)
