"""Sliding sync: what a device has missed, of the rooms that it has a use for at the moment, newest first.

A client names lists (rooms by latest activity, filtered, by index) and rooms that it has open, and says how many events and which state
it wants. It is answered with rooms that have news; what it was told before is kept here by connection, in memory. It may hold several
connections. Source: MSC4186 and, for the extensions, MSC3884, MSC3885, MSC3959, MSC3960, MSC3961. One core with two fronts: the shape
that clients send today (`org.matrix.simplified_msc3575`) and the merged one (`/v4/sync`). The front door is `SlidingSync`.
Decision: docs/adr/0008.
"""

from laiwang.chat.sliding_sync.feature import SlidingSync, SlidingSyncSettings

__all__ = ["SlidingSync", "SlidingSyncSettings"]
