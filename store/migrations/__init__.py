"""How the database came to its present shape, one step a file; the same steps on both databases."""
