"""Mails that are built from random Email objects, and what other parsers must make of them."""
