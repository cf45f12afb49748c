"""All checks, one file a group."""
