"""`kernel.bus.Bus` over LISTEN and NOTIFY: no further server is needed, and every word costs the database a little.

A notification carries at most 8,000 bytes of text. The words that wait are sent as one frame, parted as need be: a statement says all parts
in one transaction, so those of one frame arrive together and in order. A connection of its own both sends and hears; its commits need not
wait for the disk, for there is nothing to keep.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import secrets
from collections.abc import Sequence

import asyncpg
import msgspec
import structlog

from laiwang.adapters.postgres.errors import IN_TROUBLE
from laiwang.kernel.bus import BusCounts, Ears, Hear, Missed, Outbox, check_word

__all__ = ["PostgresBus"]

CHANNEL = "laiwang_bus"
#: of words in one frame
FRAME_BYTES_MAX = 256 << 10
#: of one part before it is written as text, which adds a third, and its heading; three bytes are four letters
PART_BYTES_MAX = 5799
#: several words within this time cost one transaction
GATHER_S = 0.002
CONNECT_TIMEOUT_S = 10
STATEMENT_TIMEOUT_S = 10
#: a connection that has been silent for so long is asked whether it is still there
SILENCE_S = 10
RETRY_S_MIN, RETRY_S_MAX = 0.1, 5.0
SESSION = {"application_name": "laiwang bus", "synchronous_commit": "off", "jit": "off"}
_SAY = (
    f"SELECT pg_notify('{CHANNEL}', part) FROM unnest($1::text[]) WITH ORDINALITY AS parts (part, place) ORDER BY place"
)

Words = list[tuple[str, bytes]]
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Words).decode
log_ = structlog.get_logger(__name__)


class _Whole:
    """Puts the parts of one sender's frames together."""

    __slots__ = ("_frame", "_parts")

    def __init__(self) -> None:
        self._frame = -1
        self._parts: list[str] = []

    def add(self, frame: int, part: int, count: int, text: str) -> str | None:
        """The whole, when it is the last part. Raises ValueError when one is missing."""
        if part == 0:
            self._frame, self._parts = frame, []
        if frame != self._frame or part != len(self._parts):
            self._frame = -1
            raise ValueError("a part is missing")
        self._parts.append(text)
        if len(self._parts) < count:
            return None
        found, self._parts, self._frame = "".join(self._parts), [], -1
        return found


class PostgresBus:
    """On the database at `url`, with all processes that work on it."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._own = secrets.token_hex(6)
        self.counts = BusCounts()
        self._ears = Ears(self.counts)
        self._outbox = Outbox(self.counts)
        self._connection: asyncpg.Connection | None = None
        self._lost = asyncio.Event()
        self._senders: dict[str, _Whole] = {}
        self._frames = 0
        self._task: asyncio.Task[None] | None = None
        self._stopping = False

    @property
    def is_connected(self) -> bool:
        """See Bus."""
        return self._connection is not None and not self._lost.is_set()

    async def start(self) -> None:
        """See Bus."""
        self._task = asyncio.create_task(self._run(), name="postgres bus")

    async def stop(self) -> None:
        """See Bus."""
        if self._task is None:
            return
        self._stopping = True
        connection = self._connection
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        self._task = None
        if connection is not None and not connection.is_closed() and not self._outbox.is_empty:
            try:
                async with asyncio.timeout(1):
                    await self._send(connection)
            except IN_TROUBLE:
                pass
        if connection is not None:
            connection.terminate()

    def publish(self, subject: str, word: bytes | str = b"") -> None:
        """See Bus."""
        found = check_word(subject, word)
        if not self._stopping:
            self._outbox.put(subject, found)

    def subscribe(self, prefix: str, hear: Hear, *, missed: Missed | None = None) -> None:
        """See Bus."""
        self._ears.add(prefix, hear, missed)

    # --- the task -----------------------------------------------------------------------------------------------------

    async def _run(self) -> None:
        retry_s = 0.0
        is_first = True
        while True:
            try:
                connection = await self._connect()
            except IN_TROUBLE as error:
                retry_s = min(max(retry_s * 2, RETRY_S_MIN), RETRY_S_MAX)
                log_.debug("the bus cannot reach the database", reason=str(error), retry_s=retry_s)
                await asyncio.sleep(retry_s)
                continue
            retry_s = 0.0
            self._connection = connection
            try:
                if not is_first:
                    self._ears.miss()
                is_first = False
                await self._serve(connection)
            except IN_TROUBLE as error:
                self.counts.lost_connections += 1
                log_.warning("the bus lost the database", reason=str(error) or type(error).__name__)
            finally:
                if not self._stopping:
                    self._connection = None
                    connection.terminate()

    def _ended(self, _: object) -> None:
        self._lost.set()
        self._outbox.wake()

    async def _connect(self) -> asyncpg.Connection:
        connection = await asyncpg.connect(
            self._url, timeout=CONNECT_TIMEOUT_S, command_timeout=STATEMENT_TIMEOUT_S, server_settings=SESSION
        )
        self._lost.clear()
        self._senders.clear()
        try:
            connection.add_termination_listener(self._ended)
            await connection.add_listener(CHANNEL, self._heard)
        except BaseException:
            connection.terminate()
            raise
        return connection

    async def _serve(self, connection: asyncpg.Connection) -> None:
        """Sends what there is, until the connection is lost."""
        while True:
            try:
                async with asyncio.timeout(SILENCE_S):
                    await self._outbox.wait()
            except TimeoutError:
                await connection.execute("SELECT")
            if self._lost.is_set():
                raise asyncpg.ConnectionDoesNotExistError("the connection was closed")
            await asyncio.sleep(GATHER_S)
            await self._send(connection)

    async def _send(self, connection: asyncpg.Connection) -> None:
        words = self._outbox.take(FRAME_BYTES_MAX)
        if words:
            try:
                await connection.execute(_SAY, self._parts(words))
            except BaseException:
                self.counts.dropped += len(words)
                raise

    def _parts(self, words: Words) -> Sequence[str]:
        frame = _encode(words)
        self._frames += 1
        texts = [
            base64.b64encode(frame[start : start + PART_BYTES_MAX]).decode()
            for start in range(0, len(frame), PART_BYTES_MAX)
        ]
        return [f"{self._own} {self._frames} {part} {len(texts)} {text}" for part, text in enumerate(texts)]

    def _heard(self, _: object, __: int, ___: str, payload: object) -> None:
        try:
            sender, frame, part, count, text = str(payload).split(" ")
            if sender == self._own:
                return
            whole = self._senders.setdefault(sender, _Whole()).add(int(frame), int(part), int(count), text)
            if whole is None:
                return
            del self._senders[sender]
            words = _decode(base64.b64decode(whole, validate=True))
        except (ValueError, binascii.Error, msgspec.DecodeError) as error:
            log_.warning("a word on the bus cannot be read", reason=str(error))
            self.counts.dropped += 1
            self._ears.miss()
            return
        for subject, word in words:
            self._ears.hear(subject, word)
