"""Burn after reading: a timer of a conversation after which the server takes its messages back, for everybody and for good.

The timer is a state event of the room, `im.laiwang.burn`. Messages that are sent while it is set are redacted, in the name of their
senders where that can be, some time after everybody in the room has read them, or after they were sent. The front door is `Burn`.
"""

from laiwang.chat.burn.feature import Burn, BurnSettings
from laiwang.chat.burn.rules import BURN

__all__ = ["BURN", "Burn", "BurnSettings"]
