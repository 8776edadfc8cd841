"""What the kernel needs from the outside: a database, a blob store, a way out to other servers, a clock and chance.

Adapters implement these protocols; nothing above the kernel knows which adapter is plugged in. A unit of work is data, not a
connection: it can be grouped with others under one fsync (SQLite) or sent in one round trip (PostgreSQL).

What is made several times for each request is a msgspec struct: a frozen dataclass takes twenty times as long to make.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

import msgspec
from sqlalchemy.sql.expression import Executable

from laiwang.kit.compact import compact
from laiwang.kit.ports import Chance, Clock

__all__ = [
    "WAITED_S_MAX",
    "At",
    "Barred",
    "Blobs",
    "BlobsUnfit",
    "Chance",
    "Clock",
    "Committed",
    "Conflict",
    "Database",
    "DatabaseDown",
    "DatabaseUnfit",
    "Deferred",
    "Fact",
    "Mailer",
    "NewFact",
    "Outbound",
    "Reads",
    "Reply",
    "Rewrite",
    "Row",
    "TimedOut",
    "Tx",
    "Undeliverable",
    "Unit",
    "Unreachable",
    "Write",
]

#: a unit that has waited longer for its turn is not written any more; whoever asked is told to come again
WAITED_S_MAX = 10.0

Row = tuple[Any, ...]
T = TypeVar("T")


class Conflict(Exception):
    """A unit was refused as a whole: a unique constraint, a foreign key or a guard said no. Nothing of it was written."""


class DatabaseUnfit(Exception):
    """The database has tables that this version cannot work with. Nothing was changed."""


class DatabaseDown(Exception):
    """The database could not take the unit (full disk, lost connection). It may or may not have happened: retry with the same keys."""


class At(msgspec.Struct, frozen=True):
    """Stands for the log position of the unit's fact number `index`, in the parameters of a write of the same unit."""

    index: int


class Fact:
    """One entry of the log. `body` is what clients receive (JSON bytes); `meta` is what only the server needs (JSON bytes).

    `mark` lets a reader count without opening bodies (0: nobody is notified by default, 1: main timeline, n > 1: thread
    whose root stands at position n). A fact with a `key` replaces the older one with the same topic and key.
    """

    __slots__ = ("body", "cache", "key", "kind", "mark", "meta", "position", "topic")

    def __init__(
        self,
        position: int,
        topic: str,
        kind: str,
        key: str | None,
        mark: int,
        body: bytes,
        meta: bytes | None,
        cache: Any = None,
    ) -> None:
        self.position = position
        self.topic = topic
        self.kind = kind
        self.key = key
        self.mark = mark
        self.body = body
        self.meta = meta
        #: decoded form, filled by whoever decodes it first; never stored
        self.cache = cache

    def __repr__(self) -> str:
        return f"Fact({self.position}, {self.topic!r}, {self.kind!r}, key={self.key!r})"


class NewFact(msgspec.Struct, frozen=True):
    """A fact that has no position yet."""

    topic: str
    kind: str
    body: bytes
    key: str | None = None
    mark: int = 0
    meta: bytes | None = None
    cache: Any = None


class Write(msgspec.Struct, frozen=True):
    """One row statement with its parameters (or a list of them). `rows_expected` makes it a guard: another count is a Conflict."""

    statement: Executable
    params: Mapping[str, Any] | Sequence[Mapping[str, Any]]
    rows_expected: int | None = None


class Rewrite(msgspec.Struct, frozen=True):
    """Replaces body and meta of the fact at `position` and takes its mark away: redaction is the only reason to do so."""

    topic: str
    position: int
    body: bytes
    meta: bytes | None


class Unit(msgspec.Struct):
    """Rows and facts that become durable together or not at all.

    `applied` runs on the event loop when the unit is durable and before any bell rings, in the process that wrote it alone: for what only
    the writer knows. Memory that mirrors the database follows facts instead (`laiwang.kernel.mirror`), which come to every process.
    It must not raise and must not block.

    `wakes` are the topics whose bells wake somebody, where these are not those of the facts: of the others one hears with the next
    thing, or when one is reminded (`Bells.remind`). Other processes wake as for any fact.
    """

    facts: list[NewFact] = msgspec.field(default_factory=list)
    writes: list[Write] = msgspec.field(default_factory=list)
    rewrites: list[Rewrite] = msgspec.field(default_factory=list)
    deletes: list[tuple[str, str]] = msgspec.field(default_factory=list)
    applied: Callable[[Sequence[Fact]], None] | None = None
    wakes: Sequence[str] | None = None

    def append(
        self,
        topic: str,
        kind: str,
        body: bytes,
        *,
        key: str | None = None,
        mark: int = 0,
        meta: bytes | None = None,
        cache: Any = None,
    ) -> At:
        """Adds a fact; the answer stands for its position in the parameters of this unit's writes."""
        kept = None if meta is None else compact(meta)
        self.facts.append(NewFact(topic, kind, compact(body), key, mark, kept, cache))
        return At(len(self.facts) - 1)

    def write(
        self,
        statement: Executable,
        params: Mapping[str, Any] | Sequence[Mapping[str, Any]],
        *,
        rows_expected: int | None = None,
    ) -> None:
        """Adds a row statement."""
        self.writes.append(Write(statement, params, rows_expected))

    def delete_fact(self, topic: str, key: str) -> None:
        """Takes the keyed fact out of the log (for what need not be told to anyone who has not seen it)."""
        self.deletes.append((topic, key))


class Committed(msgspec.Struct, frozen=True):
    """The durable form of a unit: its facts with their positions, in the order in which they were appended."""

    facts: Sequence[Fact]


