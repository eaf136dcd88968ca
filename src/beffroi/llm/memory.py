"""The memory of this process."""

from __future__ import annotations

import sys


def peak_megabytes() -> int | None:
    """The most memory that this process has held, in megabytes; ``None`` where it is not told."""
    if sys.platform == "win32":
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Bytes on macOS, kibibytes elsewhere: getrusage(2).
    return peak // 1_000_000 if sys.platform == "darwin" else peak * 1024 // 1_000_000
