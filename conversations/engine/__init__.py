"""How a paper form becomes a conversation: pure functions over answers and a read-only Lookup."""
