"""The tables and charts of docs/capabilities/forecast.md: `python -m bench.forecast`, with `--write` into the document."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from bench.scale.charts import Axis, Band, Line, lines
from laiwang.growth.forecast import ForecastAnswer, ForecastAsked, Scenario, answer, registered_on_day
from laiwang.growth.forecast import examples as story
from laiwang.growth.forecast.rules.backtest import backtest_bass
from laiwang.growth.forecast.rules.bass import month_of
from laiwang.growth.forecast.rules.course import month_reaching, run
from laiwang.growth.forecast.rules.fitting import fit_bass

DOCUMENT = Path("docs/capabilities/forecast.md")
IMAGES = Path("docs/images")
NAMES = {"laiwang": "Laiwang 10 %", "momo": "Momo 18 %", "wechat": "WeChat 50 %"}
MILLION = story.MILLION
DRAWS = 2000
MONTHS = 37


def tables(wanted: Sequence[str] = ("retentions", "example", "rival")) -> dict[str, str]:
    """Tables by their names."""
    made = {"retentions": _retentions, "example": _example, "rival": _rival}
    return {name: made[name]() for name in wanted}


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines_of_text = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in lines_of_text)


def _retentions() -> str:
    columns: list[list[str]] = []
    for curve in NAMES:
        alone = story.EXAMPLES[f"2013-{curve}-wave"]
        summary = answer(ForecastAsked(scenario=alone, draws=0)).summary
        wave, bought = run(alone, MONTHS), run(story.scenario(curve, [story.BOUGHT]), MONTHS)
        to_120, to_150 = (month_reaching(bought.registered, people * MILLION) for people in (120, 150))
        reached = month_reaching(wave.registered, 120 * MILLION)
        columns.append(
            [
                f"{summary.active_months:.2f}",
                f"{summary.reproduction:.2f}",
                f"{summary.growth_rate:.1%}",
                f"{wave.registered[24] / MILLION:.1f} M / {wave.active[24] / MILLION:.1f} M",
                "never (36)" if reached is None else str(reached),
                f"{to_120} / {to_150}",
                f"{bought.active[36] / MILLION:.1f} M ({bought.active[36] / bought.registered[36]:.1%})",
                f"{summary.word_of_mouth_needed:.4f}",
            ]
        )
    names = [
        "months active of the first 36 (Σ S)",
        "reproduction within 36 months",
        "growth a month by word of mouth alone",
        "the wave alone: registered / active at month 24",
        "… reaches 120 M in month",
        "with 2.3 M a month bought: 120 M / 150 M in month",
        "… active at month 36 (of those registered)",
        "word of mouth needed to replace oneself within 12 months",
    ]
    rows = [[name, *values] for name, values in zip(names, zip(*columns, strict=True), strict=True)]
    return _table(["v = 0.31, M = 500 M", *NAMES.values()], rows)


def _answers() -> dict[str, ForecastAnswer]:
    return {
        curve: answer(ForecastAsked(example=f"2013-{curve}", draws=DRAWS, months=MONTHS, goals=story.GOALS))
        for curve in NAMES
    }


def _example() -> str:
    rows = []
    for curve, found in _answers().items():
        scenario: Scenario = found.scenario
        first, last = (registered_on_day(scenario, day) / MILLION for day in story.PRESS_DAYS)
        met = [
            f"{'never' if one.month is None else one.month} ({one.chance:.0%})"
            for one in found.goals
            if one.chance is not None
        ]
        needed = next(one.needed for one in found.needs if one.goal == story.GOALS[2] and one.lever == "survival_12")
        rows.append([NAMES[curve], f"{first:.1f}–{last:.1f} M", *met, "–" if needed is None else f"{needed:.1%}"])
    head = [
        "retention",
        "day 32–36",
        "120 M by month 24",
        "150 M by month 24",
        "60 M active by month 36",
        "S(12) needed for the latter",
    ]
    return _table(head, rows)


def _rival() -> str:
    rows = []
    for name, counts in (("registered", story.REGISTERED), ("active in a month", story.MONTHLY_ACTIVE)):
        points = [(story.months_since(story.LAUNCH, day), people) for day, people in counts]
        found = fit_bass(points)
        tested = backtest_bass(points, 1)
        rows.append(
            [
                name,
                str(len(points)),
                f"{found.p:.4f}",
                f"{found.q:.3f}",
                f"{found.m:.0f} M",
                f"{found.error_max:.1%}",
                f"{month_of(found.p, found.q, 120 / found.m):.1f} / {month_of(found.p, found.q, 150 / found.m):.1f}",
                "too few points"
                if tested is None
                else f"{tested.error:.1%}, {tested.coverage:.0%} of {tested.forecasts}",
            ]
        )
    head = ["WeChat", "points", "p", "q", "m", "largest error", "months to 120 M / 150 M", "back-test: error, coverage"]
    return _table(head, rows)


def charts() -> dict[str, str]:
    """Every chart by the name of its file."""
    found = _answers()
    months = Axis(
        "month after the order", 0, 36, show=lambda value: f"{value:.0f}", ticks=[float(one) for one in range(0, 37, 6)]
    )
    drawn: dict[str, str] = {}
    for measure, title, goal in (
        ("registered", "Registered people, in millions, after the order of 2013", 150.0),
        ("active", "Active people, in millions, after the order of 2013", 60.0),
    ):
        curves = {curve: getattr(one, measure) for curve, one in found.items()}
        top = max(max(one.fan.high) for one in curves.values()) / MILLION
        named = [
            Line(f"{NAMES[curve]} (shaded: 10–90 % of draws)", _points(one.central)) for curve, one in curves.items()
        ]
        goals = Line(
            "30 % of the rival" if measure == "active" else "30 % of the rival, by the larger count",
            [(0, goal), (36, goal)],
        )
        bands = [
            Band(number, _points(one.fan.low), _points(one.fan.high)) for number, one in enumerate(curves.values())
        ]
        y = Axis("", 0, top * 1.05, show=lambda value: f"{value:.0f} M")
        drawn[f"forecast-{measure}.svg"] = lines(title, months, y, [*named, goals], bands)
    points = [(story.months_since(story.LAUNCH, day), people) for day, people in story.REGISTERED]
    fitted = fit_bass(points)
    time = Axis(
        "months since the rival began",
        0,
        36,
        show=lambda value: f"{value:.0f}",
        ticks=[float(one) for one in range(0, 37, 6)],
    )
    drawn["forecast-rival.svg"] = lines(
        "Registered people of WeChat, in millions: counts, and Bass's curve through them",
        time,
        Axis("", 0, 500, show=lambda value: f"{value:.0f} M"),
        [
            Line(
                f"Bass: p {fitted.p:.4f}, q {fitted.q:.3f}, m {fitted.m:.0f} M",
                [(float(one), fitted.at(one)) for one in range(37)],
            ),
            Line("counts of the press", points),
        ],
    )
    return drawn


def _points(series: list[float]) -> list[tuple[float, float]]:
    return [(float(month), value / MILLION) for month, value in enumerate(series)]


def put_in(text: str, found: dict[str, str]) -> str:
    """The document with its tables between their marks. Raises KeyError for a table without marks."""
    for name, table in found.items():
        marks = re.compile(rf"(<!-- forecast:{name} -->\n).*?(<!-- /forecast -->)", re.DOTALL)
        if not marks.search(text):
            raise KeyError(name)
        text = marks.sub(lambda match, table=table: f"{match[1]}{table}\n{match[2]}", text)  # type: ignore[misc]
    return text


def main() -> None:
    """Prints the tables, and writes them and the charts when asked to."""
    parser = argparse.ArgumentParser(prog="python -m bench.forecast", description=__doc__)
    parser.add_argument("--write", action="store_true", help="put tables and charts into docs/")
    options = parser.parse_args()
    found = tables()
    for name, table in found.items():
        print(f"\n{name}\n\n{table}")
    if options.write:
        DOCUMENT.write_text(put_in(DOCUMENT.read_text("utf-8"), found), "utf-8")
        for name, chart in charts().items():
            (IMAGES / name).write_text(chart, "utf-8")


if __name__ == "__main__":
    main()
