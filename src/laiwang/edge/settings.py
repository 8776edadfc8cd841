"""All settings: one TOML file and environment variables `LAIWANG_<SECTION>__<KEY>`, the variables winning. A wrong one stops the start."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta

from laiwang.chat.announcements import AnnouncementSettings
from laiwang.chat.burn import BurnSettings
from laiwang.chat.calls import TurnSettings
from laiwang.chat.encryption import EncryptionSettings
from laiwang.chat.key_backup import KeyBackupSettings
from laiwang.chat.links import LinkSettings
from laiwang.chat.media import MediaSettings
from laiwang.chat.push import PushSettings
from laiwang.chat.search import SearchSettings
from laiwang.chat.sliding_sync import SlidingSyncSettings
from laiwang.edge.gate import LimitSettings
from laiwang.kernel.capability import Settings
from laiwang.matrix.versions import ROOM_VERSIONS
from laiwang.people.accounts import AccountSettings, PasswordSettings, RateLimitSettings, RegistrationSettings
from laiwang.people.addresses import EmailSettings
from laiwang.people.organisations import OrganisationSettings
from laiwang.people.passes import PassSettings
from laiwang.people.presence import PresenceSettings
from laiwang.people.search import PeopleSearchSettings
from laiwang.people.services import ServiceSettings

__all__ = [
    "DOCUMENTED",
    "SECRETS",
    "AllSettings",
    "BlobSettings",
    "NatsSettings",
    "Setting",
    "SupportSettings",
    "WrongSettings",
    "as_markdown",
    "as_toml",
    "load",
]

PREFIX = "LAIWANG_"
#: variables of that prefix which are not settings: they belong to building
NOT_SETTINGS = frozenset({"LAIWANG_SKIP_WEB"})


#: settings that say only whether they are set
SECRETS = frozenset(
    {"database.url", "nats.url", "turn.secret", "metrics.token", "email.password", "blobs.secret_access_key"}
)


class WrongSettings(Exception):
    """The settings cannot be used; the text says which one and why."""


class ServerSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `server`."""

    name: Annotated[
        str,
        Meta(
            description="The part after the colon in the ids of people and rooms. Chosen once: ids never change.",
            max_length=230,
        ),
    ] = ""
    public_url: Annotated[str, Meta(description="Where clients reach the server, when it is behind a proxy.")] = ""
    host: Annotated[str, Meta(description="Address to listen on; 0.0.0.0 for every one of the machine.")] = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65535, description="Port to listen on; 0 for any free one.")] = 8008
    workers: Annotated[
        int,
        Meta(
            ge=1,
            le=64,
            description="Processes that serve on this machine; more than one need PostgreSQL (database.url).",
        ),
    ] = 1
    default_room_version: Annotated[
        Literal["10", "11", "12"], Meta(description="Version of new rooms: " + ", ".join(ROOM_VERSIONS) + ".")
    ] = "11"
    trusted_proxies: Annotated[
        tuple[str, ...],
        Meta(
            description="Proxies whose X-Forwarded-For and X-Forwarded-Proto headers are believed: addresses, and networks such as "
            "10.0.0.0/8."
        ),
    ] = ("127.0.0.1", "::1")
    room_members_awake_max: Annotated[
        int, Meta(ge=1000, description="Rooms with this many members in all stay in memory; the others sleep.")
    ] = 400_000


class DatabaseSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `database`."""

    url: Annotated[
        str,
        Meta(
            description="Address of a PostgreSQL database, as in postgresql://laiwang@db.example/laiwang. Without one the database is "
            "embedded, in the folder.",
            pattern="^$|^postgres(ql)?://",
        ),
    ] = ""


class NatsSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `nats`: how server processes on one database tell each other what is new."""

    url: Annotated[
        str,
        Meta(
            description="Address of a NATS server, as in `nats://nats.example:4222`, or `tls://…`; several of one cluster with commas "
            "between. A user and a password, or a token, may stand before the host. Without one the processes tell each other through "
            "PostgreSQL.",
            pattern="^$|^(nats|tls|ws|wss)://",
        ),
    ] = ""
    credentials_file: Annotated[str, Meta(description="File with the credentials (`.creds`) of a NATS account.")] = ""
    ca_file: Annotated[
        str, Meta(description="File with the certificates (PEM) that sign NATS's; empty for the machine's.")
    ] = ""
    cert_file: Annotated[str, Meta(description="File with the certificate (PEM) to show to NATS.")] = ""
    key_file: Annotated[str, Meta(description="File with the key (PEM) of that certificate.")] = ""


class OutboundSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `outbound`."""

    private_hosts: Annotated[
        tuple[str, ...],
        Meta(
            description="Host names, addresses and networks that push gateways and previewed pages may have although they are private, "
            "and without TLS. Others are called at public addresses over https only."
        ),
    ] = ()


class BlobSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `blobs`: where the files are that people send."""

    url: Annotated[
        str,
        Meta(
            description="`s3://bucket/prefix` keeps files in an S3-compatible store; empty keeps them in the folder of the server."
        ),
    ] = ""
    endpoint: Annotated[
        str,
        Meta(
            description="Address of the store, such as `https://s3.example.org`; empty for that of AWS in the region."
        ),
    ] = ""
    region: Annotated[str, Meta(description="Region of the bucket; empty for AWS_REGION, or else us-east-1.")] = ""
    access_key_id: Annotated[
        str, Meta(description="Who asks the store; empty for AWS_ACCESS_KEY_ID or the role of the machine.")
    ] = ""
    secret_access_key: Annotated[str, Meta(description="The secret of that key.")] = ""
    path_style: Annotated[
        bool, Meta(description="Whether the bucket stands in the path of addresses; else before the host's name.")
    ] = True
    allow_http: Annotated[bool, Meta(description="Whether the store may be asked without TLS.")] = False
    timeout_s: Annotated[
        float, Meta(ge=1, description="How long the store may be silent, in seconds; half as long it is asked again.")
    ] = 30.0


class SupportSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `support`: whom people can turn to, as /.well-known/matrix/support tells."""

    page: Annotated[str, Meta(description="Address of a page that helps.")] = ""
    admin_matrix_id: Annotated[str, Meta(description="User id of somebody who looks after the server.")] = ""
    admin_email: Annotated[str, Meta(description="E-mail address of somebody who looks after the server.")] = ""
    security_matrix_id: Annotated[str, Meta(description="User id of who hears of weaknesses of the server.")] = ""
    security_email: Annotated[str, Meta(description="E-mail address of who hears of weaknesses of the server.")] = ""


class MetricsSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `metrics`."""

    token: Annotated[
        str, Meta(description="Bearer token that /metrics asks for. Without one only this machine may read it.")
    ] = ""


class LoggingSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `logging`."""

    level: Annotated[
        Literal["debug", "info", "warning", "error"], Meta(description="The least important lines that are written.")
    ] = "info"
    format: Annotated[
        Literal["auto", "console", "json"],
        Meta(description="Lines for people or as JSON; `auto` writes JSON unless a terminal reads."),
    ] = "auto"


class AllSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Every section."""

    server: ServerSettings = ServerSettings()
    database: DatabaseSettings = DatabaseSettings()
    nats: NatsSettings = NatsSettings()
    limits: LimitSettings = LimitSettings()
    registration: RegistrationSettings = RegistrationSettings()
    passwords: PasswordSettings = PasswordSettings()
    accounts: AccountSettings = AccountSettings()
    email: EmailSettings = EmailSettings()
    passes: PassSettings = PassSettings()
    rate_limits: RateLimitSettings = RateLimitSettings()
    presence: PresenceSettings = PresenceSettings()
    media: MediaSettings = MediaSettings()
    blobs: BlobSettings = BlobSettings()
    encryption: EncryptionSettings = EncryptionSettings()
    key_backup: KeyBackupSettings = KeyBackupSettings()
    outbound: OutboundSettings = OutboundSettings()
    push: PushSettings = PushSettings()
    organisations: OrganisationSettings = OrganisationSettings()
    people_search: PeopleSearchSettings = PeopleSearchSettings()
    search: SearchSettings = SearchSettings()
    announcements: AnnouncementSettings = AnnouncementSettings()
    links: LinkSettings = LinkSettings()
    burn: BurnSettings = BurnSettings()
    turn: TurnSettings = TurnSettings()
    support: SupportSettings = SupportSettings()
    sliding_sync: SlidingSyncSettings = SlidingSyncSettings()
    application_services: ServiceSettings = ServiceSettings()
    metrics: MetricsSettings = MetricsSettings()
    logging: LoggingSettings = LoggingSettings()


