"""The process that reckons: a question on standard input, the reply on standard output, both JSON. Started by `reckoning`."""

from __future__ import annotations

import contextlib
import os
import sys

import msgspec

from laiwang.growth.forecast.reckoner import Question, reckon

#: the server goes first
NICER = 10


def main() -> None:
    """Reads, reckons, writes."""
    with contextlib.suppress(OSError):
        os.nice(NICER)
    question = msgspec.json.decode(sys.stdin.buffer.read(), type=Question)
    sys.stdout.buffer.write(msgspec.json.encode(reckon(question)))


if __name__ == "__main__":
    main()
