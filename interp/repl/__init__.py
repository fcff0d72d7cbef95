"""The interactive session of ``4dm repl``.

``session`` is what it does, with a terminal or without one; ``prompt`` is the terminal, and the only part that imports
prompt_toolkit.
"""
