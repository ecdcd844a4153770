"""The regulations as pure functions and tables. Imports nothing but the standard library."""
