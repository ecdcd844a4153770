"""Forms and commands anybody may use."""
