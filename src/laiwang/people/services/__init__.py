"""Application services: bridges and bots that the operator has registered, whom they may speak for, and what is asked of them.

Source: Application Service API, "Registration", "Querying", "Third-party networks"; Client-Server API extensions for them.
The front door is `Services`.
"""

from laiwang.people.services.feature import Services
from laiwang.people.services.model import RegistrationWrong, Service, ServiceSettings

__all__ = ["RegistrationWrong", "Service", "ServiceSettings", "Services"]
