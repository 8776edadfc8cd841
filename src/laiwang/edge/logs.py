"""Structured logs on standard error: lines for people at a terminal, JSON for machines. Tokens and bodies never go in."""

from __future__ import annotations

import contextlib
import logging
import sys
from typing import TextIO, cast

import structlog

from laiwang.edge.settings import LoggingSettings

__all__ = ["set_up"]


_PROCESSORS: list[structlog.typing.Processor] = []


class _Unfailing:
    """Standard error as a place to write to. A full disk or a closed pipe loses lines, never a request or a thread."""

    def write(self, text: str) -> int:
        try:
            return sys.stderr.write(text)
        except (OSError, ValueError):
            return 0

    def flush(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.flush()


def set_up(settings: LoggingSettings, *, worker: int | None = None) -> None:
    """Directs structlog and the standard library's logging to the same place in the same form; each line names the worker, if it is one.

    May be called again while the server runs.
    """
    level: int = getattr(logging, settings.level.upper())

    def important(_: object, method: str, line: structlog.typing.EventDict) -> structlog.typing.EventDict:
        if getattr(logging, method.upper(), logging.ERROR) < level:
            raise structlog.DropEvent
        return line

    as_json = settings.format == "json" or (settings.format == "auto" and not sys.stderr.isatty())
    shared: list[structlog.typing.Processor] = [
        important,
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    if worker is not None:

        def of_worker(_: object, __: str, line: structlog.typing.EventDict) -> structlog.typing.EventDict:
            line["worker"] = worker
            return line

        shared.append(of_worker)
    # Without the values of variables: these may be tokens and what people wrote.
    traces = structlog.processors.ExceptionRenderer(structlog.tracebacks.ExceptionDictTransformer(show_locals=False))
    last: list[structlog.typing.Processor] = (
        [traces, structlog.processors.JSONRenderer(ensure_ascii=False)]
        if as_json
        else [
            structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback)
        ]
    )
    # Loggers that were used before keep this very list: called again, it changes them as well.
    _PROCESSORS[:] = [*shared, *last]
    structlog.configure(
        processors=_PROCESSORS,
        wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG),
        logger_factory=structlog.PrintLoggerFactory(cast(TextIO, _Unfailing())),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(_Unfailing())
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last], foreign_pre_chain=shared
        )
    )
    logging.basicConfig(handlers=[handler], level=max(level, logging.WARNING), force=True)
