"""Stopping a script and looking at it: steps, breakpoints, variables, and which lines ran.

Compiled code carries the places of its 4D source, so that what Python has for tracing sees ``.4dm`` lines. Nothing here
is imported, and nothing is traced, before somebody asks for it.
"""
