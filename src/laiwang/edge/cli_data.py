"""Commands about the data as a whole: backup, restore, compacting, and moving it elsewhere. The work is done elsewhere."""

from __future__ import annotations

import argparse
import asyncio
import os
from pathlib import Path
from typing import Any

from laiwang.edge.cli_screen import bar, fail, place, say

__all__ = ["add_data_commands"]


def add_data_commands(commands: Any) -> None:
    """Adds them to the command `laiwang`."""
    backup = commands.add_parser("backup", help=say("write everything into one file", "备份到一个文件"))
    backup.add_argument("file", type=Path)
    place(backup, config=False)
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", help=say("read such a file into an empty folder", "从备份恢复"))
    restore.add_argument("file", type=Path)
    place(restore, config=False)
    restore.set_defaults(run=_restore)
    blobs = commands.add_parser("blobs", help=say("the files that people sent", "用户发送的文件")).add_subparsers(
        required=True, dest="verb"
    )
    copy = blobs.add_parser("copy", help=say("copy them to another store", "复制到另一存储位置"))
    copy.add_argument(
        "--to", required=True, metavar="URL", help=say("s3://bucket/prefix, or a folder", "s3://桶/前缀，或本地目录")
    )
    copy.add_argument(
        "--from",
        dest="source",
        metavar="URL",
        help=say("where they are (default: where the server keeps them)", "来源（默认：服务器当前的存储位置）"),
    )
    copy.add_argument(
        "--verify",
        action="store_true",
        help=say("compare what is there already, byte by byte", "同时逐字节校验已存在的文件"),
    )
    place(copy)
    copy.set_defaults(run=_blobs_copy)
    migrate = commands.add_parser(
        "migrate", help=say("move the embedded database to PostgreSQL", "将内嵌数据库迁移到 PostgreSQL")
    )
    way = migrate.add_mutually_exclusive_group()
    way.add_argument(
        "--to",
        metavar="URL",
        help=say("an empty database (default: database.url)", "一个空数据库（默认：database.url）"),
    )
    way.add_argument(
        "--give-up",
        action="store_true",
        help=say("serve the embedded database again", "放弃迁移，重新使用内嵌数据库"),
    )
    place(migrate)
    migrate.set_defaults(run=_migrate)
    compact = commands.add_parser(
        "compact", help=say("give the space of what was deleted back to the disk", "压缩数据库，归还已删除内容的空间")
    )
    place(compact, config=False)
    compact.set_defaults(run=_compact)


def _backup(asked: argparse.Namespace) -> int:
    from laiwang.edge.archive import backup
    from laiwang.edge.data_folder import DataFolder

    backup(DataFolder(asked.data), asked.file, bar(say("backing up", "正在备份")))
    print(say(f"saved as {asked.file}", f"已保存：{asked.file}"))
    return 0


def _restore(asked: argparse.Namespace) -> int:
    from laiwang.edge.archive import restore
    from laiwang.edge.data_folder import DataFolder

    with DataFolder(asked.data) as folder:
        manifest = restore(asked.file, folder, bar(say("restoring", "正在恢复")))
    print(say(f"restored {manifest['name']} into {asked.data}", f"已将 {manifest['name']} 恢复到 {asked.data}"))
    return 0


def _blobs_copy(asked: argparse.Namespace) -> int:
    from laiwang.edge import blobs, logs, settings
    from laiwang.edge.data_folder import DataFolder
    from laiwang.kit.refusals import Busy

    folder = DataFolder(asked.data)
    if folder.is_new:
        return fail(say(f"there is no Laiwang in {folder.root}", f"{folder.root} 中没有来往的数据"))
    loaded = settings.load(asked.config, os.environ)
    logs.set_up(settings.LoggingSettings(level="warning", format=loaded.logging.format))

    async def run() -> blobs.Copied:
        here = blobs.of_settings(loaded.blobs, folder)
        source = blobs.of_url(asked.source, loaded.blobs, folder) if asked.source else here
        target = blobs.of_url(asked.to, loaded.blobs, folder)
        await target.start(folder.server_name(""))
        return await blobs.copy(source, target, bar(say("copying", "正在复制")), verify=asked.verify)

    try:
        done = asyncio.run(run())
    except blobs.CopyFailed as error:
        return fail(str(error))
    except Busy:
        return fail(say("the store does not answer; run it again later", "存储没有响应，请稍后重试"))
    print(
        say(
            f"{done.files} files copied ({done.size_bytes / 1e6:.1f} MB), {done.there_already} were there already",
            f"已复制 {done.files} 个文件（{done.size_bytes / 1e6:.1f} MB），{done.there_already} 个此前已存在",
        )
    )
    return 0


def _migrate(asked: argparse.Namespace) -> int:
    from laiwang.edge import logs, settings
    from laiwang.edge.data_folder import DataFolder

    loaded = settings.load(asked.config, os.environ, {"database.url": asked.to})
    logs.set_up(settings.LoggingSettings(level="warning", format=loaded.logging.format))
    from laiwang.edge import move

    with DataFolder(asked.data) as folder:
        try:
            if asked.give_up:
                move.give_up(folder)
                print(say("the embedded database counts again", "已恢复使用内嵌数据库"))
                return 0
            if not loaded.database.url:
                return fail(say("say where to: --to postgresql://…", "请指定目标：--to postgresql://…"))
            moved = asyncio.run(move.move(folder, loaded.database.url, bar(say("moving", "正在迁移"))))
        except move.MoveFailed as error:
            return fail(str(error))
    rows = sum(table.rows for table in moved)
    for table in moved:
        if table.rows:
            print(f"{table.name:28}{table.rows:>12,}  sha256 {table.sha256[:16]}")
    print(
        say(
            f"{rows:,} rows are in {move.without_password(loaded.database.url)}, each compared; set database.url there and start",
            f"已迁移并逐行核对 {rows:,} 行；请将 database.url 设为该地址后启动",
        )
    )
    return 0


def _compact(asked: argparse.Namespace) -> int:
    from laiwang.edge.archive import compact
    from laiwang.edge.data_folder import DataFolder

    with DataFolder(asked.data) as folder:
        before, after = compact(folder, bar(say("compacting", "正在压缩")))
    sizes = f"{before / 1e6:.1f} MB → {after / 1e6:.1f} MB"
    print(say(f"the database was written anew: {sizes}", f"数据库已重新写入：{sizes}"))
    return 0
