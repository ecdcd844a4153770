"""Forms and commands of station staff and officers."""
