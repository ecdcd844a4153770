"""Reminders: who is to be reminded of what today, and what is said when it is sent."""
