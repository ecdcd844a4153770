"""Telegram without its libraries: what an update says, what a message looks like, how updates are taken."""
