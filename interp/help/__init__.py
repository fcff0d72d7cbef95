"""Help with 4D code while it is written: colours, signatures, completion, and what commands do.

Nothing here runs a script, and a plain run imports nothing of it.
"""
