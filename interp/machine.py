"""The machine, its system and its user, as far as the standard library and the files of Linux tell.

What cannot be found out is left out, or an empty text where the reference says that it is always there.
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
import time
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib4d.values import Value

#: File systems that hold files of the user, and not of the kernel.
_VIRTUAL = frozenset(
    "autofs binfmt_misc bpf cgroup cgroup2 configfs debugfs devpts devtmpfs efivarfs fusectl hugetlbfs mqueue nsfs"
    " overlay proc pstore ramfs rpc_pipefs securityfs squashfs sysfs tmpfs tracefs".split()
)
_MOUNTS = Path("/proc/mounts")


def machine() -> dict[str, Value]:
    """What ``System info`` returns (commands/system-info.md): sizes in kilobytes, times in seconds."""
    account = _account()
    threads = os.cpu_count() or 1
    return {
        "machineName": platform.node(),
        "osVersion": _os_version(),
        "osLanguage": _language(),
        "accountName": account,
        "userName": _full_name() or account,
        "processor": _line_of(Path("/proc/cpuinfo"), "model name")
        or platform.processor()
        or platform.machine(),
        "cores": _cores() or threads,
        "cpuThreads": threads,
        "networkInterfaces": _interfaces(),
        "uptime": int(time.clock_gettime(time.CLOCK_MONOTONIC)) if hasattr(time, "clock_gettime") else 0,
        "model": _text(Path("/sys/class/dmi/id/product_name")),
        "macRosetta": False,
        "physicalMemory": _memory() // 1024,
        "volumes": [_volume(place, kind) for place, kind in _mounted()],
    }


def activity(seconds: float) -> dict[str, Value]:
    """What ``Application info`` returns of a program that has run for *seconds* (commands/application-info.md)."""
    used = time.process_time()
    return {
        "pid": os.getpid(),
        "uptime": int(seconds),
        "cpuUsage": round(100 * used / max(seconds, used, 1e-6), 2),
    }


def volumes() -> list[str]:
    """The folders where volumes are, the root first."""
    return [place for place, _ in _mounted()]


def _mounted() -> list[tuple[str, str]]:
    """Where volumes are, and their file systems; the root first."""
    found: dict[str, str] = {os.sep: ""}
    for line in _text(_MOUNTS).splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        # The kernel writes blanks in names as octal numbers.
        place = fields[1].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
        if place == os.sep or (fields[2] not in _VIRTUAL and Path(place).is_dir()):
            found[place] = fields[2]
    if sys.platform == "darwin":
        found.update({str(place): "" for place in Path("/Volumes").iterdir() if not place.is_symlink()})
    return list(found.items())


def _volume(place: str, kind: str) -> dict[str, Value]:
    size = shutil.disk_usage(place)
    return {
        "mountPoint": place,
        "capacity": size.total // 1024,
        "available": size.free // 1024,
        "fileSystem": kind,
    }


def _account() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        # A user number that no account has.
        return ""


def _full_name() -> str:
    try:
        import pwd

        return pwd.getpwuid(os.getuid()).pw_gecos.partition(",")[0]
    except (ImportError, KeyError):
        return ""


def _os_version() -> str:
    if sys.platform == "darwin":
        return f"macOS {platform.mac_ver()[0]}"
    try:
        name = platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        name = platform.system()
    return f"{name} ({platform.release()})"


def _language() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        found = os.environ.get(name, "").partition(".")[0]
        if found:
            return "en" if found in ("C", "POSIX") else found.partition("_")[0]
    return "en"


def _cores() -> int:
    """The cores of all processors; 0 when nothing tells."""
    found = set()
    processor = ""
    for line in _text(Path("/proc/cpuinfo")).splitlines():
        name, _, value = line.partition(":")
        if name.strip() == "physical id":
            processor = value.strip()
        elif name.strip() == "core id":
            found.add((processor, value.strip()))
    return len(found)


def _memory() -> int:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return 0


def _interfaces() -> list[Value]:
    """The interfaces with their addresses, those of this machine alone left out."""
    import socket

    if not hasattr(socket, "if_nameindex"):
        return []
    addresses = {"ipv4": _ipv4(), "ipv6": _ipv6()}
    found: list[Value] = []
    for _, name in socket.if_nameindex():
        own = [
            {"type": kind, "ip": ip} for kind, by_name in addresses.items() for ip in by_name.get(name, ())
        ]
        if own:
            wireless = Path(f"/sys/class/net/{name}/wireless").exists()
            found.append({"type": "wifi" if wireless else "ethernet", "name": name, "ipAddresses": own})
    return found


def _ipv4() -> dict[str, list[str]]:
    """Asks the kernel for the address of each interface (netdevice(7), SIOCGIFADDR)."""
    try:
        from fcntl import ioctl
    except ImportError:
        return {}
    import socket

    found = {}
    if sys.platform != "linux":
        return {}
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        for _, name in socket.if_nameindex():
            try:
                answer = ioctl(asked, 0x8915, name.encode()[:15].ljust(256, b"\0"))
            except OSError:
                # It has none.
                continue
            address = socket.inet_ntoa(answer[20:24])
            if not address.startswith("127."):
                found[name] = [address]
    return found


def _ipv6() -> dict[str, list[str]]:
    from ipaddress import IPv6Address

    found: dict[str, list[str]] = {}
    for line in _text(Path("/proc/net/if_inet6")).splitlines():
        fields = line.split()
        address = IPv6Address(int(fields[0], 16))
        if not address.is_loopback:
            found.setdefault(fields[5], []).append(str(address))
    return found


def _line_of(path: Path, name: str) -> str:
    for line in _text(path).splitlines():
        key, _, value = line.partition(":")
        if key.strip() == name:
            return value.strip()
    return ""


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace").strip()
    except OSError:
        return ""
