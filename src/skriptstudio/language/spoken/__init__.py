"""What is said where something is written: numbers, dates, prices, abbreviations, names."""
