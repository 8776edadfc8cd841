"""`ports.Blobs` in a bucket of an S3-compatible store.

An upload is taken in full before the store hears of it: into memory while it is small, then into a file without a name, which ends with the
process. So a client that is slow, gives up or sends too much costs neither memory nor a connection there and leaves nothing behind, and
what is sent has a known size. The store shows a file when all of it is there, also one that was sent in parts.

A store that is away, slow or refuses is `Busy` to callers, after some tries, and told in the log.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit, urlunsplit

import obstore
import orjson
import structlog
from obstore.exceptions import BaseError
from obstore.store import S3Store

from laiwang.adapters.blobs import CHUNK_BYTES, place_of
from laiwang.kernel.ports import BlobsUnfit
from laiwang.kit.refusals import Busy, too_large

if TYPE_CHECKING:
    from obstore import GetOptions
    from obstore.store import ClientConfig, S3Config

__all__ = ["Bucket", "S3Blobs"]

T = TypeVar("T")

#: an upload up to this size stays in memory until it is sent
HELD_BYTES_MAX = 1 << 18
#: larger files are sent in parts of this size; S3 wants 5 MiB at least, and takes 10,000 parts
PART_BYTES = 8 << 20
PARTS_AT_ONCE = 2
#: files that are sent at once: together with the parts the bound of memory
UPLOADS_AT_ONCE = 8
CONNECT_TIMEOUT_S = 5.0
#: for one answer in all; a stalled one ends far earlier, by `timeout_s`
ANSWER_TIMEOUT_S = 6 * 3600.0
TRIES_AGAIN = 20
BUSY_RETRY_MS = 5000
#: says whose files these are; no name of a blob begins with a dot
MARK = ".laiwang"
_STATUS = re.compile(r"status code: ([0-9]{3})")
_REASON = re.compile(r"<Code>([^<]{1,80})</Code>(?:<Message>([^<]{1,300})</Message>)?")
log_ = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Bucket:
    """Where the store is and who asks. Without a key the credentials come from the environment or from the machine's role."""

    name: str
    prefix: str = ""
    endpoint: str = ""
    region: str = ""
    access_key_id: str = ""
    secret_access_key: str = ""
    #: whether the bucket stands in the path of addresses, instead of before the host's name
    path_style: bool = True
    allow_http: bool = False
    #: how long the store may be silent, in seconds
    timeout_s: float = 30.0
    #: how long what went wrong is tried again, with growing pauses
    retry_for_s: float = 15.0

    def __repr__(self) -> str:
        return f"s3://{self.name}/{self.prefix}"


