"""The 4D standard library: values, operators, commands and classes.

Nothing in here imports the grammar or the interpreter, and nothing touches the world by itself:
what a command needs from outside comes in through :class:`stdlib4d.host.Run`.
"""
