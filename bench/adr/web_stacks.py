"""Measures the three web stacks of ADR 0003: bare ASGI with a trie on the raw path, Falcon, BlackSheep; all on uvicorn.

The work: 250 routes; `PUT …/rooms/{id}/send/{type}/{txn}` with a JSON body and a bearer token that is looked up; a JSON answer.
The server has one core, the load another. Falcon and BlackSheep are installed into a scratch environment, so that they do not
become dependencies of the product.

    python bench/adr/web_stacks.py [--seconds 5] [--rounds 3] [--connections 64]
"""

import argparse
import asyncio
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote

STACKS = ("bare", "falcon", "blacksheep")
PACKAGES = ("uvicorn", "uvloop", "httptools", "msgspec", "falcon", "blacksheep")
PREFIX = "/_matrix/client/v3"
ROUTES = [f"{PREFIX}/rooms/{{room}}/verb{number}/{{kind}}/{{txn}}" for number in range(249)]
ROUTES.append(f"{PREFIX}/rooms/{{room}}/send/{{kind}}/{{txn}}")
TOKENS = {f"token{number}": f"@user{number}:bench.example" for number in range(1000)}
BODY = json.dumps({"msgtype": "m.text", "body": "The quick brown fox jumps over the lazy dog. 来往"}).encode()
PLAIN_PATH = f"{PREFIX}/rooms/%21room%3Abench.example/send/m.room.message/t1"
SLASH_PATH = f"{PREFIX}/rooms/%21room%3Abench.example/send/org.example%2Fslash/t1"

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


# --- the three servers --------------------------------------------------------------------------------------------------


def respond(authorization: str | None, body: bytes, kind: str) -> bytes | None:
    """What every stack does with a matched request; None without a valid token."""
    import msgspec

    user = TOKENS.get((authorization or "").removeprefix("Bearer "))
    if user is None:
        return None
    content = msgspec.json.decode(body)
    return msgspec.json.encode({"event_id": f"${len(content)}", "type": kind, "sender": user})


def bare_app() -> Any:
    """A trie of dictionaries over the segments of the raw path; `None` is the key of a parameter."""
    root: dict[Any, Any] = {}
    for route in ROUTES:
        node = root
        for segment in route.split("/")[1:]:
            node = node.setdefault(None if segment.startswith("{") else segment, {})
        node["handler"] = respond

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        node = root
        found: list[str] = []
        for segment in scope["raw_path"].decode("ascii").split("/")[1:]:
            step = node.get(segment)
            if step is None:
                step = node.get(None)
                if step is None:
                    break
                found.append(unquote(segment) if "%" in segment else segment)
            node = step
        handler = node.get("handler")
        body = b""
        while True:
            message = await receive()
            body += message.get("body", b"")
            if not message.get("more_body"):
                break
        token = next((value.decode() for key, value in scope["headers"] if key == b"authorization"), None)
        answer = handler(token, body, found[1]) if handler is not None else None
        status = 404 if handler is None else 200 if answer is not None else 401
        payload = answer or b"{}"
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(payload)).encode())]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": payload})

    return app


def falcon_app() -> Any:
    """Falcon's compiled router, given the raw path as its path."""
    import falcon
    import falcon.asgi

    class Resource:
        async def on_put(self, req: Any, resp: Any, room: str, kind: str, txn: str) -> None:
            answer = respond(req.get_header("authorization"), await req.stream.read(), unquote(kind))
            resp.status = falcon.HTTP_200 if answer is not None else falcon.HTTP_401
            resp.content_type = "application/json"
            resp.data = answer or b"{}"

    app = falcon.asgi.App()
    for route in ROUTES:
        app.add_route(route, Resource())

    async def on_raw_path(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            scope["path"] = scope["raw_path"].decode("ascii")
        await app(scope, receive, send)

    return on_raw_path


def blacksheep_app() -> Any:
    """BlackSheep's router as it comes."""
    from blacksheep import Application, Content, Request, Response

    app = Application()

    async def handler(request: Request) -> Response:
        values = request.route_values
        token = request.get_first_header(b"authorization")
        answer = respond(token.decode() if token else None, await request.read() or b"", values["kind"])
        return Response(200 if answer is not None else 401, content=Content(b"application/json", answer or b"{}"))

    for route in ROUTES:
        app.router.add_put(route, handler)
    return app


def serve(stack: str, port: int) -> None:
    """Runs one stack on the first core until it is told to stop."""
    import uvicorn

    pin(0)
    app = {"bare": bare_app, "falcon": falcon_app, "blacksheep": blacksheep_app}[stack]()
    uvicorn.run(app, host="127.0.0.1", port=port, loop="uvloop", http="httptools", access_log=False, log_level="error")


def pin(core: int) -> None:
    """Keeps this process on one core where the system can do that and has two."""
    if hasattr(os, "sched_setaffinity") and len(os.sched_getaffinity(0)) > 1:
        os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[core]})


# --- the load -----------------------------------------------------------------------------------------------------------


