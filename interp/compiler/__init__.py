"""The compiler: the tree of a unit to Python code objects that carry the positions of the 4D source."""
