"""What a listener stumbles over in a script: rules, their word lists, and where they apply."""
