"""The Matrix specification as pure functions: ids, events, redaction, power levels, authorisation, room creation."""
