"""Reads a short news item and prints what it found. Run it after `pip install .`"""

import shakeup

NEWS = (
    "Smithfield Transit said Monday that its chief, Ann Lee, will retire on June 1 and that deputy chief Omar Diaz "
    "will take over in an acting capacity. The agency wants at least 40 new buses a year by 2028, up from 25."
)

found = shakeup.extract(NEWS, id="transit", published="2025-05-29")
for role in found.roles:
    print("role         ", role)
for change in found.reassignments:
    print("reassignment ", change)
    print("              because of", repr(NEWS[change.start : change.end]))
for target in found.targets:
    print("target       ", target)
