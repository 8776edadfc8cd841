"""What PostgreSQL says, in the words of the port."""

from __future__ import annotations

import asyncpg

from laiwang.kernel.ports import Conflict, DatabaseDown

__all__ = ["IN_TROUBLE", "translated"]

#: the connection, the machine or its disk; everything else that PostgreSQL says is a mistake of ours
IN_TROUBLE: tuple[type[BaseException], ...] = (
    OSError,  # also TimeoutError: a statement took longer than it may
    EOFError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # a connection that broke in the middle of an answer, before the client knows it
    asyncpg.PostgresConnectionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.OperatorInterventionError,
    asyncpg.PostgresSystemError,
    asyncpg.InternalServerError,
    asyncpg.TransactionRollbackError,
    asyncpg.IdleInTransactionSessionTimeoutError,
    asyncpg.LockNotAvailableError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.CannotConnectNowError,
    asyncpg.InvalidAuthorizationSpecificationError,
    asyncpg.InvalidCatalogNameError,
)


def translated(error: BaseException) -> BaseException:
    """The port's own word for an error, or the error itself."""
    if isinstance(error, (Conflict, DatabaseDown)):
        return error
    if isinstance(error, asyncpg.IntegrityConstraintViolationError):
        return Conflict(str(error))
    # A value of a wrong type is an InterfaceError, too: that one is a mistake of ours.
    if isinstance(error, IN_TROUBLE) and not isinstance(error, asyncpg.DataError | ValueError):
        return DatabaseDown(str(error) or type(error).__name__)
    return error
