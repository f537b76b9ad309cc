"""Writes the stubs of the compiled module, of the types that it tells when it is built with the feature `stubs`.

    python crates/shakeup-python/stubs.py
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

STUBS = Path("python/shakeup/_shakeup.pyi")
HEAD = Path("crates/shakeup-python/stubs_head.pyi")


def overloaded(stubs: str) -> str:
    """`extract_many` gives errors in place of extractions only where it is told to: what one signature cannot say."""
    [signature] = re.findall(r"^    def extract_many\(.*?\)(?= -> )", stubs, re.MULTILINE | re.DOTALL)
    on_error = 'on_error: "_OnError" = "raise"'
    assert on_error in signature, signature
    raising = signature.replace(on_error, 'on_error: Literal["raise"] = "raise"').replace("str | None", "str")
    recording = signature.replace(on_error, '*, on_error: Literal["record"]')
    before, after = stubs.split(signature)
    result, body = after.split(":\n", 1)
    docstring, rest = body.split('"""', 2)[1], body.split('"""', 2)[2]
    return (
        f"{before}    @overload\n{raising} -> Iterator[Extraction]:\n        \"\"\"{docstring}\"\"\"\n"
        f"    @overload\n{recording}{result}: ...{rest}"
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        maturin = [sys.executable, "-m", "maturin", "generate-stubs", "--quiet", "--profile", "dev"]
        subprocess.run([*maturin, "--features", "stubs", "--out", folder], check=True)
        [made] = Path(folder).rglob("*.pyi")
        stubs = made.read_text("utf-8")
    STUBS.write_text(HEAD.read_text("utf-8") + overloaded(stubs), "utf-8")


if __name__ == "__main__":
    main()
