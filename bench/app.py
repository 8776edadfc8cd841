"""The web app on a phone: what `web/e2e/measure.mjs` finds in a real browser at a server that runs beside it."""

from __future__ import annotations

import asyncio

import orjson

from bench.server import Server
from bench.workloads import Figures
from tests.e2e.browser import WEB, browser, environment, node

__all__ = ["measure"]

#: Events are sent one by one before anything is measured; then the long conversation is scrolled up and down twice.
TIMEOUT_S = 1200


async def measure(server: Server, *, events: int) -> Figures:
    """Starts on a phone four times slower than this machine behind a slow line, and scrolling through a long conversation.

    Raises RuntimeError where there is no browser or no built app.
    """
    if browser() is None or node() is None or not (WEB / "node_modules" / "playwright-core").is_dir():
        raise RuntimeError(
            "the workload app needs Chromium and the app's packages: `apt-get install chromium`, `make web`"
        )
    running = await asyncio.create_subprocess_exec(
        str(node()),
        "e2e/measure.mjs",
        f"http://{server.host}:{server.port}",
        cwd=WEB,
        env={**environment(), "EVENTS": str(events)},
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        told, _ = await asyncio.wait_for(running.communicate(), TIMEOUT_S)
    finally:
        if running.returncode is None:
            running.kill()
            await running.wait()
    if running.returncode != 0:
        raise RuntimeError("the app could not be measured: see above")
    figures: Figures = orjson.loads(told.splitlines()[-1])
    return figures
