"""Station 5 in the window: choose targets, make the package, note what went online."""