class S3Blobs:
    """Files in two levels of folders below the prefix, as `DiskBlobs` has them. `spool` is the folder for uploads under way."""

    def __init__(self, bucket: Bucket, spool: Path) -> None:
        self._bucket = bucket
        self._spool = spool
        self._store = _store(bucket)
        self._uploads = asyncio.Semaphore(UPLOADS_AT_ONCE)
        #: how often the store failed, after all tries
        self.failures = 0

    async def start(self, server_name: str) -> None:
        """Makes sure that files can be kept. Raises BlobsUnfit when the store refuses or holds another server's files; a store that
        does not answer now may do so later, and is told in the log only."""
        await asyncio.to_thread(self._spool.mkdir, parents=True, exist_ok=True)
        try:
            found = await self._mark()
            if found is not None and found != server_name:
                raise BlobsUnfit(f"{self._bucket} holds the files of another server, {found}; choose another prefix")
            await obstore.put_async(self._store, MARK, orjson.dumps({"name": server_name}))
        except (BaseError, OSError) as error:
            text = _in_words(error)
            if _is_refusal(error):
                raise BlobsUnfit(f"files cannot be kept in {self._bucket}: {text}") from None
            log_.error("the blob store does not answer; files have to wait", store=repr(self._bucket), reason=text)

    async def _mark(self) -> str | None:
        try:
            result = await obstore.get_async(self._store, MARK)
            found = orjson.loads(bytes(await result.bytes_async()))
        except FileNotFoundError as error:
            if "NoSuchBucket" in str(error):
                raise
            return None
        except orjson.JSONDecodeError:
            return "?"
        return str(found.get("name")) if isinstance(found, dict) else "?"

    async def put(self, name: str, chunks: AsyncIterator[bytes], *, size_bytes_max: int) -> int:
        """Stores a file durably and answers its size. Raises Refused 413 M_TOO_LARGE, Busy; leaves nothing behind then."""
        place = place_of(name)
        size = 0
        with SpooledTemporaryFile(HELD_BYTES_MAX, dir=str(self._spool)) as file:
            async for chunk in chunks:
                size += len(chunk)
                if size > size_bytes_max:
                    raise too_large("The file is too large")
                await asyncio.to_thread(file.write, chunk)
            await asyncio.to_thread(file.seek, 0)
            async with self._uploads:
                await self._send(place, file)
        return size

    async def _send(self, place: str, file: SpooledTemporaryFile[bytes]) -> None:
        writer = obstore.open_writer_async(self._store, place, buffer_size=PART_BYTES, max_concurrency=PARTS_AT_ONCE)
        with self._answering("put", place):
            try:
                while part := await asyncio.to_thread(file.read, CHUNK_BYTES):
                    await _to_its_end(writer.write(part))
                await _to_its_end(writer.close())
            except FileNotFoundError as error:  # the bucket is gone
                raise OSError(str(error)) from error
            except BaseException as error:
                await self._abandon(writer, error)
                raise

    async def _abandon(self, writer: Any, error: BaseException) -> None:
        """Asks the store to forget the parts that it has; when that fails as well, its own rules have to."""
        try:
            await writer.__aexit__(type(error), error, None)
        except (BaseError, OSError):
            return

    async def size(self, name: str) -> int | None:
        """Size in bytes, None when there is no such file. Raises Busy."""
        place = place_of(name)
        try:
            with self._answering("head", place):
                return (await obstore.head_async(self._store, place))["size"]
        except FileNotFoundError:
            return None

    async def open(self, name: str, start_bytes: int = 0, end_bytes: int | None = None) -> AsyncIterator[bytes]:
        """The file in chunks, or its bytes from `start_bytes` to before `end_bytes`. Raises FileNotFoundError, Busy.

        A connection that breaks is taken up again where it broke, for the same content only.
        """
        place = place_of(name)
        with self._answering("get", place):
            try:
                found = await obstore.get_async(self._store, place, options=_range(start_bytes, end_bytes))
            except BaseError as error:
                if start_bytes and "status code: 416" in str(error):
                    return  # it ends before
                raise
            stream = found.stream(min_chunk_size=CHUNK_BYTES).__aiter__()
        while True:
            with self._answering("get", place):
                try:
                    chunk = bytes(await anext(stream))
                except StopAsyncIteration:
                    return
            yield chunk

    async def read(self, name: str) -> bytes:
        """The whole file. Raises FileNotFoundError, Busy."""
        place = place_of(name)
        with self._answering("get", place):
            found = await obstore.get_async(self._store, place)
            return bytes(await found.bytes_async())

    async def delete(self, name: str) -> None:
        """Removes a file; no error when it is not there. Raises Busy."""
        place = place_of(name)
        try:
            with self._answering("delete", place):
                await obstore.delete_async(self._store, place)
        except FileNotFoundError:
            return

    async def names(self) -> AsyncIterator[tuple[str, int]]:
        """Every file with its size. Raises Busy."""
        stream = obstore.list(self._store).__aiter__()
        while True:
            with self._answering("list", ""):
                try:
                    found = await anext(stream)
                except StopAsyncIteration:
                    return
            for one in found:
                name = one["path"].rpartition("/")[2]
                if not name.startswith(".") and one["path"] == _place_or_none(name):
                    yield name, one["size"]

    @contextmanager
    def _answering(self, verb: str, place: str) -> Iterator[None]:
        """Turns what the store says into Busy, except that there is no such file."""
        try:
            yield
        except FileNotFoundError:
            raise
        except (BaseError, OSError) as error:
            self.failures += 1
            log_.warning("the blob store failed", verb=verb, place=place, reason=_in_words(error))
            raise Busy(BUSY_RETRY_MS) from error


def _store(bucket: Bucket) -> S3Store:
    config: S3Config = {
        "virtual_hosted_style_request": not bucket.path_style,
        # One request a file: some stores have no other way.
        "disable_bulk_delete": True,
    }
    if bucket.region:
        config["region"] = bucket.region
    if bucket.endpoint:
        config["endpoint"] = bucket.endpoint if bucket.path_style else _with_bucket(bucket.endpoint, bucket.name)
    if bucket.access_key_id:
        config["access_key_id"] = bucket.access_key_id
        config["secret_access_key"] = bucket.secret_access_key
    options: ClientConfig = {
        "allow_http": bucket.allow_http,
        "connect_timeout": timedelta(seconds=min(CONNECT_TIMEOUT_S, bucket.timeout_s)),
        "read_timeout": timedelta(seconds=bucket.timeout_s),
        "timeout": timedelta(seconds=ANSWER_TIMEOUT_S),
    }
    return S3Store(
        bucket.name,
        prefix=bucket.prefix or None,
        config=config,
        client_options=options,
        retry_config={
            "max_retries": TRIES_AGAIN,
            "retry_timeout": timedelta(seconds=bucket.retry_for_s),
            "backoff": {
                "init_backoff": timedelta(milliseconds=200),
                "max_backoff": timedelta(seconds=3),
                "base": 2,
            },
        },
    )


def _with_bucket(endpoint: str, name: str) -> str:
    parts = urlsplit(endpoint)
    return urlunsplit(parts._replace(netloc=f"{name}.{parts.netloc}"))


def _range(start: int, end: int | None) -> GetOptions:
    if end is not None:
        return {"range": (start, end)}
    return {"range": {"offset": start}} if start else {}


def _place_or_none(name: str) -> str | None:
    try:
        return place_of(name)
    except ValueError:
        return None


async def _to_its_end(call: Awaitable[T]) -> T:
    """Waits for the store also when the caller is cancelled: what it began has then either happened or not."""
    task = asyncio.ensure_future(call)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait((task,))
        if not task.cancelled():
            task.exception()
        raise


def _is_refusal(error: Exception) -> bool:
    status = _STATUS.search(str(error))
    return "credential" in str(error).lower() or (status is not None and status[1][0] in "34")


def _in_words(error: Exception) -> str:
    """The reason that the store gave, else what went wrong on the way there."""
    text = str(error)
    found = _REASON.search(text)
    if found is not None:
        return f"{found[1]}: {found[2]}" if found[2] else found[1]
    return text.partition("\n")[0][:300]
