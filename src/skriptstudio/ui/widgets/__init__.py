"""The parts every page is made of. Each reads its tokens at paint time and has an accessible name."""
