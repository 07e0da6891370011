"""Films and photos from outside: only child processes decode them, the program itself opens what our encoders wrote."""
