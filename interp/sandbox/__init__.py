"""Mail servers inside the process, which catch what a script sends and show it."""

from .host import SandboxHost
from .mail import CaughtMail
from .sandbox import Sandbox

__all__ = ["CaughtMail", "Sandbox", "SandboxHost"]
