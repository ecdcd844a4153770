"""The guide's tables as data: assessment units (G§2.5) and stations (G§2.4)."""
