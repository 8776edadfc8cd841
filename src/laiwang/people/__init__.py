"""People: accounts, their devices, profiles and presence."""
