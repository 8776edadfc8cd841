"""The server's part of end-to-end encryption: it carries keys and sealed messages and can open neither.

Device keys, one-time and fallback keys, cross-signing keys and signatures, messages between devices, and word of whose keys have
changed. Source: Matrix client-server API, "End-to-End Encryption" and "Send-to-Device messaging".
"""

from laiwang.chat.encryption.feature import Encryption, EncryptionSettings
from laiwang.chat.encryption.model import DEVICE_LISTS, DeviceDirectory, device_in

__all__ = ["DEVICE_LISTS", "DeviceDirectory", "Encryption", "EncryptionSettings", "device_in"]
