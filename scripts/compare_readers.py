"""Compares the reading of mails with other libraries, on messages of which is known what they say.

    python scripts/compare_readers.py [--seed N] [--count N]

Prints for each library the share of the messages of which it reads every field right, and the fields that it
reads wrong most often. A library that is not installed is named with the reason.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.mime.generator import messages
from tests.mime.peers import agreement, missing

LIBRARIES = ("4D mail interpreter", "email", "mail-parser", "mailparser", "postal-mime")


def main() -> int:
    parser = argparse.ArgumentParser(description="Compares the reading of mails with other libraries.")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 30))
    parser.add_argument("--count", type=int, default=1000)
    options = parser.parse_args()
    mails = list(messages(options.seed, options.count))
    print(f"{options.count} messages of the seed {options.seed}")
    print(f"{'':<22}{'all right':>10}  wrong most often")
    for name in LIBRARIES:
        reason = missing(name)
        if reason:
            print(f"{name:<22}{'':>10}  {reason}")
            continue
        share, fields = agreement(name, mails)
        worst = sorted(fields.items(), key=lambda item: -item[1])[:5]
        print(
            f"{name:<22}{share:>10.1%}  {', '.join(f'{field} {count}' for field, count in worst)}", flush=True
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
