"""Forms and commands of candidates."""
