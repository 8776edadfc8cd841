"""A bot behind an application service that reads and writes in encrypted rooms, with mautrix and libolm, as bridges do it.

It says again whatever it is told, so that only those in the room know. Its keys stand in an SQLite file: they hold over restarts.

    python examples/sealed_bot.py registration http://localhost:29401 > sealed.yaml
    LAIWANG_APPLICATION_SERVICES__FILES=sealed.yaml laiwang serve
    python examples/sealed_bot.py run http://localhost:8008 sealed.yaml keys.db

Invite @sealedbot to an encrypted room and talk. Needs mautrix[encryption], aiosqlite and PyYAML; the tests run this very file.
"""

import asyncio
import logging
import secrets
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import yaml
from mautrix.appservice import AppService
from mautrix.appservice.state_store.file import FileASStateStore
from mautrix.client import Client
from mautrix.crypto import OlmMachine, PgCryptoStore, StateStore
from mautrix.errors import EncryptionError, SessionNotFound
from mautrix.types import Event, EventType, Membership, MessageType, RoomID, TextMessageEventContent
from mautrix.util.async_db import Database

KEY_PATIENCE_S = 30


def registration(url: str) -> str:
    """The file that the server and the bot share. Its tokens are secrets; the two last lines let it have a device with keys."""
    return yaml.safe_dump(
        {
            "id": "sealed",
            "url": url,
            "as_token": secrets.token_urlsafe(32),
            "hs_token": secrets.token_urlsafe(32),
            "sender_localpart": "sealedbot",
            "rate_limited": False,
            "namespaces": {"users": [], "aliases": [], "rooms": []},
            "org.matrix.msc3202": True,
            "io.element.msc4190": True,
        },
        sort_keys=False,
    )


class Rooms(StateStore):
    """What the encryption asks of rooms, answered from what the service has seen of them."""

    def __init__(self, seen: FileASStateStore) -> None:
        self.seen = seen

    async def is_encrypted(self, room_id: RoomID) -> bool:
        return bool(await self.seen.is_encrypted(room_id))

    async def get_encryption_info(self, room_id: RoomID) -> Any:
        return await self.seen.get_encryption_info(room_id)

    async def find_shared_rooms(self, user_id: str) -> list[RoomID]:
        return [room for room, members in self.seen.members.items() if user_id in members]


class SealedBot:
    """One device, of the service's making; its keys, and everything that is sealed for it, come and go through the service."""

    def __init__(self, server: str, shared: dict[str, str], domain: str, file: str) -> None:
        rooms = FileASStateStore(path=f"{file}.rooms.json", binary=False)
        self.service = AppService(
            server=server,
            domain=domain,
            as_token=shared["as_token"],
            hs_token=shared["hs_token"],
            bot_localpart=shared["sender_localpart"],
            id=shared["id"],
            state_store=rooms,
            encryption_events=True,
        )
        self.database = Database.create(f"sqlite:{file}", upgrade_table=PgCryptoStore.upgrade_table)
        self.keys = PgCryptoStore("", "sealed", self.database)
        self.client = Client(base_url=server, mxid=self.service.bot_mxid, sync_store=self.keys, state_store=rooms)
        self.crypto = OlmMachine(self.client, self.keys, Rooms(rooms))
        self.service.otk_handler = self.crypto.handle_as_otk_counts
        self.service.device_list_handler = self.crypto.handle_as_device_lists
        self.service.to_device_handler = self.crypto.handle_as_to_device_event
        self.service.matrix_event_handler(self.happened)

    async def happened(self, event: Event) -> None:
        """One event of the transactions that the server brings."""
        bot = self.service.bot_mxid
        if event.type == EventType.ROOM_MEMBER:
            if event.state_key == bot and event.content.membership == Membership.INVITE:
                await self.enter(event.room_id)
            else:
                # Who comes may not read what was said, who goes not what will be.
                await self.crypto.handle_member_event(event)
        elif event.type == EventType.ROOM_ENCRYPTED and event.sender != bot:
            said = await self.opened(event)
            if said.type == EventType.ROOM_MESSAGE and said.content.msgtype == MessageType.TEXT:
                await self.say(event.room_id, said.content.body)

    async def enter(self, room_id: RoomID) -> None:
        """Join, and learn who is there and how the room is encrypted."""
        await self.service.intent.ensure_joined(room_id)
        await self.client.get_joined_members(room_id)
        await self.client.get_state_event(room_id, EventType.ROOM_ENCRYPTION)

    async def opened(self, event: Any) -> Any:
        """A sealed event in the clear. Its key may come in a later transaction than the event."""
        try:
            return await self.crypto.decrypt_megolm_event(event)
        except SessionNotFound as missing:
            await self.crypto.wait_for_session(event.room_id, missing.session_id, timeout=KEY_PATIENCE_S)
            return await self.crypto.decrypt_megolm_event(event)

    async def say(self, room_id: RoomID, body: str) -> None:
        """Say something that only the devices of those in the room can read."""
        content = TextMessageEventContent(msgtype=MessageType.TEXT, body=body)
        try:
            sealed = await self.crypto.encrypt_megolm_event(room_id, EventType.ROOM_MESSAGE, content)
        except EncryptionError:  # there is no key yet, or not any more
            await self.crypto.share_group_session(room_id, list(await self.client.get_joined_members(room_id)))
            sealed = await self.crypto.encrypt_megolm_event(room_id, EventType.ROOM_MESSAGE, content)
        await self.client.send_message_event(room_id, EventType.ROOM_ENCRYPTED, sealed)

    async def wake(self, token: str) -> None:
        """Have a device, the same one as the last time, with keys that are signed by the bot's identity."""
        await self.database.start()
        await self.keys.open()
        device = await self.keys.get_device_id()
        self.client.api.token = token
        await self.client.create_device_msc4190(device_id=device or "", initial_display_name="Sealed bot")
        await self.crypto.load()
        if not device:
            await self.keys.put_device_id(self.client.device_id)
            await self.crypto.share_keys()
            await self.crypto.generate_recovery_key()

    async def run(self, url: str, token: str) -> None:
        """Listen and go on until somebody stops it."""
        parts = urlsplit(url)
        await self.wake(token)  # before anything comes in that is sealed for it
        await self.service.start(parts.hostname or "127.0.0.1", parts.port or 80)
        await self.service.ping_self()
        print("listening", flush=True)
        try:
            await asyncio.Event().wait()
        finally:
            await self.service.stop()
            await self.keys.close()
            await self.database.stop()


async def run(server: str, shared: dict[str, str], file: str) -> None:
    """The bot of a registration, on a server that says who it is there."""
    headers = {"Authorization": f"Bearer {shared['as_token']}"}
    whoami = f"{server}/_matrix/client/v3/account/whoami"
    async with aiohttp.ClientSession(headers=headers) as session, session.get(whoami) as answer:
        domain = (await answer.json())["user_id"].partition(":")[2]
    await SealedBot(server, shared, domain, file).run(shared["url"], shared["as_token"])


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING)
    if len(sys.argv) == 3 and sys.argv[1] == "registration":
        print(registration(sys.argv[2]), end="")
    elif len(sys.argv) == 5 and sys.argv[1] == "run":
        asyncio.run(run(sys.argv[2], yaml.safe_load(Path(sys.argv[3]).read_text(encoding="utf-8")), sys.argv[4]))
    else:
        raise SystemExit(__doc__)
