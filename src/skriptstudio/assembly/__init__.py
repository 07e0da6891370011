"""Puts the rooms together: which adapter stands behind which port.

The only package that knows every room. Each part imports what it is made of when it
is first asked for, and adapters that steps may never use are ``late``: a call of the
command line loads its own step and nothing else, a list of productions no video library.
"""
