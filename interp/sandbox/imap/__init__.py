"""The sandbox's IMAP server: RFC 3501 with the extensions that clients ask for.

Written for this instead of using a library, because the ones there are bring an event loop, listening ports and a
login of their own, and drop keywords; a session here is fed bytes and answers bytes.
"""
