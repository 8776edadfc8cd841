"""What all commands of the command line share: the language, a bar, the arguments that say where the server is."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

__all__ = ["DEFAULT_DATA", "bar", "fail", "place", "program", "say"]

DEFAULT_DATA = "laiwang-data"
BAR_CHARACTERS = 30


def place(parser: argparse.ArgumentParser, *, config: bool = True) -> None:
    """The arguments `--data` and, unless `config` is false, `--config`."""
    parser.add_argument(
        "--data",
        type=Path,
        default=Path(DEFAULT_DATA),
        help=say(
            f"folder with everything the server keeps (default: {DEFAULT_DATA})", f"数据目录（默认 {DEFAULT_DATA}）"
        ),
    )
    if config:
        parser.add_argument("--config", type=Path, help=say("settings file (TOML)", "设置文件（TOML）"))


def bar(what: str) -> Any:
    """A bar on a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        return lambda done, total: None

    def show(done: int, total: int) -> None:
        share = min(1.0, done / max(total, 1))
        full = int(share * BAR_CHARACTERS)
        end = "\n" if done >= total else ""
        print(
            f"\r{what} [{'#' * full}{'.' * (BAR_CHARACTERS - full)}] {share:4.0%}", end=end, file=sys.stderr, flush=True
        )

    return show


def program() -> str:
    """How this program was called, for a command to copy."""
    called = Path(sys.argv[0])
    if called.name == "__main__.py":
        return f"{sys.executable} -m laiwang"
    return sys.argv[0] if os.sep in sys.argv[0] else called.name


def fail(text: str) -> int:
    """Says why not, and answers the exit code."""
    print(f"laiwang: {text}", file=sys.stderr)
    return 2


def say(english: str, chinese: str) -> str:
    """The text in the language of the system."""
    language = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return chinese if language.startswith("zh") else english
