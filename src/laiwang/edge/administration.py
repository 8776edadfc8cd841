"""What the command line asks of accounts: by the running server's socket, or on the data itself when no server runs."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import orjson
import structlog

from laiwang.edge.reload import Reloaded
from laiwang.growth.forecast import Forecast
from laiwang.kit.refusals import Refused
from laiwang.people.accounts import Accounts
from laiwang.people.administration import Administration as PeopleAdministration
from laiwang.people.audit import COMMAND_LINE

__all__ = ["Administration", "Administrator", "ask"]

Run = Callable[[str, Mapping[str, Any]], Awaitable[Any]]
REQUEST_BYTES_MAX = 1 << 16
ANSWER_TIMEOUT_S = 60.0
log_ = structlog.get_logger(__name__)


class Administrator:
    """The commands. Each takes and gives plain JSON; what cannot be done is Refused."""

    def __init__(
        self,
        accounts: Accounts,
        administration: PeopleAdministration,
        forecast: Forecast,
        reload: Callable[[], Awaitable[Reloaded]],
    ) -> None:
        self._reload = reload
        self._accounts = accounts.actions
        self._actions = administration.actions
        self._forecast = forecast
        self._commands: Mapping[str, Callable[..., Awaitable[Any]]] = {
            "user.add": self._add,
            "user.reset-password": self._reset_password,
            "user.deactivate": self._deactivate,
            "user.set-admin": self._set_admin,
            "token.add": self._add_token,
            "token.list": self._tokens,
            "token.remove": self._remove_token,
            "forecast.cohorts": self._cohorts,
            "reload": self._read_again,
        }

    async def run(self, command: str, arguments: Mapping[str, Any]) -> Any:
        """Runs one command. Raises Refused."""
        result = await self._commands[command](**arguments)
        log_.info("an administrator's command was run", command=command, subject=arguments.get("name"))
        return result

    async def _add(self, name: str, password: str, is_admin: bool) -> str:
        user_id, _ = await self._actions.create(COMMAND_LINE, name, password, is_admin=is_admin)
        return user_id

    async def _read_again(self) -> dict[str, list[str]]:
        reloaded = await self._reload()
        return {"changed": reloaded.changed, "waiting": reloaded.waiting}

    async def _known(self, name: str) -> str:
        user_id = self._accounts.resolve_name(name)
        if not await self._accounts.exists(user_id):
            raise Refused("M_NOT_FOUND", 404, f"There is nobody called {user_id}")
        return user_id

    async def _reset_password(self, name: str, password: str, log_out: bool) -> str:
        user_id = await self._known(name)
        await self._actions.reset_password(COMMAND_LINE, user_id, password, log_out=log_out)
        return user_id

    async def _deactivate(self, name: str) -> str:
        user_id = await self._known(name)
        await self._actions.deactivate(COMMAND_LINE, user_id)
        return user_id

    async def _set_admin(self, name: str, is_admin: bool) -> str:
        user_id = await self._known(name)
        await self._actions.set_admin(COMMAND_LINE, user_id, is_admin)
        return user_id

    async def _add_token(self, token: str | None, uses: int | None, expires_ms: int | None) -> str:
        return await self._actions.add_token(COMMAND_LINE, token, uses=uses, expires_ms=expires_ms)

    async def _tokens(self) -> list[Any]:
        return await self._accounts.registration_tokens()

    async def _remove_token(self, token: str) -> None:
        if await self._accounts.registration_token(token) is not None:
            await self._actions.remove_token(COMMAND_LINE, token)

    async def _cohorts(self) -> Any:
        return msgspec.to_builtins(await self._forecast.queries.cohorts())


class Administration:
    """The socket: one JSON object each way per connection. Only the operating system's user of the server may open it.

    `run` does what is asked. With a socket that is `listening` already the path is somebody else's.
    """

    def __init__(self, run: Run, path: Path, listening: socket.socket | None = None) -> None:
        self._run = run
        self._path = path
        self._listening = listening
        self._server: asyncio.Server | None = None
        self._inode = 0

    async def start(self) -> None:
        """Listens."""
        if self._listening is not None:
            self._server = await asyncio.start_unix_server(self._serve, sock=self._listening, limit=REQUEST_BYTES_MAX)
            return
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path.unlink(missing_ok=True)
        before = os.umask(0o177)
        try:
            self._server = await asyncio.start_unix_server(self._serve, self._path, limit=REQUEST_BYTES_MAX)
        finally:
            os.umask(before)
        self._inode = self._path.stat().st_ino

    async def stop(self) -> None:
        """Ends it."""
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()
            if self._listening is None and self._is_ours():
                self._path.unlink()

    def _is_ours(self) -> bool:
        """Whether nobody has taken the place meanwhile, as a worker's successor does."""
        return self._path.exists() and self._path.stat().st_ino == self._inode

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            asked = orjson.loads(await reader.readline())
            answered: dict[str, Any] = {"ok": await self._run(asked["command"], asked["arguments"])}
        except Refused as error:
            answered = {"refused": error.text}
        except Exception as error:
            log_.error("an administrator's command failed", exc_info=error)
            answered = {"refused": "the server could not do it; its log says more"}
        writer.write(orjson.dumps(answered) + b"\n")
        writer.close()


def ask(path: Path, command: str, arguments: Mapping[str, Any]) -> Any:
    """Has the running server do it. Raises Refused, OSError when there is none that answers."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(ANSWER_TIMEOUT_S)
        connection.connect(os.fspath(path))
        connection.sendall(orjson.dumps({"command": command, "arguments": dict(arguments)}) + b"\n")
        with connection.makefile("rb") as answer:
            answered = orjson.loads(answer.readline())
    if "refused" in answered:
        raise Refused("M_UNKNOWN", 400, answered["refused"])
    return answered["ok"]
