"""/sync: what a device has missed, assembled from the log, from room memory and from the parts that capabilities declare.

Source: Client-Server API, "Syncing". The front door is `Sync`. What any way of syncing needs is offered beside it: the timeline of a
room in a window, the stripped state of an invitation, the heroes of a room without a name.
"""

from laiwang.chat.sync.feature import Sync
from laiwang.chat.sync.state import heroes_of
from laiwang.chat.sync.stripped import stripped_state
from laiwang.chat.sync.timeline import Bundles, Timeline, read_timeline, serve_timeline

__all__ = ["Bundles", "Sync", "Timeline", "heroes_of", "read_timeline", "serve_timeline", "stripped_state"]
