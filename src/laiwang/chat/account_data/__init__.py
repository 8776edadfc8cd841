"""Account data: what a person's clients keep for her on the server, for the whole account or for one room, and her tags on rooms.

Source: Client-Server API, "Client Config", "Room Tagging", "Ignoring Users". The front door is `AccountData`.
`data_fact` and `room_data_fact` give the fact for those who write account data in a unit of their own; `OwnFacts` reads for /sync what
a person's topic says about a room, whichever capability wrote it.
"""

from laiwang.chat.account_data.feature import AccountData
from laiwang.chat.account_data.model import KIND, OWN_STICKERS, data_fact, fact_key, room_data_fact
from laiwang.chat.account_data.queries import OwnFacts

__all__ = ["KIND", "OWN_STICKERS", "AccountData", "OwnFacts", "data_fact", "fact_key", "room_data_fact"]
