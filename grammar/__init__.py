"""The syntax of 4D: text to tokens to a frozen tree. Imports nothing of the rest of the package."""
