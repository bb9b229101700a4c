"""Asks the Python Packaging Advisory Database about the locked dependencies: `make audit`.

It needs pip-audit and the internet. Where it cannot ask, it says so and is no failure: a known vulnerability is.
"""

import json
import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).parent.parent / "requirements" / "test.txt"
"""Every package that a user or a developer installs."""


def main() -> int:
    """Ask, and print what was found; gives 1 for a known vulnerability."""
    command = [sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip", "-f", "json", "-r", str(LOCK)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        print(f"NOT AUDITED: pip-audit could not ask ({last}). It needs the internet: run `make audit` where there is.")
        return 0
    asked = [package for package in packages if "skip_reason" not in package]
    if not asked:
        print(f"NOT AUDITED: the index knows none of the {len(packages)} packages. Run `make audit` with that of PyPI.")
        return 0
    found = [package for package in asked if package["vulns"]]
    for package in found:
        for known in package["vulns"]:
            mended = ", ".join(known["fix_versions"]) or "no version yet"
            print(f"{package['name']} {package['version']}: {known['id']}, mended in {mended}")
    print(f"{len(asked)} of {len(packages)} packages audited, {len(found)} with a known vulnerability.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
