"""No source text ends in anything but a result or an error of the language with its place.

The generators draw all they need from a :class:`random.Random`: hypothesis hands in one that it controls, so that
it can shrink what fails; ``python -m tests.fuzz`` hands in one with a seed, so that a long run can be repeated.
"""
