"""SCIM: another system (Entra, Okta) keeps the staff of an organisation, with a token of the organisation's own.

Sources: RFC 7643, RFC 7644; of these what those systems use. Users are members, groups are departments. The front door is `Scim`.
"""

from laiwang.people.scim.feature import Scim

__all__ = ["Scim"]
