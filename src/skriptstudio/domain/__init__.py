"""What things are and the rules about them. Standard library only."""
