"""Organisations: companies, shops and the like, with their departments and their staff, and the partners that work with them.

An organisation always has an owner, and its departments are a tree. Its members see the directory, partners what is shared with them,
strangers nothing. Our own API below /api/v1/organisations. The front door is `Organisations`.
"""

from laiwang.people.organisations.feature import Organisations
from laiwang.people.organisations.model import (
    DepartmentChange,
    Joined,
    MemberChange,
    NewDepartment,
    OrganisationSettings,
    Post,
)
from laiwang.people.organisations.store import is_colleague

__all__ = [
    "DepartmentChange",
    "Joined",
    "MemberChange",
    "NewDepartment",
    "OrganisationSettings",
    "Organisations",
    "Post",
    "is_colleague",
]
