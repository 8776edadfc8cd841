"""The command `laiwang`. What an operator types and reads; the work is done elsewhere. It speaks Chinese where the system does."""

from __future__ import annotations

import argparse
import asyncio
import getpass
import os
import secrets
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from laiwang import __version__
from laiwang.edge import cli_forecast
from laiwang.edge.cli_data import add_data_commands
from laiwang.edge.cli_screen import bar, fail, place, program, say

__all__ = ["main"]

PASSWORD_BYTES = 12
DAY_MS = 86_400_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and answers the exit code."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    if asked.command is None:
        parser.print_help()
        return 2
    from laiwang.edge.archive import ArchiveFailed
    from laiwang.edge.data_folder import CannotListen, FolderInUse, FolderMoved
    from laiwang.edge.settings import WrongSettings
    from laiwang.kernel.ports import BlobsUnfit, DatabaseDown, DatabaseUnfit
    from laiwang.kit.refusals import Refused

    try:
        code: int = asked.run(asked)
    except WrongSettings as error:
        return fail(str(error))
    except (FolderInUse, FolderMoved, ArchiveFailed, CannotListen, BlobsUnfit, DatabaseUnfit) as error:
        return fail(str(error))
    except DatabaseDown as error:
        return fail(say(f"the database cannot be used: {error}", f"数据库无法使用：{error}"))
    except Refused as error:
        return fail(error.text)
    except KeyboardInterrupt:
        return 130
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="laiwang", description=say("Laiwang, a messenger of your own.", "来往：您自己的即时通讯。")
    )
    parser.add_argument("--version", action="version", version=f"laiwang {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    serve = commands.add_parser("serve", help=say("run the server", "运行服务器"))
    place(serve)
    serve.add_argument("--host", help=say("address to listen on", "监听地址"))
    serve.add_argument("--port", type=int, help=say("port to listen on", "监听端口"))
    serve.add_argument(
        "--workers", type=int, help=say("processes that serve (needs PostgreSQL)", "服务进程数（需要 PostgreSQL）")
    )
    serve.add_argument("--as-worker", help=argparse.SUPPRESS)
    serve.set_defaults(run=_serve)

    reload = commands.add_parser(
        "reload", help=say("have the running server read its settings again", "让正在运行的服务器重新读取设置")
    )
    place(reload, config=False)
    reload.set_defaults(run=_reload)

    user = commands.add_parser("user", help=say("people's accounts", "用户账号")).add_subparsers(
        required=True, dest="verb"
    )
    add = user.add_parser("add", help=say("make an account", "创建账号"))
    reset = user.add_parser("reset-password", help=say("give somebody a new password", "重设密码"))
    gone = user.add_parser("deactivate", help=say("end an account for good", "永久停用账号"))
    admin = user.add_parser("set-admin", help=say("make somebody an administrator, or no longer", "设置或取消管理员"))
    for one in (add, reset, gone, admin):
        one.add_argument("name", help=say("localpart or whole id", "用户名或完整 ID"))
        place(one)
    add.add_argument("--admin", action="store_true", help=say("as an administrator", "设为管理员"))
    admin.add_argument("--no", action="store_true", help=say("no longer an administrator", "取消管理员"))
    reset.add_argument("--keep-devices", action="store_true", help=say("stay logged in everywhere", "保持已登录设备"))
    for one in (add, reset):
        one.add_argument(
            "--password-stdin",
            action="store_true",
            help=say("read the password from standard input", "从标准输入读取密码"),
        )
    add.set_defaults(run=_user_add)
    reset.set_defaults(run=_user_reset)
    gone.set_defaults(run=_user_deactivate)
    admin.set_defaults(run=_user_set_admin)

    token = commands.add_parser("token", help=say("registration tokens", "注册邀请码")).add_subparsers(
        required=True, dest="verb"
    )
    new = token.add_parser("add", help=say("make one", "新建"))
    new.add_argument("token", nargs="?", help=say("the token; a random one without", "邀请码；留空则随机生成"))
    new.add_argument("--uses", type=int, help=say("how often it can be used", "可用次数"))
    new.add_argument("--days", type=float, help=say("how many days it is valid", "有效天数"))
    new.set_defaults(run=_token_add)
    every = token.add_parser("list", help=say("show all", "列出全部"))
    every.set_defaults(run=_token_list)
    end = token.add_parser("remove", help=say("end one", "删除"))
    end.add_argument("token")
    end.set_defaults(run=_token_remove)
    for one in (new, every, end):
        place(one)

    settings = commands.add_parser("settings", help=say("every setting, its default and its value", "全部设置项"))
    settings.add_argument("--config", type=Path)
    settings.add_argument(
        "--markdown", action="store_true", help=say("as the table of the documentation", "文档表格格式")
    )
    settings.set_defaults(run=_settings)

    add_data_commands(commands)
    cli_forecast.add(commands, say).set_defaults(run=_forecast)
    return parser


# --- the server -------------------------------------------------------------------------------------------------------


def _serve(asked: argparse.Namespace) -> int:
    from laiwang.edge import logs, settings
    from laiwang.edge.app import serve
    from laiwang.edge.data_folder import DataFolder
    from laiwang.edge.workers import Place, supervise

    overrides = {"server.host": asked.host, "server.port": asked.port, "server.workers": asked.workers}

    def read() -> settings.AllSettings:
        return settings.load(asked.config, os.environ, overrides)

    if not os.isatty(0):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)  # until the server hears it
    loaded = read()
    if asked.as_worker:
        place = Place.of_argument(asked.as_worker)
        logs.set_up(loaded.logging, worker=place.number)
        serve(loaded, DataFolder(asked.data), lambda _: place.tell_ready(), place, read=read)
        return 0
    logs.set_up(loaded.logging)
    count = loaded.server.workers
    if count > 1 and not loaded.database.url:
        return fail(
            say(
                f"{count} workers need PostgreSQL: the embedded database is for one process. Set database.url, or serve with one worker",
                f"{count} 个进程需要 PostgreSQL：内置数据库只能由一个进程使用。请设置 database.url，或只用一个进程",
            )
        )
    with DataFolder(asked.data) as folder:
        ready = _welcome(asked, loaded, folder)
        if count == 1:
            serve(loaded, folder, ready, read=read)
            return 0
        folder.server_name(loaded.server.name)  # all of them find the same
        arguments = ["serve", "--data", str(folder.root), *(["--config", str(asked.config)] if asked.config else [])]
        host, port = loaded.server.host, loaded.server.port
        return supervise(arguments, folder.socket, host=host, port=port, count=count, ready=ready)


