"""The arguments of `laiwang forecast`. What it prints is in `forecast_text`, which is loaded when somebody asks."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

__all__ = ["add"]


def add(commands: Any, say: Callable[[str, str], str]) -> argparse.ArgumentParser:
    """Adds the command to the others."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "forecast",
        help=say("how many people there will be, and what would have to be true", "预测用户增长，以及达到目标的条件"),
    )
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--example", choices=["2013"], help=say("the built-in example (the default)", "内置案例（默认）")
    )
    source.add_argument("--data", type=Path, help=say("this server's own figures", "使用本服务器自己的数据"))
    parser.add_argument("--config", type=Path, help=say("settings file (TOML)", "设置文件（TOML）"))
    parser.add_argument(
        "--addressable",
        type=float,
        metavar="PEOPLE",
        help=say("how many people could come at all; needed with --data", "潜在用户总数（使用 --data 时必填）"),
    )
    parser.add_argument(
        "--goal",
        action="append",
        metavar="[active:]PEOPLE@MONTH",
        help=say("so many people by the end of that month", "到某月末达到的人数"),
    )
    parser.add_argument("--months", type=int, default=37, help=say("how far (default: 37)", "预测月数（默认 37）"))
    parser.add_argument(
        "--draws",
        type=int,
        help=say("draws for the fan, 0 for none (default: 400)", "区间的随机抽样次数，0 为不要（默认 400）"),
    )
    parser.add_argument(
        "--seed", type=int, default=2013, help=say("the same seed draws the same", "相同的种子得到相同的抽样")
    )
    parser.add_argument("--language", choices=["en", "zh"], help=say("default: the system's", "默认随系统"))
    parser.add_argument("--json", action="store_true", help=say("for programs", "输出 JSON"))
    return parser
