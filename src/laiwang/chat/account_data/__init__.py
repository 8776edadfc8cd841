"""Account data: what a person's clients keep for her on the server, for the whole account or for one room, and her tags on rooms.

Source: Client-Server API, "Client Config", "Room Tagging", "Ignoring Users". The front door is `AccountData`. `room_data_fact`
gives the fact for those who write account data of a room in a unit of their own.
"""

from laiwang.chat.account_data.feature import AccountData
from laiwang.chat.account_data.model import room_data_fact

__all__ = ["AccountData", "room_data_fact"]
