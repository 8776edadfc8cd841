"""Offboarding: somebody leaves an organisation. In one transaction her membership and her sessions end and her account is locked. Then her
rooms get an heir, one by one, over restarts.

The front door is `Offboarding`.
"""

from laiwang.chat.offboarding.feature import Offboarding

__all__ = ["Offboarding"]