def _welcome(asked: argparse.Namespace, loaded: Any, folder: Any) -> Callable[[str], None]:
    """What says that the server runs, and what to do the first time."""
    is_new = folder.is_new
    begin = time.monotonic()

    def ready(address: str) -> None:
        shown = loaded.server.public_url or address
        spent = time.monotonic() - begin
        lines = [
            "",
            say(f"  Laiwang {__version__} is running at {shown}", f"  来往 {__version__} 已启动：{shown}")
            + say(
                f"  (started in {spent:.1f} s, data in {folder.root})",
                f"（用时 {spent:.1f} 秒，数据在 {folder.root}）",
            ),
        ]
        if is_new and loaded.registration.mode == "open":
            lines.append(say("  Open it in a browser and create an account.", "  用浏览器打开上面的地址即可注册账号。"))
        if is_new:
            command = f"{program()} user add NAME --admin --data {asked.data}"
            lines.append(
                say(
                    f"  To become its administrator, run in another terminal:\n      {command}",
                    f"  如需成为管理员，请在另一个终端运行：\n      {command}",
                )
            )
        lines.append(say("  Ctrl-C stops it.\n", "  按 Ctrl-C 停止。\n"))
        print("\n".join(lines), flush=True)

    return ready


def _reload(asked: argparse.Namespace) -> int:
    from laiwang.edge.administration import ask
    from laiwang.edge.data_folder import DataFolder

    folder = DataFolder(asked.data)
    try:
        reloaded = ask(folder.socket, "reload", {})
    except (FileNotFoundError, ConnectionRefusedError):
        return fail(say(f"no server runs on {folder.root}", f"{folder.root} 上没有正在运行的服务器"))
    for name in reloaded["changed"]:
        print(say(f"{name} holds from now on", f"{name} 已生效"))
    for name in reloaded["waiting"]:
        print(say(f"{name} waits for a restart", f"{name} 需要重启后生效"))
    if not reloaded["changed"] and not reloaded["waiting"]:
        print(say("nothing has changed", "没有变化"))
    return 0


# --- accounts ---------------------------------------------------------------------------------------------------------


def _administer(asked: argparse.Namespace, command: str, arguments: Mapping[str, Any]) -> Any:
    """By the running server, or else on the data itself."""
    from laiwang.edge.administration import ask
    from laiwang.edge.data_folder import DataFolder, FolderInUse

    folder = DataFolder(asked.data)
    for _ in range(50):
        try:
            with folder:
                return _administer_alone(asked, folder, command, arguments)
        except FolderInUse:
            try:
                return ask(folder.socket, command, arguments)
            except (FileNotFoundError, ConnectionRefusedError):
                time.sleep(0.1)  # it is just starting or stopping
    raise FolderInUse(f"something holds {folder.root}, but no server answers there")


