"""The tests; a package, so that no other project's tests that are installed stand in for them."""
