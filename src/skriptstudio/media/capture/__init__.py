"""Cameras, microphones, and the recorder that brings them onto one clock."""