def _administer_alone(asked: argparse.Namespace, folder: Any, command: str, arguments: Mapping[str, Any]) -> Any:
    from laiwang.edge import logs, settings
    from laiwang.edge.app import Server

    loaded = settings.load(asked.config, os.environ)
    logs.set_up(settings.LoggingSettings(level="warning", format=loaded.logging.format))

    async def run() -> Any:
        server = Server(loaded, folder)
        await server.start(alone=True)
        try:
            return await server.administrator.run(command, arguments)
        finally:
            await server.stop()

    return asyncio.run(run())


def _password(asked: argparse.Namespace) -> tuple[str, bool]:
    """A password, and whether it was made up here."""
    if asked.password_stdin:
        return sys.stdin.readline().rstrip("\n"), False
    if not sys.stdin.isatty():
        return secrets.token_urlsafe(PASSWORD_BYTES), True
    first = getpass.getpass(say("Password (empty: make one up): ", "密码（留空则自动生成）："))
    if not first:
        return secrets.token_urlsafe(PASSWORD_BYTES), True
    if getpass.getpass(say("Once more: ", "再次输入：")) != first:
        from laiwang.kit.refusals import bad_json

        raise bad_json(say("The passwords differ", "两次密码不一致"))
    return first, False


def _told(user_id: str, done: str, password: str, is_made_up: bool) -> int:
    print(f"{user_id} {done}" + (say(f"; password: {password}", f"；密码：{password}") if is_made_up else ""))
    return 0


def _user_add(asked: argparse.Namespace) -> int:
    password, is_made_up = _password(asked)
    user_id = _administer(asked, "user.add", {"name": asked.name, "password": password, "is_admin": asked.admin})
    return _told(user_id, say("was added", "已创建"), password, is_made_up)


def _user_reset(asked: argparse.Namespace) -> int:
    password, is_made_up = _password(asked)
    arguments = {"name": asked.name, "password": password, "log_out": not asked.keep_devices}
    user_id = _administer(asked, "user.reset-password", arguments)
    return _told(user_id, say("has a new password", "密码已重设"), password, is_made_up)


def _user_deactivate(asked: argparse.Namespace) -> int:
    return _told(
        _administer(asked, "user.deactivate", {"name": asked.name}), say("was deactivated", "已停用"), "", False
    )


def _user_set_admin(asked: argparse.Namespace) -> int:
    user_id = _administer(asked, "user.set-admin", {"name": asked.name, "is_admin": not asked.no})
    done = (
        say("is no administrator any more", "已取消管理员") if asked.no else say("is an administrator", "已设为管理员")
    )
    return _told(user_id, done, "", False)


def _token_add(asked: argparse.Namespace) -> int:
    expires_ms = None if asked.days is None else int(time.time() * 1000 + asked.days * DAY_MS)
    arguments = {"token": asked.token, "uses": asked.uses, "expires_ms": expires_ms}
    print(_administer(asked, "token.add", arguments))
    return 0


def _token_list(asked: argparse.Namespace) -> int:
    for token, uses, expires_ms in _administer(asked, "token.list", {}):
        until = "-" if expires_ms is None else time.strftime("%Y-%m-%d %H:%M", time.localtime(expires_ms / 1000))
        print(f"{token}\t{'-' if uses is None else uses}\t{until}")
    return 0


def _token_remove(asked: argparse.Namespace) -> int:
    _administer(asked, "token.remove", {"token": asked.token})
    return 0


# --- settings ----------------------------------------------------------------------------------------


def _settings(asked: argparse.Namespace) -> int:
    from laiwang.edge import settings

    loaded = settings.load(asked.config, os.environ)
    if asked.markdown:
        print(settings.as_markdown())
        return 0
    for setting in settings.DOCUMENTED.values():
        section, _, key = setting.name.partition(".")
        value = getattr(getattr(loaded, section), key)
        shown = "***" if setting.name in settings.SECRETS and value else settings.as_toml(value)
        print(f"{setting.name} = {shown}")
        changed = say(f"; default {settings.as_toml(setting.default)}", f"；默认 {settings.as_toml(setting.default)}")
        print(f"    {setting.description} [{setting.kind}{changed}] {setting.variable}")
    return 0


def _forecast(asked: argparse.Namespace) -> int:
    from laiwang.edge.forecast_text import CannotTell, told

    cohorts = None if asked.data is None else _administer(asked, "forecast.cohorts", {})
    try:
        print(told(asked, cohorts, asked.language or say("en", "zh"), bar))
    except CannotTell as error:
        return fail(str(error))
    return 0
