"""Runs the 4D blocks of Markdown pages and checks the results that the pages state: ``4dm doctest``.

A page is read (:mod:`.pages`), its comments are read for claims (:mod:`.stated`, :mod:`.literals`), the tree of
each block gets probes for them (:mod:`.probes`, :mod:`.matching`) and runs in an interpreter of its own in the
sandbox (:mod:`.run`), on several processes (:mod:`.pool`).
"""