class Reads(Protocol):
    """Reading rows. Statements are SQLAlchemy Core; parameters are bound by name."""

    async def fetch(self, statement: Executable, params: Mapping[str, Any] | None = None) -> list[Row]:
        """All rows."""
        ...

    async def fetch_one(self, statement: Executable, params: Mapping[str, Any] | None = None) -> Row | None:
        """The first row, or None."""
        ...


class Tx(Reads, Protocol):
    """An open transaction that reads what it has written. Short by contract: nothing else is awaited inside it."""

    unit: Unit

    async def execute(self, statement: Executable, params: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> int:
        """Runs a row statement now; answers how many rows it touched. Raises Conflict."""
        ...

    def append(
        self,
        topic: str,
        kind: str,
        body: bytes,
        *,
        key: str | None = None,
        mark: int = 0,
        meta: bytes | None = None,
        cache: Any = None,
    ) -> At:
        """Adds a fact; positions are given when the transaction commits."""
        ...


class Database(Reads, Protocol):
    """Rows and the log, durable when a call returns."""

    async def start(self) -> None:
        """Opens the database, brings its schema up to date and reads the last position. Raises DatabaseUnfit."""
        ...

    async def close(self) -> None:
        """Finishes what was accepted, then closes."""
        ...

    @property
    def position(self) -> int:
        """The last durable position whose unit has been applied."""
        ...

    @property
    def is_shared(self) -> bool:
        """Whether other processes may work on it at the same time."""
        ...

    async def commit(self, unit: Unit) -> Committed:
        """Makes the unit durable. Raises Conflict (nothing written) or DatabaseDown (unknown)."""
        ...

    async def transaction(self, work: Callable[[Tx], Awaitable[T]]) -> T:
        """Runs `work` inside a transaction, alone; an exception from it undoes everything and is raised again."""
        ...

    async def facts(
        self, topic: str, since: int, upto: int, *, limit: int | None = None, newest_first: bool = False
    ) -> list[Fact]:
        """Facts of a topic with since < position <= upto."""
        ...

    async def facts_at(self, positions: Sequence[int]) -> list[Fact]:
        """Facts at these positions, in the order of positions; a missing one is left out."""
        ...

    async def facts_after(self, since: int, *, limit: int, topic_prefix: str | None = None) -> list[Fact]:
        """Facts of all topics after a position, in order: what followers read."""
        ...

    async def fact_by_key(self, topic: str, key: str) -> Fact | None:
        """The keyed fact of a topic."""
        ...

    async def marks(self, topic: str, since: int, upto: int) -> list[tuple[int, int]]:
        """(mark, count) of the facts with mark > 0 of a topic with since < position <= upto."""
        ...


class BlobsUnfit(Exception):
    """Files cannot be kept there as it is set; the text says why, for the operator."""


class Blobs(Protocol):
    """Files by name. Names are ours (hex or base64url), never a client's. What cannot be reached or written now is `Busy`."""

    async def put(self, name: str, chunks: AsyncIterator[bytes], *, size_bytes_max: int) -> int:
        """Stores a file durably and answers its size. Raises Refused 413 M_TOO_LARGE, Busy; leaves nothing behind then."""
        ...

    async def size(self, name: str) -> int | None:
        """Size in bytes, None when there is no such file. Raises Busy."""
        ...

    def open(self, name: str, start_bytes: int = 0, end_bytes: int | None = None) -> AsyncIterator[bytes]:
        """The file in chunks, or what there is from `start_bytes` to before `end_bytes`. Raises FileNotFoundError, Busy."""
        ...

    async def read(self, name: str) -> bytes:
        """The whole file; for small ones. Raises FileNotFoundError, Busy."""
        ...

    async def delete(self, name: str) -> None:
        """Removes a file; no error when it is not there. Raises Busy."""
        ...


class Unreachable(Exception):
    """The other server gave no answer: no such host, no connection, a broken one, no time left. A later try may get one."""


class TimedOut(Unreachable):
    """It took longer than there was time."""


class Barred(Unreachable):
    """This server does not call that address (settings `outbound.*`), or the URL is none that can be called."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the other server answered. Header names are lower-case; `is_cut` when there was more body than was asked for."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    is_cut: bool = False

    @property
    def is_success(self) -> bool:
        """Whether the status is 2xx."""
        return 200 <= self.status < 300


class Outbound(Protocol):
    """Requests that this server makes itself: to push gateways, application services, pages that are previewed."""

    def check(self, url: str, *, trusted: bool = False) -> None:
        """Whether a URL can be called at all, as far as it shows before its host is looked up. Raises Barred."""
        ...

    async def send(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        timeout_s: float = 30.0,
        answer_bytes_max: int = 65_536,
        redirects_max: int = 0,
        trusted: bool = False,
    ) -> Reply:
        """One request with its answer, whatever the status. Raises Unreachable, Barred.

        A URL that came from a client reaches public addresses over https only, at every one of its redirects (followed for GET).
        `trusted` is for URLs that the operator wrote down: they may lead anywhere, and are not followed elsewhere.
        `timeout_s` is for all of it together.
        """
        ...

    async def close(self) -> None:
        """Lets go of connections."""
        ...


class Deferred(Exception):
    """The mail server does not take this mail yet; a later try may be taken."""


class Undeliverable(Exception):
    """The mail server will never take this mail: there is no such mailbox, or it does not want what the mail says."""


class Mailer(Protocol):
    """Hands mails to the mail server of the operator."""

    async def send(self, sender: str, recipient: str, message: bytes) -> None:
        """One mail, taken by the mail server when it returns; `message` is whole, with its headers.

        Raises Unreachable (no mail server, or it does not take anything from us), Deferred, Undeliverable (this mail).
        """
        ...
