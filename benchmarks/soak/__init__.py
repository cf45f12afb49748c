"""``make soak``: hours of builds, kills and strange input; what it finds becomes a test."""
