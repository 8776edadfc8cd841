"""Figures of all workers of a machine in one answer: whichever is asked, it asks the others over sockets in the data folder."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import orjson

__all__ = ["METRICS", "Siblings", "together"]

#: the command by which one worker asks another
METRICS = "metrics"
TIMEOUT_S = 5.0
ANSWER_BYTES_MAX = 16 << 20


class Siblings:
    """The workers of this machine. `socket_of` tells where each answers."""

    def __init__(self, number: int, count: int, socket_of: Callable[[int], Path]) -> None:
        self.number = number
        self._numbers = range(1, count + 1)
        self._socket_of = socket_of

    @property
    def socket(self) -> Path:
        """Where this one answers."""
        return self._socket_of(self.number)

    async def metrics(self, own: bytes) -> bytes:
        """The exposition of all of them, each sample labelled with its worker; one that does not answer is not up."""
        others = [number for number in self._numbers if number != self.number]
        answers = await asyncio.gather(*map(self._ask, others))
        texts: dict[int, bytes | None] = {self.number: own, **dict(zip(others, answers, strict=True))}
        return together({number: texts[number] for number in self._numbers})

    async def _ask(self, number: int) -> bytes | None:
        try:
            async with asyncio.timeout(TIMEOUT_S):
                reader, writer = await asyncio.open_unix_connection(self._socket_of(number), limit=ANSWER_BYTES_MAX)
                try:
                    writer.write(orjson.dumps({"command": METRICS, "arguments": {}}) + b"\n")
                    answered = orjson.loads(await reader.readline())
                finally:
                    writer.close()
        except (OSError, TimeoutError, ValueError):
            return None
        text = answered.get("ok")
        return text.encode() if isinstance(text, str) else None


def together(texts: Mapping[int, bytes | None]) -> bytes:
    """Several expositions as one."""
    from prometheus_client import CollectorRegistry, generate_latest
    from prometheus_client.core import GaugeMetricFamily
    from prometheus_client.metrics_core import Metric
    from prometheus_client.parser import text_string_to_metric_families

    up = GaugeMetricFamily("laiwang_worker_up", "Whether the worker answers", labels=("worker",))
    found: dict[str, Metric] = {}
    for number, text in texts.items():
        up.add_metric((str(number),), 0.0 if text is None else 1.0)
        for family in text_string_to_metric_families(text.decode()) if text is not None else ():
            whole = found.setdefault(family.name, Metric(family.name, family.documentation, family.type))
            for sample in family.samples:
                labels = {**sample.labels, "worker": str(number)}
                whole.add_sample(sample.name, labels, sample.value, sample.timestamp, sample.exemplar)
    families: Sequence[Metric] = (up, *found.values())

    class _Families:
        def collect(self):  # type: ignore[no-untyped-def]
            return iter(families)

    registry = CollectorRegistry()
    registry.register(_Families())
    rendered: bytes = generate_latest(registry)
    return rendered