class Connection(asyncio.Protocol):
    """One keep-alive connection that sends its request again as soon as the answer is complete."""

    def __init__(self, request: bytes, statuses: dict[bytes, int]) -> None:
        self.request = request
        self.statuses = statuses
        self.buffer = b""
        self.transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Sends the first request."""
        self.transport = cast("asyncio.Transport", transport)
        self.transport.write(self.request)

    def data_received(self, data: bytes) -> None:
        """Counts an answer when its last byte is there, and sends the next request."""
        self.buffer += data
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            return
        head = self.buffer[:end].lower()
        start = head.index(b"content-length:") + 15
        length = int(head[start:].split(b"\r\n", 1)[0])
        if len(self.buffer) < end + 4 + length:
            return
        status = self.buffer[9:12]
        self.statuses[status] = self.statuses.get(status, 0) + 1
        self.buffer = b""
        self.transport.write(self.request)


def request_bytes(path: str) -> bytes:
    """The request on the wire."""
    head = f"PUT {path} HTTP/1.1\r\nHost: bench.example\r\nAuthorization: Bearer token7\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(BODY)}\r\n\r\n".encode() + BODY


def cpu_s(pid: int) -> float:
    """Processor seconds that a process has used (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def load(port: int, pid: int, seconds: float, connections: int) -> tuple[float, float]:
    """Answers per second, and processor microseconds of the server for each; exits when an answer is not 200."""
    statuses: dict[bytes, int] = {}
    loop = asyncio.get_running_loop()
    opened = [
        await loop.create_connection(lambda: Connection(request_bytes(PLAIN_PATH), statuses), "127.0.0.1", port)
        for _ in range(connections)
    ]
    await asyncio.sleep(1.0)
    before, cpu_before, start = sum(statuses.values()), cpu_s(pid), time.perf_counter()
    await asyncio.sleep(seconds)
    answers, cpu, took = sum(statuses.values()) - before, cpu_s(pid) - cpu_before, time.perf_counter() - start
    for transport, _ in opened:
        transport.close()
    if set(statuses) != {b"200"}:
        sys.exit(f"answers: {statuses}")
    return answers / took, cpu / answers * 1e6


def answer_to(port: int, path: str) -> tuple[str, str]:
    """Status and body of one request."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(request_bytes(path))
        answer = b""
        while b"}" not in answer:  # every body is one flat object
            answer += connection.recv(4096)
        return answer[9:12].decode(), answer.partition(b"\r\n\r\n")[2].decode()


def measure(python: str, stack: str, seconds: float, connections: int) -> tuple[float, float, str]:
    """Requests per second, processor microseconds of each, and what becomes of an event type with an encoded slash."""
    import uvloop

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    server = subprocess.Popen([python, __file__, "--serve", stack, "--port", str(port)])
    try:
        for _ in range(100):
            try:
                status, _ = answer_to(port, PLAIN_PATH)
                break
            except OSError:
                time.sleep(0.1)
        else:
            sys.exit(f"{stack} did not start")
        if status != "200":
            sys.exit(f"{stack} answers {status}")
        slash = "decoded" if '"org.example/slash"' in answer_to(port, SLASH_PATH)[1] else "wrong"
        rate, cpu_us = uvloop.run(load(port, server.pid, seconds, connections))
        return rate, cpu_us, slash
    finally:
        server.terminate()
        server.wait()


def main() -> None:
    """Either one server (--serve) or the whole comparison."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=float, default=5.0)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--connections", type=int, default=64)
    arguments.add_argument("--serve", choices=STACKS)
    arguments.add_argument("--port", type=int, default=0)
    given = arguments.parse_args()
    if given.serve:
        serve(given.serve, given.port)
        return
    pin(1)
    with tempfile.TemporaryDirectory() as folder:
        python = str(Path(folder, "bin", "python"))
        subprocess.run([sys.executable, "-m", "uv", "venv", "--quiet", "--python", sys.executable, folder], check=True)
        subprocess.run(
            [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", python, *PACKAGES], check=True
        )
        rates: dict[str, list[float]] = {stack: [] for stack in STACKS}
        costs: dict[str, list[float]] = {stack: [] for stack in STACKS}
        slashes: dict[str, str] = {}
        for _ in range(given.rounds):  # in turns, so that a busy minute of the machine meets all of them
            for stack in STACKS:
                rate, cpu_us, slashes[stack] = measure(python, stack, given.seconds, given.connections)
                rates[stack].append(rate)
                costs[stack].append(cpu_us)
                print(f"{stack:<11} {rate:>9,.0f} requests/s {cpu_us:>7.1f} µs of processor each", flush=True)
    print(
        "\n| stack | requests/s, median (range) | processor µs each, median | `%2F` inside a segment |\n|---|---|---|---|"
    )
    for stack in STACKS:
        low, middle, high = min(rates[stack]), statistics.median(rates[stack]), max(rates[stack])
        cost = statistics.median(costs[stack])
        print(f"| {stack} | {middle:,.0f} ({low:,.0f} to {high:,.0f}) | {cost:.1f} | {slashes[stack]} |")


if __name__ == "__main__":
    main()
