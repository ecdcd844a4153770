"""What we ask and say. No network, no SQL, no clock."""
