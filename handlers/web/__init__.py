"""The web: the chat page, its API, server-sent events and downloads."""
