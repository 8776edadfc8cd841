"""Charts as SVG, by hand: lines and bars that are read in light and in dark, and text that a screen reader finds."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from bench.scale.cells import KINDS
from bench.scale.report import short, time
from bench.scale.scenario import Results

__all__ = ["charts"]

WIDTH, HEIGHT = 760, 380
LEFT, RIGHT, TOP, BOTTOM = 78, 24, 52, 52
STYLE = """
:root{color-scheme:light dark}
.page{fill:#fff}.ink{fill:#1d1f22}.soft{fill:#5b6168}.grid{stroke:#e2e5e9}.axis{stroke:#8a9099}
.c0{--c:#0b6bcb}.c1{--c:#c2410c}.c2{--c:#15803d}.c3{--c:#7c3aed}.c4{--c:#d9a400}.c5{--c:#be185d}.c6{--c:#0f766e}.c7{--c:#64748b}
.line{fill:none;stroke:var(--c);stroke-width:2.5;stroke-linejoin:round}.fill{fill:var(--c)}
@media (prefers-color-scheme:dark){.page{fill:#15181c}.ink{fill:#eceff3}.soft{fill:#a5adb8}.grid{stroke:#2b3138}.axis{stroke:#6b7480}
.c0{--c:#6cb2ff}.c1{--c:#ff9a5c}.c2{--c:#5fd38d}.c3{--c:#b79bff}.c4{--c:#f2c14e}.c5{--c:#ff8cc0}.c6{--c:#4fd1c5}.c7{--c:#a3b1c2}}
text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}.title{font-size:15px;font-weight:600}
"""
#: characters of a name above which names stand below each other
LEGEND_MAX = 34
DASHES = ("", "7 4", "2 4", "10 3 2 3")


@dataclass(frozen=True, slots=True)
class Line:
    """A named line through points."""

    name: str
    points: Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Band:
    """What lies between two lines over the same places; it has the colour of the line of that number."""

    number: int
    low: Sequence[tuple[float, float]]
    high: Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis says, from where to where, and how."""

    label: str
    low: float
    high: float
    is_log: bool = False
    show: Callable[[float], str] = short
    ticks: Sequence[float] = ()

    def at(self, value: float) -> float:
        """0 to 1."""
        if self.is_log:
            low, high = math.log10(self.low), math.log10(self.high)
            return (math.log10(max(value, self.low)) - low) / (high - low)
        return (value - self.low) / (self.high - self.low)

    def marks(self) -> Sequence[float]:
        """Where a line goes across."""
        if self.ticks:
            return self.ticks
        if self.is_log:
            return [
                10.0**power for power in range(math.ceil(math.log10(self.low)), math.floor(math.log10(self.high)) + 1)
            ]
        step = 10 ** math.floor(math.log10((self.high - self.low) / 4))
        step *= next(by for by in (1, 2, 5, 10) if (self.high - self.low) / (step * by) <= 6)
        return [self.low + step * number for number in range(int((self.high - self.low) / step + 1e-9) + 1)]


def charts(results: Results) -> dict[str, str]:
    """Every chart by the name of its file."""
    largest = results.scales[-1]
    hours = [float(hour) for hour in range(0, 25, 4)]
    day = [(float(hour), said) for hour, (said, _) in enumerate(largest.by_hour)]
    open_ = [(float(hour), connections / 1000) for hour, (_, connections) in enumerate(largest.by_hour)]
    people = Axis("registered people", results.scales[0].people, largest.people, True)
    costs = [
        ("cells", [(float(one.people), float(one.cells)) for one in results.scales]),
        ("cores at work, busiest hour", [(float(one.people), one.cores_peak) for one in results.scales]),
        ("$ a month", [(float(one.people), one.bill.total) for one in results.scales]),
        ("messages a second, mean", [(float(one.people), one.messages_mean) for one in results.scales]),
    ]
    low = min(value for _, points in costs for _, value in points)
    high = max(value for _, points in costs for _, value in points)
    sizes = Axis(
        "people of one cell",
        results.sizes[0][0],
        results.sizes[-1][0],
        True,
        ticks=[float(row[0]) for row in results.sizes],
    )
    delays = [(float(row[0]), row[2]) for row in results.sizes], [(float(row[0]), row[4]) for row in results.sizes]
    reach_end = max(one.all_ms for one in results.reaches)
    loss_end = max(120.0, min(600.0, 1.1 * max(one.all_s for one in results.returns if one.all_s < 3600)))
    return {
        "scale-growth.svg": lines(
            "What grows with the number of people",
            people,
            Axis("", 10 ** math.floor(math.log10(low)), 10 ** math.ceil(math.log10(high)), True),
            [Line(name, points) for name, points in costs],
        ),
        "scale-day.svg": lines(
            f"A day of {short(largest.people)} registered people",
            Axis("hour of the day, UTC", 0, 24, show=lambda value: f"{value:.0f}", ticks=hours),
            Axis("", 0, max(value for _, value in (*day, *open_)) * 1.05),
            [
                Line("messages a second", [*day, (24.0, day[0][1])]),
                Line("thousands of connections", [*open_, (24.0, open_[0][1])]),
            ],
        ),
        "scale-cell.svg": lines(
            "The longer queue of a larger cell: p99 from message to answer",
            sizes,
            Axis("", 1, 10 ** math.ceil(math.log10(max(value for _, value in (*delays[0], *delays[1])))), True, time),
            [Line("busiest hour", delays[0]), Line("highest minute of a feast", delays[1])],
        ),
        "scale-hot.svg": lines(
            "An announcement reaches those who listen",
            Axis("time since it was durable", 1, 10 ** math.ceil(math.log10(reach_end)), True, time),
            Axis("", 0, 1, show=lambda value: f"{value:.0%}"),
            [Line(one.way, one.curve) for one in results.reaches],
        ),
        "scale-loss.svg": lines(
            "People come back after their cell was lost",
            Axis("seconds since the loss", 0, loss_end, show=lambda value: f"{value:.0f}"),
            Axis("", 0, 1, show=lambda value: f"{value:.0%}"),
            [Line(one.way, _until(one.curve, loss_end)) for one in results.returns],
        ),
        "scale-work.svg": bars(
            "Cores at work in the busiest hour",
            [(one.name, one.by_kind) for one in results.habits],
        ),
    }


def _until(curve: Sequence[tuple[float, float]], end: float) -> list[tuple[float, float]]:
    """The part of a rising curve that is in the picture, level to its edge when it goes on outside."""
    seen = [point for point in curve if point[0] <= end]
    return seen if len(seen) == len(curve) or not seen else [*seen, (end, seen[-1][1])]


def lines(title: str, x: Axis, y: Axis, drawn: Sequence[Line], bands: Sequence[Band] = ()) -> str:
    """A chart of lines, each of them with a colour and a dash of its own; bands lie behind them."""
    parts = []
    columns = 1 if max(len(line.name) for line in drawn) > LEGEND_MAX else 2
    width, height = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM - 44
    bottom = TOP + height

    def place(point: tuple[float, float]) -> str:
        return f"{LEFT + width * x.at(point[0]):.1f},{bottom - height * min(1.0, y.at(point[1])):.1f}"

    for value in y.marks():
        at = bottom - height * y.at(value)
        parts.append(f'<path class="grid" d="M{LEFT} {at:.1f}h{width}"/>')
        parts.append(
            f'<text class="soft" x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{escape(y.show(value))}</text>'
        )
    for value in x.marks():
        across = LEFT + width * x.at(value)
        parts.append(
            f'<text class="soft" x="{across:.1f}" y="{bottom + 19}" text-anchor="middle">{escape(x.show(value))}</text>'
        )
        parts.append(f'<path class="axis" d="M{across:.1f} {bottom}v4"/>')
    parts.append(f'<path class="axis" d="M{LEFT} {bottom}h{width}"/>')
    parts.append(
        f'<text class="soft" x="{LEFT + width / 2}" y="{bottom + 38}" text-anchor="middle">{escape(x.label)}</text>'
    )
    for band in bands:
        around = " ".join(place(point) for point in (*band.low, *reversed(band.high)))
        parts.append(f'<polygon class="fill c{band.number}" fill-opacity="0.16" points="{around}"/>')
    for number, line in enumerate(drawn):
        dash = f' stroke-dasharray="{DASHES[number % 4]}"' if DASHES[number % 4] else ""
        if line.points:
            parts.append(
                f'<polyline class="line c{number}"{dash} points="{" ".join(place(point) for point in line.points)}"/>'
            )
        across, down = LEFT + (number % columns) * width / columns, bottom + 62 + 22 * (number // columns)
        parts.append(f'<path class="line c{number}"{dash} d="M{across:.1f} {down - 4}h34"/>')
        parts.append(f'<text class="ink" x="{across + 42:.1f}" y="{down}">{escape(line.name)}</text>')
    return page(title, parts, bottom + 58 + 22 * -(-len(drawn) // columns))


def bars(title: str, drawn: Sequence[tuple[str, Sequence[float]]]) -> str:
    """Bars that lie, each parted by kind."""
    parts = []
    width = WIDTH - 2 * RIGHT
    most = max(sum(values) for _, values in drawn)
    down = TOP + 6
    for name, values in drawn:
        parts.append(f'<text class="ink" x="{RIGHT}" y="{down + 8}">{escape(name)}</text>')
        across = float(RIGHT)
        for number, value in enumerate(values):
            length = (width - 60) * value / most
            if length >= 0.1:
                parts.append(
                    f'<rect class="fill c{number}" x="{across:.1f}" y="{down + 15}" width="{length:.1f}" height="22"/>'
                )
                across += length
        parts.append(f'<text class="soft" x="{across + 8:.1f}" y="{down + 31}">{short(sum(values))}</text>')
        down += 56
    for number, kind in enumerate(KINDS):
        across, line = RIGHT + (number % 4) * width / 4, down + 16 + 24 * (number // 4)
        parts.append(f'<rect class="fill c{number}" x="{across:.1f}" y="{line - 11}" width="14" height="14"/>')
        parts.append(f'<text class="ink" x="{across + 21:.1f}" y="{line}">{escape(kind)}</text>')
    return page(title, parts, down + 60)


def page(title: str, parts: Sequence[str], height: int) -> str:
    """The file around it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n"
        f'<rect class="page" width="{WIDTH}" height="{height}" rx="8"/>\n'
        f'<text class="ink title" x="{RIGHT}" y="30">{escape(title)}</text>\n' + "\n".join(parts) + "\n</svg>\n"
    )
