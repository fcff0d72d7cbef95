"""The numbers by which 4D names the states and the types of processes (themes Process State and Process Type)."""

from __future__ import annotations

DOES_NOT_EXIST = -100
ABORTED = -1
EXECUTING = 0
DELAYED = 1
WAITING_FOR_EVENT = 2
WAITING_FOR_FLAG = 4
PAUSED = 5

MAIN_PROCESS = -1
SERVER_PROCESS = 1
USER_PROCESS = 4
WORKER_PROCESS = 5
