"""What we remember: one file per noun."""
