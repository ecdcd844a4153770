"""Forms and commands of examiners and supervisors."""
