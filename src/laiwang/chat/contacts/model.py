"""The bodies of contacts. Times are in milliseconds since 1970."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

__all__ = [
    "CONTACTS_MAX",
    "GREETING_CHARS_MAX",
    "SOURCE",
    "SOURCES",
    "Asking",
    "Contact",
    "ContactChange",
    "ContactPage",
    "ContactRequest",
    "ContactRequestPage",
    "ContactSettings",
    "Label",
    "Labels",
    "Source",
    "Suggestion",
    "Suggestions",
]

#: how somebody came to know somebody; `chat` is an invitation that named nothing, as other clients send it
Source = Literal[
    "chat", "qr", "link", "search", "group", "card", "directory", "address_book", "suggestion", "invitation"
]
SOURCES: Final[frozenset[str]] = frozenset(
    ("chat", "qr", "link", "search", "group", "card", "directory", "address_book", "suggestion", "invitation")
)
#: member of an invitation's content that says how
SOURCE: Final = "im.laiwang.source"
State = Literal["open", "accepted", "declined", "withdrawn"]

GREETING_CHARS_MAX: Final = 300
#: of one person
CONTACTS_MAX: Final = 10_000
LABELS_MAX: Final = 20

LabelText = Annotated[str, Meta(min_length=1, max_length=40)]


class Contact(Struct):
    """Somebody whom one knows. `remark` is what one calls her oneself, `initial` the letter (A to Z, or #) under which she stands in a
    list: of the remark or else of her name, Chinese by its pinyin. `room_id` is the chat in which she accepted."""

    user_id: str
    display_name: str | None
    avatar_url: str | None
    remark: str | None
    labels: list[str]
    initial: str
    source: Source
    room_id: str
    since_ms: int


class ContactPage(Struct):
    """Contacts in the order of their ids; `next` is where the next page begins."""

    contacts: list[Contact]
    total: int
    next: str | None = None


class ContactChange(Struct):
    """What one calls a contact, and the labels that she has: what is left out stays, an empty remark goes."""

    remark: Annotated[str, Meta(max_length=100)] | None = None
    labels: Annotated[list[LabelText], Meta(max_length=LABELS_MAX)] | None = None


class Asking(Struct):
    """Somebody is asked to be a contact; the greeting stands in the invitation that she gets."""

    user_id: Annotated[str, Meta(min_length=1, max_length=255)]
    greeting: Annotated[str, Meta(max_length=GREETING_CHARS_MAX)] = ""
    source: Source = "search"


class ContactRequest(Struct):
    """That somebody asked somebody. `room_id` is the chat to which the invitation leads."""

    from_id: str
    to_id: str
    display_name: str | None
    avatar_url: str | None
    greeting: str
    source: Source
    room_id: str
    state: State
    made_ms: int
    decided_ms: int | None = None


class ContactRequestPage(Struct):
    """Requests, the newest first. The name and picture are those of the other one."""

    requests: list[ContactRequest]
    next: str | None = None


class Label(Struct):
    """A label, and how many contacts have it."""

    label: str
    contacts: int


class Labels(Struct):
    """All labels of one person, by name."""

    labels: list[Label]


class Suggestion(Struct):
    """Somebody whom several of one's contacts know. `shared` are some of these."""

    user_id: str
    display_name: str | None
    avatar_url: str | None
    shared_count: int
    shared: list[str]


class Suggestions(Struct):
    """People whom one may know, those first who share most contacts."""

    suggestions: list[Suggestion]


class ContactSettings(Struct):
    """Whether one is suggested to those who share contacts with one."""

    suggested: bool
