"""Growth: how it goes. Follows the log; nobody imports it."""
