"""A person behind matrix-nio: its client, syncing, and what the client has told her so far."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

import nio
from nio.client.async_client import AsyncClient, AsyncClientConfig

PASSWORD = "a long password for tests"
PATIENCE_S = 60

T = TypeVar("T")
Seen = TypeVar("Seen")


def _client(url: str, user: str) -> Any:
    # Any, because the annotations of nio refuse what its documentation shows.
    return AsyncClient(url, user, config=AsyncClientConfig(max_timeouts=0, max_limit_exceeded=0))


class Companion:
    """A matrix-nio client that syncs in the background; `seen()` waits for what the sync brings."""

    def __init__(self, url: str, user: str) -> None:
        self.client = _client(url, user)
        #: (room id or "" for what belongs to no room, event as nio parsed it), in the order of their coming
        self.told: list[tuple[str, Any]] = []
        #: rooms that a sync has said are left; nio itself forgets them only when the request to leave was its own
        self.left: list[str] = []
        self._news = asyncio.Condition()
        self._loop: asyncio.Task[None] | None = None
        # nio sorts invites, ephemeral events and presence into lists of their own.
        self.client.add_event_callback(self._note, nio.Event)
        self.client.add_event_callback(self._note, nio.InviteEvent)
        self.client.add_ephemeral_callback(self._note, nio.EphemeralEvent)
        self.client.add_room_account_data_callback(self._note, nio.AccountDataEvent)
        self.client.add_presence_callback(self._note_presence, nio.PresenceEvent)
        self.client.add_response_callback(self._look, nio.SyncResponse)

    def another(self) -> "Companion":
        """The same person with one more client, which has not logged in yet."""
        return Companion(self.client.homeserver, self.client.user)

    @property
    def user_id(self) -> str:
        """The full id."""
        user_id: str = self.client.user_id
        return user_id

    async def _note(self, room: nio.MatrixRoom, event: Any) -> None:
        self.told.append((room.room_id, event))

    async def _note_presence(self, event: Any) -> None:
        self.told.append(("", event))

    async def _look(self, response: nio.SyncResponse) -> None:
        self.left += response.rooms.leave
        async with self._news:
            self._news.notify_all()

    def begin(self) -> None:
        """Sync from now on, as a client in somebody's hand does."""
        self._loop = asyncio.create_task(self.client.sync_forever(timeout=30_000, full_state=True))

    async def until(self, found: Callable[[], T | None]) -> T:
        """Wait until a sync makes `found` answer something true, and return that."""
        async with asyncio.timeout(PATIENCE_S), self._news:
            while not (value := found()):
                assert self._loop is None or not self._loop.done(), "the sync of the client has ended"
                await self._news.wait()
        return value

    async def seen(self, kind: type[Seen], test: Callable[[Seen], bool] = lambda _: True, room: str = "") -> Seen:
        """The first event of a kind that passes the test, now or as soon as it comes."""

        def find() -> Seen | None:
            for in_room, event in self.told:
                if (not room or in_room == room) and isinstance(event, kind) and test(event):
                    return event
            return None

        return await self.until(find)

    async def send(self, room: str, content: dict[str, Any], kind: str = "m.room.message") -> str:
        """Send, and return the event id."""
        sent = good(await self.client.room_send(room, kind, content), nio.RoomSendResponse)
        event_id: str = sent.event_id
        return event_id

    async def close(self) -> None:
        """Stop syncing and let go of the connections."""
        if self._loop is not None:
            self._loop.cancel()
            await asyncio.gather(self._loop, return_exceptions=True)
        await self.client.close()


def good(response: Any, kind: type[T]) -> T:
    """The response, when nio understood it as what it should be; nio returns errors instead of raising them."""
    assert isinstance(response, kind), response
    return response
