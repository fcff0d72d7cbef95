"""Mail: addresses, MIME, and the transporters.

Nothing is imported here: a script that sends no mail pays for none of it.
"""
