"""What the steps need from the outside world; adapters live in the other rooms.

One module a room that holds the adapters. Every port has one suite of tests in
``tests/contracts`` that runs over all of them.
"""
