"""Forms and commands of officers: of the second tier, the branches and the centre."""
