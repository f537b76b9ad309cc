"""The command line, as `shakeup` and as `python -m shakeup`."""

import signal
import sys

from ._shakeup import _main


def main() -> int:
    """Runs the command with the arguments of the process and returns its exit status."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Python would hear of Ctrl-C only after the end
    return _main(["shakeup", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
