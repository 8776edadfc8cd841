"""Devices: what a person is logged in on. A device that goes takes its tokens, keys and waiting messages with it.

Source: Client-Server API, "Device management". The front door is `Devices`.
"""

from laiwang.people.devices.feature import REMOVED, Devices

__all__ = ["REMOVED", "Devices"]
