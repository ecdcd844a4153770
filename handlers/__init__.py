"""The chat networks. Each channel turns its updates into Incoming and Outgoing into its calls."""
