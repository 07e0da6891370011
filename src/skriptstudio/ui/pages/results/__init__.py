"""What the clips brought: figures, comparison, goals; and what the house has settled about posting."""
