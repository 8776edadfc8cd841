"""What the server counts, in Prometheus' text format."""

from __future__ import annotations

import time
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from laiwang.edge.gate import Gate
    from laiwang.kernel.capability import Route
    from laiwang.kernel.machine import Kernel

__all__ = ["Metrics"]

BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Metrics:
    """Counters in plain dictionaries on the hot path; the Prometheus library renders them when somebody asks."""

    now = staticmethod(time.perf_counter)

    def __init__(self) -> None:
        self._requests: dict[tuple[str, int], int] = defaultdict(int)
        self._seconds: dict[str, list[float]] = {}

    def count(self, route: Route | None, status: int, begin: float) -> None:
        """Counts one answered request."""
        name = (route.operation or route.path) if route is not None else "unmatched"
        self._requests[name, status] += 1
        if route is not None and route.long_poll:
            return
        spent = time.perf_counter() - begin
        series = self._seconds.get(name)
        if series is None:
            series = self._seconds[name] = [0.0] * (len(BUCKETS) + 2)
        index = bisect_left(BUCKETS, spent)
        if index < len(BUCKETS):
            series[index] += 1
        series[-2] += 1
        series[-1] += spent

    def render(self, kernel: Kernel, gate: Gate, parked: int, gauges: Mapping[str, tuple[str, float]]) -> bytes:
        """The exposition; `gauges` are those of the capabilities."""
        from prometheus_client import CollectorRegistry, generate_latest
        from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
        from prometheus_client.process_collector import ProcessCollector

        requests = CounterMetricFamily("laiwang_requests", "Answered requests", labels=("operation", "status"))
        for (name, status), count in self._requests.items():
            requests.add_metric((name, str(status)), count)
        seconds = HistogramMetricFamily("laiwang_request_seconds", "Time to answer", labels=("operation",))
        for name, series in self._seconds.items():
            total = 0.0
            buckets = []
            for index, bound in enumerate(BUCKETS):
                total += series[index]
                buckets.append((str(bound), total))
            seconds.add_metric((name,), [*buckets, ("+Inf", series[-2])], series[-1])
        writer = getattr(kernel.database, "writer", None)
        refused = CounterMetricFamily("laiwang_refused", "Sent away because there were too many", labels=("reason",))
        for reason, count in gate.refused.items():
            refused.add_metric((reason,), count)
        families = [requests, seconds, refused]
        bus = kernel.bus.counts
        for gauge, text, value in (
            ("laiwang_bus_connected", "Whether words of other processes arrive", int(kernel.bus.is_connected)),
            ("laiwang_bus_peers", "Other processes that are heard", kernel.hearsay.peers.others),
            ("laiwang_bus_words_said", "Words said to other processes", bus.said),
            ("laiwang_bus_words_heard", "Words of other processes that were heard", bus.heard),
            ("laiwang_bus_words_dropped", "Words that were lost on this side of the bus", bus.dropped),
            ("laiwang_bus_connections_lost", "Times the bus lost its connection", bus.lost_connections),
            ("laiwang_log_position", "Last position of the log", kernel.log.position),
            ("laiwang_rooms_awake", "Rooms in memory", kernel.rooms.awake),
            ("laiwang_syncs_parked", "Long polls that wait", parked),
            ("laiwang_connections_open", "Open connections", gate.connections_open),
            ("laiwang_requests_active", "Requests at work, without those that wait", gate.at_work - parked),
            ("laiwang_bodies_bytes", "Memory that bodies of requests under way take", gate.body_bytes),
            ("laiwang_leases_held", "Kinds of background work that this process does", kernel.leases.held),
            ("laiwang_commit_groups", "Commits to disk", getattr(writer, "groups", 0)),
            ("laiwang_commit_units", "Units in these commits", getattr(writer, "units", 0)),
            ("laiwang_blob_failures", "Times the store of files failed", getattr(kernel.blobs, "failures", 0)),
            *((name, text, value) for name, (text, value) in sorted(gauges.items())),
        ):
            families.append(GaugeMetricFamily(gauge, text, value=value))

        class _Families:
            def collect(self):  # type: ignore[no-untyped-def]
                return iter(families)

        registry = CollectorRegistry()
        registry.register(_Families())
        ProcessCollector(registry=registry)
        rendered: bytes = generate_latest(registry)
        return rendered
