"""What is assumed about people. Each line has its reason; docs/scale.md names the sources."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["HOURS", "REGIONS", "Assumptions"]

HOURS = 24

#: (share of all people, hours ahead of UTC): one large country, its neighbours, those abroad. A worst case: most evenings are one evening
REGIONS = ((0.40, 8), (0.30, 8), (0.08, 7), (0.06, 9), (0.06, 5), (0.05, 1), (0.03, -5), (0.02, -8))

#: by local hour: what share of a day's messages is said, and what share of the active have the app open
SAID = (20, 9, 4, 3, 3, 5, 12, 28, 46, 54, 57, 58, 62, 55, 50, 50, 52, 58, 66, 76, 84, 86, 70, 42)
OPEN = (0.14, 0.09, 0.06, 0.05, 0.05, 0.07, 0.13, 0.21, 0.28, 0.30, 0.30, 0.31)
OPEN_LATER = (0.34, 0.30, 0.28, 0.28, 0.29, 0.31, 0.34, 0.37, 0.40, 0.41, 0.34, 0.23)


@dataclass(frozen=True, slots=True)
class Assumptions:
    """One set of them. Times in seconds, shares of one."""

    #: of those registered, who is there on a day
    active_share: float = 0.5
    #: by somebody active on a day; WeChat 2017: 38 billion by 902 million
    messages_per_active: float = 42.0
    #: how unequal people are in that: sigma of a lognormal distribution
    activity_sigma: float = 1.1
    #: how often somebody active comes back to the app on a day, and how often its list is built from nothing then
    returns_per_active: float = 20.0
    cold_share: float = 0.05
    #: how long a parked sync waits before it is answered with nothing
    poll_s: float = 30.0
    #: of those who are told of a message at once, who also reads it at once and says so
    read_share: float = 0.5
    #: over how long the receipts for one message are spread, and how long one client is between two polls: what comes in
    #: between is told in one answer
    read_spread_s: float = 10.0
    round_trip_s: float = 0.15
    #: messages before which others are told that somebody types
    typed_share: float = 0.8
    #: above this many members receipts and typing wake nobody; 0: the code of today, which wakes in every room
    quiet_above: int = 0
    #: people who are not there and have a pusher that is not muted: in a chat of two, in a group
    push_share_pair: float = 0.9
    push_share_group: float = 0.45
    #: chats of two that somebody begins; groups that somebody is in
    pairs_per_person: int = 3
    groups_per_person: float = 10.0
    #: sizes of groups: a power law with this exponent between these bounds
    group_exponent: float = 2.5
    group_min: int = 3
    group_max: int = 500
    #: people of one cell, and how many of them are simulated in one; how many cells are
    people_per_cell: int = 50_000
    sample_per_cell: int = 1_200
    sample_cells_max: int = 20
    #: New Year's Eve: a day's messages against an ordinary one's, and its highest minute against its own mean; WeChat 2017: 760,000
    #: red packets a second at midnight of 14.2 billion on that day
    feast_day: float = 1.5
    feast_minute: float = 4.6
    #: of the groups' messages in that minute, which are red packets, and how many at most one is opened by, over how long
    packet_share: float = 0.05
    packet_opened_max: int = 10
    packet_spread_s: float = 8.0
    #: length of the stretches in which every single job of a cell is simulated
    window_s: float = 8.0
    #: between two cells of one site
    hop_ms: float = 0.5
    #: files: of messages, and of what size; how often one is fetched
    file_share: float = 0.12
    file_bytes: float = 200_000.0
    fetches_per_file: float = 2.0


def said(local_hour: int) -> float:
    """Share of a day's messages."""
    return SAID[local_hour] / sum(SAID)


def has_open(local_hour: int) -> float:
    """Share of the active that have the app open."""
    return (OPEN + OPEN_LATER)[local_hour]
