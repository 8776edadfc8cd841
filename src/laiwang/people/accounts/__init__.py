"""Accounts: registering, logging in, proving again who one is, passwords, and the end of an account.

Source: Client-Server API, "Client Authentication", "User-Interactive Authentication API", "Account registration and management".
The front door is `Accounts`; `RateLimits` slows down who is too fast; `people_made` is for
statements that count people by the age of their accounts.
"""

from laiwang.people.accounts.actions import Account
from laiwang.people.accounts.feature import Accounts
from laiwang.people.accounts.limits import RateLimits, RateLimitSettings
from laiwang.people.accounts.model import (
    AccountSettings,
    AddressBook,
    AddressUse,
    PasswordSettings,
    Proved,
    RegistrationSettings,
)
from laiwang.people.accounts.queries import Listed
from laiwang.people.accounts.routes import Login
from laiwang.people.accounts.store import people_made

__all__ = [
    "Account",
    "AccountSettings",
    "Accounts",
    "AddressBook",
    "AddressUse",
    "Listed",
    "Login",
    "PasswordSettings",
    "Proved",
    "RateLimitSettings",
    "RateLimits",
    "RegistrationSettings",
    "people_made",
]
