"""Protocol tests: against the sandbox and against real servers on this machine."""