class Setting(msgspec.Struct, frozen=True):
    """One line of the documented table."""

    name: str
    kind: str
    default: Any
    description: str

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return PREFIX + self.name.upper().replace(".", "__")


def _kind(annotation: Any) -> str:
    if get_origin(annotation) is Literal:
        return " / ".join(map(str, get_args(annotation)))
    if get_origin(annotation) is tuple:
        return "list of texts"
    return {
        str: "text",
        int: "whole number",
        float: "number",
        bool: "true / false",
    }.get(annotation, str(annotation))


def _documented() -> dict[str, Setting]:
    found = {}
    for section in msgspec.structs.fields(AllSettings):
        hints = get_type_hints(section.type, include_extras=True)
        for one in msgspec.structs.fields(section.type):
            annotation = hints[one.name]
            metas = [meta for meta in annotation.__metadata__ if isinstance(meta, Meta)]
            description = next(meta.description for meta in metas if meta.description)
            name = f"{section.name}.{one.name}"
            found[name] = Setting(name, _kind(get_args(annotation)[0]), one.default, description)
    return found


#: every setting by its name `section.key`
DOCUMENTED: Mapping[str, Setting] = _documented()


def load(file: Path | None, environment: Mapping[str, str], overrides: Mapping[str, Any] | None = None) -> AllSettings:
    """The settings of a file, then of the environment, then of the command line. Raises WrongSettings."""
    tree: dict[str, dict[str, Any]] = {}
    if file is not None:
        _read_file(file, tree)
    for variable in sorted(environment):
        if variable.startswith(PREFIX) and variable not in NOT_SETTINGS:
            section, _, key = variable.removeprefix(PREFIX).lower().partition("__")
            _check_known(f"{section}.{key}" if key else section, variable, [s.variable for s in DOCUMENTED.values()])
            tree.setdefault(section, {})[key] = _of_text(DOCUMENTED[f"{section}.{key}"], environment[variable])
    for name, value in (overrides or {}).items():
        section, _, key = name.partition(".")
        if value is not None:
            tree.setdefault(section, {})[key] = value
    try:
        return msgspec.convert(tree, AllSettings, strict=True)
    except msgspec.ValidationError as error:
        text, _, place = str(error).partition(" - at ")
        name = place.strip("`").removeprefix("$.")
        variable_name = DOCUMENTED[name].variable if name in DOCUMENTED else ""
        told = f" (or {variable_name})" if variable_name in environment else ""
        raise WrongSettings(f"the setting {name}{told} is wrong: {text}") from error


def _read_file(file: Path, tree: dict[str, dict[str, Any]]) -> None:
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise WrongSettings(f"the settings file {file} cannot be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise WrongSettings(f"the settings file {file} is not TOML: {error}") from error
    for section, values in found.items():
        if not isinstance(values, dict):
            raise WrongSettings(f"{file}: {section!r} stands outside of any [section]")
        for key, value in values.items():
            _check_known(f"{section}.{key}", f"{section}.{key} in {file}", list(DOCUMENTED))
            tree.setdefault(section, {})[key] = value


def _check_known(name: str, shown: str, known: Sequence[str]) -> None:
    if name in DOCUMENTED:
        return
    near = difflib.get_close_matches(shown.split(" ")[0], known, 1, 0.6)
    hint = f" Did you mean {near[0]}?" if near else " `laiwang settings` lists all of them."
    raise WrongSettings(f"there is no setting {shown}.{hint}")


def _of_text(setting: Setting, text: str) -> Any:
    """What a variable's text means for a setting; left as it is when it cannot mean that, for the check to refuse it."""
    if setting.kind == "true / false":
        return {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}.get(text.lower(), text)
    if setting.kind == "list of texts":
        return [part.strip() for part in text.split(",") if part.strip()]
    if setting.kind == "whole number":
        return int(text) if text.removeprefix("-").isascii() and text.removeprefix("-").isdigit() else text
    if setting.kind == "number":
        try:
            return float(text)
        except ValueError:
            return text
    return text


def as_toml(value: Any) -> str:
    """A value as it stands in a settings file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def as_markdown() -> str:
    """The table of docs/operating.md."""
    lines = ["| Setting | Values | Default | Meaning |", "|---|---|---|---|"]
    for one in DOCUMENTED.values():
        lines.append(f"| `{one.name}` | {one.kind} | `{as_toml(one.default)}` | {one.description} |")
    return "\n".join(lines)
