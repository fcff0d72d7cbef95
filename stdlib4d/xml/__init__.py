"""XML: trees of nodes by reference (themes XML and XML DOM), and documents written and read in passing (XML SAX)."""
