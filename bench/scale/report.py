"""Results as the tables of docs/scale.md, between its marks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bench.scale.cells import KINDS
from bench.scale.scenario import Results, Scale

__all__ = ["put_in", "rows", "tables"]

#: p99 of one delivery in a room of so many, as docs/performance.md has it
MEASURED_MS = {50: 5.93, 200: 25.20, 1000: 105.70}
MARK = "<!-- scale:{name} -->"
END = "<!-- /scale -->"


def short(value: float) -> str:
    """Three figures, with k, M, G."""
    for limit, unit in ((1e9, " G"), (1e6, " M"), (1e3, " k")):
        if value >= limit:
            return f"{value / limit:.3g}{unit}" if value < limit * 1000 else f"{value / limit:,.0f}{unit}"
    return f"{value:.3g}"


def size(value: float) -> str:
    """Bytes, with decimal units."""
    for limit, unit in ((1e15, "PB"), (1e12, "TB"), (1e9, "GB")):
        if value >= limit:
            return f"{value / limit:.3g} {unit}"
    return f"{value / 1e6:.3g} MB"


def share(value: float) -> str:
    """Of one, as per cent."""
    return f"{value * 100:.3g} %"


def time(ms: float) -> str:
    """Milliseconds, or seconds from one second on."""
    return f"{ms:.3g} ms" if ms < 1000 else f"{ms / 1000:.3g} s"


ROWS: tuple[tuple[str, Callable[[Scale], str]], ...] = (
    ("cells", lambda one: f"{one.cells:,}"),
    ("messages a second, mean", lambda one: short(one.messages_mean)),
    ("messages a second, busiest hour", lambda one: short(one.messages_peak)),
    ("messages a second, highest minute of a feast", lambda one: short(one.messages_feast)),
    ("answers with a message a second, busiest hour", lambda one: short(one.deliveries_peak)),
    ("notifications pushed a second, busiest hour", lambda one: short(one.pushes_peak)),
    ("polls a second that end with nothing, busiest hour", lambda one: short(one.polls_peak)),
    ("connections, busiest hour", lambda one: short(one.connections_peak)),
    ("of what is heard at once, from another cell", lambda one: share(one.crossing)),
    ("cores at work, mean", lambda one: f"{one.cores_mean:.3g}"),
    ("cores at work, busiest hour", lambda one: f"{one.cores_peak:.3g}"),
    ("a cell's core, busiest hour: mean, fullest", lambda one: f"{share(one.busy_mean)}, {share(one.busy_worst)}"),
    ("a cell's core, at the feast: mean, fullest", lambda one: f"{share(one.feast_busy)}, {share(one.feast_worst)}"),
    ("message to answer, p50, busiest hour", lambda one: time(one.p50_ms)),
    ("message to answer, p99, busiest hour", lambda one: time(one.p99_ms)),
    ("message to answer, p99, at the feast", lambda one: time(one.feast_p99_ms)),
    ("log and indexes, one copy, a year", lambda one: size(one.log_bytes_per_year)),
    ("files, a year", lambda one: size(one.file_bytes_per_year)),
    ("machines, $ a month", lambda one: f"{one.bill.machines:,.0f}"),
    ("disks, $ a month after a year", lambda one: f"{one.bill.disks:,.0f}"),
    ("files and backups, $ a month after a year", lambda one: f"{one.bill.files:,.0f}"),
    ("to the internet, $ a month", lambda one: f"{one.bill.out:,.0f}"),
    ("all of it for one registered person, $ a year", lambda one: f"{one.bill.total * 12 / one.people:.2f}"),
    ("people simulated", lambda one: f"{one.simulated:,}"),
)


def rows(head: Sequence[str], body: Sequence[Sequence[str]]) -> str:
    """A table in Markdown; the first column is text, the others figures."""
    lines = [f"| {' | '.join(head)} |", f"|---|{'---:|' * (len(head) - 1)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in body)])


def tables(results: Results) -> dict[str, str]:
    """Every table by the name of its marks."""
    habits = results.habits
    return {
        "growth": rows(
            ["registered", *(short(one.people).replace(" ", "") for one in results.scales)],
            [[name, *(show(one) for one in results.scales)] for name, show in ROWS],
        ),
        "kinds": rows(
            ["cores at work in the busiest hour", *(one.name for one in habits)],
            [
                *([kind, *(f"{one.by_kind[number]:.3g}" for one in habits)] for number, kind in enumerate(KINDS)),
                ["all", *(f"**{one.cores_peak:.3g}**" for one in habits)],
                ["p99, busiest hour", *(time(one.p99_ms) for one in habits)],
                ["fullest cell at the feast", *(share(one.feast_worst) for one in habits)],
                ["p99 at the feast", *(time(one.feast_p99_ms) for one in habits)],
            ],
        ),
        "placement": rows(
            [
                "placed",
                "sent to another cell",
                "heard from another cell",
                "other cells told of a message",
                "other cells of a person: half, 1 % have more than",
                "fullest cell",
            ],
            [
                [
                    one.strategy,
                    share(one.sent_elsewhere),
                    share(one.heard_elsewhere),
                    f"{one.tails:.2f}",
                    f"{one.cells_half}, {one.cells_most}",
                    f"{one.fullest:.2f}" if one.fullest else "–",
                ]
                for one in results.placed
            ],
        ),
        "sizes": rows(
            ["people of a cell", "core, busiest hour", "p99", "core, at the feast", "p99 at the feast"],
            [
                [f"{people:,}", share(busy), time(p99), share(feast), time(feast_p99)]
                for people, busy, p99, feast, feast_p99 in results.sizes
            ],
        ),
        "hot": rows(
            ["way", "listeners", "the room's own cell is busy", "half have it", "99 % have it", "all have it"],
            [
                [
                    one.way,
                    f"{one.listeners:,}",
                    time(one.root_busy_ms),
                    time(one.half_ms),
                    time(one.most_ms),
                    time(one.all_ms),
                ]
                for one in results.reaches
            ],
        ),
        "loss": rows(
            ["way", "half are back", "99 % are back", "all are back", "work for nobody"],
            [
                [one.way, *(_after(at) for at in (one.half_s, one.most_s, one.all_s)), share(one.wasted)]
                for one in results.returns
            ],
        ),
        "checked": rows(
            ["members who all listen", "simulated p99", "measured p99"],
            [[str(members), time(p99), time(MEASURED_MS[members])] for members, p99 in results.checked],
        ),
    }


def _after(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 3600 else "not within an hour"


def put_in(text: str, found: Mapping[str, str]) -> str:
    """A document with these tables between their marks; marks without a table keep what they have. Raises KeyError for a table without
    marks."""
    for name, table in found.items():
        mark = MARK.format(name=name)
        if mark not in text:
            raise KeyError(name)
        before, rest = text.split(mark, 1)
        text = f"{before}{mark}\n{table}\n{END}{rest.split(END, 1)[1]}"
    return text


def between(text: str, name: str) -> str:
    """What stands between the marks of a table."""
    return text.split(MARK.format(name=name) + "\n", 1)[1].split("\n" + END, 1)[0]
