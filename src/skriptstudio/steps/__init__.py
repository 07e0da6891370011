"""The order of actions, one module per station of the way. Knows the domain and its ports alone."""
