"""The revisions, oldest first by their numbers. One that is on main is never changed."""
