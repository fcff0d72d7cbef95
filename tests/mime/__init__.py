"""Messages that are true by construction, and what reads them."""
