"""Publishing: gate → released files → staging → read back → swap."""
