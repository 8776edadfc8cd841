"""Passes: tokens of a short life by which a person lets another device of hers in, or proves to another service who she is.

Source: Client-Server API, "Login via m.login.token", "OpenID"; Server-Server API, "OpenID". The front door is `Passes`.
"""

from laiwang.people.passes.feature import Passes, PassSettings

__all__ = ["PassSettings", "Passes"]
