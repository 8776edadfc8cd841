"""Work domains: an organisation claims the domain of its e-mail addresses, an administrator of the server confirms it, and who has shown to
have an address there joins without being invited.

The front door is `Domains`.
"""

from laiwang.people.domains.feature import Domains

__all__ = ["Domains"]
