"""Has a process of its own reckon: one at a time, limited in time, and gone when it is done."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import Iterator, Mapping

import msgspec
import structlog

from laiwang.growth.forecast.reckoner import Question, Reply
from laiwang.growth.forecast.rules.answering import AskedWrongly, ExtraMissing
from laiwang.kit.refusals import Busy, Refused, invalid_param

__all__ = ["EXTRA_MISSING", "Reckoning", "refused"]

#: NumPy and SciPy are not installed; the member `extra` of the answer names what to install
EXTRA_MISSING = "CN_LAIWANG_EXTRA_MISSING"
TIMEOUT_S = 60.0
WAITING_MAX = 4
RETRY_AFTER_MS = 5000
MODULE = "laiwang.growth.forecast"
#: a second core is the server's
THREADS: Mapping[str, str] = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
log_ = structlog.get_logger(__name__)


@contextlib.contextmanager
def refused() -> Iterator[None]:
    """What the model cannot answer, as a refusal."""
    try:
        yield
    except AskedWrongly as error:
        raise invalid_param(str(error)) from error
    except ExtraMissing as error:
        raise Refused(EXTRA_MISSING, 400, str(error), {"extra": "laiwang[forecast]"}) from error


class Reckoning:
    """Answers questions off the event loop."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._process: asyncio.subprocess.Process | None = None

    async def ask(self, question: Question) -> bytes:
        """The answer as JSON. Raises Refused, and Busy when others wait already."""
        if self._waiting >= WAITING_MAX:
            raise Busy(RETRY_AFTER_MS)
        self._waiting += 1
        try:
            async with self._turn:
                reply = await self._reckon(msgspec.json.encode(question))
        finally:
            self._waiting -= 1
        with refused():
            if reply.is_extra_missing:
                raise ExtraMissing
            if reply.wrong is not None:
                raise AskedWrongly(reply.wrong)
        return bytes(reply.answer)

    async def _reckon(self, question: bytes) -> Reply:
        process = self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-I",
            "-m",
            MODULE,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env={**os.environ, **THREADS},
        )
        try:
            async with asyncio.timeout(TIMEOUT_S):
                told, complaints = await process.communicate(question)
        except TimeoutError as error:
            raise invalid_param("This takes too long: ask for fewer months or draws") from error
        finally:
            self._process = None
            if process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
        if process.returncode != 0:
            log_.error("the forecast process failed", complaints=complaints.decode("utf-8", "replace")[-2000:])
            raise RuntimeError("the forecast process failed")
        return msgspec.json.decode(told, type=Reply)

    async def close(self) -> None:
        """Ends what is being reckoned."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
        async with self._turn:
            pass
