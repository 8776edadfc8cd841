"""`kernel.bus.Bus` over NATS: words of one server's processes under one prefix, so that several servers can share one NATS.

NATS keeps nothing, and neither do we: what is said while it is away waits in a bounded outbox. It tells a process only of subjects
that somebody in it has asked for, by the first name of the subject; words below one first name come in the order in which they were said.
"""

from __future__ import annotations

import asyncio
import re
import secrets
import ssl
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import structlog
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.errors import Error as NatsError
from nats.errors import SlowConsumerError

from laiwang.kernel.bus import BusCounts, Ears, Hear, Missed, Outbox, check_word

__all__ = ["NatsBus", "NatsDoor"]

#: words that were received and not yet heard
PENDING_WORDS_MAX = 20_000
PENDING_BYTES_MAX = 16 << 20
#: what is handed to the connection at once
TURN_BYTES_MAX = 256 << 10
CONNECT_TIMEOUT_S = 5
RETRY_S_MIN, RETRY_S_MAX = 0.1, 5.0
RECONNECT_S = 0.25
#: a connection that gives no answer to two of these is a broken one
PING_S = 3
STOP_S = 1.0
#: whatever the client raises when there is no NATS, or none that takes us
IN_TROUBLE: tuple[type[Exception], ...] = (NatsError, OSError, EOFError, ValueError)
_UNSAID = re.compile(r"[^A-Za-z0-9-]")
log_ = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class NatsDoor:
    """Where NATS is, and what it asks for. URLs may name a user and a password, or a token as the user."""

    urls: Sequence[str]
    credentials_file: str = ""
    ca_file: str = ""
    cert_file: str = ""
    key_file: str = ""

    def tls(self) -> ssl.SSLContext | None:
        """What certificates are trusted and shown, None for the usual. Raises OSError (a file cannot be read), ssl.SSLError."""
        if not self.ca_file and not self.cert_file:
            return None
        context = ssl.create_default_context(cafile=self.ca_file or None)
        if self.cert_file:
            context.load_cert_chain(self.cert_file, self.key_file or None)
        return context

    def check(self) -> None:
        """Raises OSError when a file is missing or is none of its kind."""
        self.tls()
        if self.credentials_file and not Path(self.credentials_file).is_file():
            raise FileNotFoundError(f"there is no file {self.credentials_file}")


class NatsBus:
    """On a NATS server or cluster; `server_name` keeps servers apart."""

    def __init__(self, door: NatsDoor, server_name: str) -> None:
        self._door = door
        self._prefix = "laiwang." + _UNSAID.sub(lambda found: f"_{ord(found[0]):x}_", server_name)
        self.counts = BusCounts()
        self._ears = Ears(self.counts)
        self._outbox = Outbox(self.counts)
        self._roots: dict[str, None] = {}
        self._client: Client | None = None
        self._up = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._is_told = False

    @property
    def is_connected(self) -> bool:
        """See Bus."""
        return self._up.is_set()

    async def start(self) -> None:
        """See Bus."""
        self._task = asyncio.create_task(self._run(), name="nats bus")

    async def stop(self) -> None:
        """See Bus."""
        if self._task is None:
            return
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        self._task = None
        client, self._client = self._client, None
        is_up = self._up.is_set()
        self._up.clear()
        if client is not None:
            with suppress(TimeoutError, *IN_TROUBLE):
                async with asyncio.timeout(STOP_S):
                    if is_up:
                        await self._send(client)
                        await client.flush()
            with suppress(TimeoutError, *IN_TROUBLE):
                async with asyncio.timeout(STOP_S):
                    await client.close()

    def publish(self, subject: str, word: bytes | str = b"") -> None:
        """See Bus."""
        self._outbox.put(subject, check_word(subject, word))

    def subscribe(self, prefix: str, hear: Hear, *, missed: Missed | None = None) -> None:
        """See Bus."""
        self._ears.add(prefix, hear, missed)
        root = prefix.partition(".")[0]
        if root not in self._roots:
            self._roots[root] = None
            self._outbox.wake()

    # --- the task -----------------------------------------------------------------------------------------------------

    async def _run(self) -> None:
        client = await self._connect()
        listening: set[str] = set()
        while True:
            await self._up.wait()
            try:
                for root in [root for root in self._roots if root not in listening]:
                    await self._listen(client, root)
                    listening.add(root)
                await self._send(client)
            except IN_TROUBLE as error:
                log_.debug("the bus could not send", reason=str(error))
            if not client.is_connected:
                await asyncio.sleep(RETRY_S_MIN)  # until it has noticed
            elif self._outbox.is_empty and len(listening) == len(self._roots):
                await self._outbox.wait()

    async def _connect(self) -> Client:
        """The connection. From then on the client renews it by itself."""
        retry_s = 0.0
        while True:
            client = Client()
            try:
                await client.connect(
                    list(self._door.urls),
                    name=f"laiwang {secrets.token_hex(3)}",
                    no_echo=True,
                    tls=self._door.tls(),
                    user_credentials=self._door.credentials_file or None,
                    connect_timeout=CONNECT_TIMEOUT_S,
                    allow_reconnect=True,
                    max_reconnect_attempts=-1,
                    reconnect_time_wait=RECONNECT_S,  # type: ignore[arg-type]
                    ping_interval=PING_S,
                    max_outstanding_pings=2,
                    error_cb=self._failed,
                    disconnected_cb=self._went,
                    reconnected_cb=self._came,
                )
            except IN_TROUBLE as error:
                retry_s = min(max(retry_s * 2, RETRY_S_MIN), RETRY_S_MAX)
                await self._failed(error)
                with suppress(TimeoutError, *IN_TROUBLE):
                    async with asyncio.timeout(STOP_S):
                        await client.close()
                await asyncio.sleep(retry_s)
                continue
            self._client = client
            self._is_told = False
            self._up.set()
            return client

    async def _listen(self, client: Client, root: str) -> None:
        start = len(f"{self._prefix}.")

        async def hear(message: Msg) -> None:
            first, _, rest = message.subject[start:].partition("._")
            self._ears.hear(first + rest, message.data)

        await client.subscribe(
            f"{self._prefix}.{root}.>",
            cb=hear,
            pending_msgs_limit=PENDING_WORDS_MAX,
            pending_bytes_limit=PENDING_BYTES_MAX,
        )

    async def _send(self, client: Client) -> None:
        while client.is_connected and (words := self._outbox.take(TURN_BYTES_MAX)):
            sent = 0
            try:
                for subject, word in words:
                    root, dot, rest = subject.partition(".")
                    await client.publish(f"{self._prefix}.{root}._{dot}{rest}", word)
                    sent += 1
            finally:
                self.counts.dropped += len(words) - sent

    async def _went(self) -> None:
        if self._up.is_set():
            self._up.clear()
            self.counts.lost_connections += 1
            log_.warning("the bus lost NATS")

    async def _came(self) -> None:
        self._is_told = False
        self._up.set()
        log_.info("the bus has NATS again")
        self._ears.miss()

    async def _failed(self, error: Exception) -> None:
        if isinstance(error, SlowConsumerError):
            self.counts.dropped += 1
            self._ears.miss()
        elif not self._is_told:
            self._is_told = True
            log_.warning("the bus has no NATS", reason=str(error) or type(error).__name__)
