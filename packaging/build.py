"""Builds what is given to users: wheel, source, a folder that needs no Python, and a Debian package of it.

python packaging/build.py [wheel] [folder] [deb]      without a name, all that this system can build, into dist/
python packaging/build.py --lock                      pins the newest versions anew, into requirements.lock

The folder and the package are made in an environment of their own, of the versions that requirements.lock pins by
their hashes. PyInstaller builds for the system that it runs on: Windows' and macOS' folders are built there.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(Path(__file__).parent))

import debian  # noqa: E402 - beside this script
import icu  # noqa: E402
import licences  # noqa: E402

BUILD, DIST = ROOT / "build", ROOT / "dist"
LOCK = ROOT / "packaging" / "requirements.lock"
FOLDER = BUILD / "folder" / "broadsheet"


def main() -> None:
    """Build what the command line names."""
    parser = argparse.ArgumentParser(description="Build Broadsheet for its users.")
    parser.add_argument("what", nargs="*", metavar="wheel|folder|deb", help="default: all of them")
    parser.add_argument("--lock", action="store_true", help="pin the newest versions anew, by uv")
    options = parser.parse_args()
    if options.lock:
        pin()
        return
    wanted = options.what or ["wheel", "folder", *(["deb"] if shutil.which("dpkg-deb") else [])]
    DIST.mkdir(exist_ok=True)
    # What PyInstaller, compileall, hatchling and dpkg-deb go by, for builds that are the same.
    os.environ |= {"SOURCE_DATE_EPOCH": made_at(), "PYTHONHASHSEED": "0"}
    python = environment()
    if "wheel" in wanted:
        run(python, "-m", "hatchling", "build", "-d", str(DIST))
    if "folder" in wanted or "deb" in wanted:
        build_folder(python)
    if "folder" in wanted:
        tell(pack_folder())
    if "deb" in wanted:
        tell(debian.package(FOLDER, DIST, version()))


def environment() -> Path:
    """Make the environment of the pinned versions, where it is not made; return its Python."""
    folder = BUILD / "environment"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    done = folder / "installed"
    if not done.exists() or done.stat().st_mtime < LOCK.stat().st_mtime:
        venv.create(folder, clear=True, with_pip=True)
        run(
            python,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--require-hashes",
            "-r",
            str(LOCK),
        )
        done.touch()
    return python


def build_folder(python: Path) -> None:
    """Let PyInstaller put the program and all it needs into one folder, with the licences of it all."""
    icons(python)
    spec = ROOT / "packaging" / "broadsheet.spec"
    places = ("--distpath", str(FOLDER.parent), "--workpath", str(BUILD / "work"))
    run(python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places, str(spec))
    for library in FOLDER.rglob("libicudata.so.*"):
        icu.slim(library)
    if os.name != "nt":
        (FOLDER / "broadsheet-cli").symlink_to("broadsheet")
    # Windows would write in an encoding of its own.
    words = [str(python), "-X", "utf8", licences.__file__, str(FOLDER)]
    listed = subprocess.run(words, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    if listed.returncode:
        raise SystemExit("the licences cannot be told")
    (FOLDER / "LICENCES.txt").write_text(listed.stdout, encoding="utf-8")


def icons(python: Path) -> None:
    """Draw the icon in the sizes that desktops ask for, from its SVG."""
    run(python, str(ROOT / "packaging" / "icons.py"), str(BUILD / "icons"))


def pack_folder() -> Path:
    """Return the archive of the folder that a user unpacks anywhere."""
    name = f"broadsheet-{version()}-{sys.platform}"
    if sys.platform == "win32":
        return Path(shutil.make_archive(str(DIST / name), "zip", FOLDER.parent, FOLDER.name))
    archive = DIST / f"{name}.tar.xz"
    with tarfile.open(archive, "w:xz") as packed:
        packed.add(FOLDER, FOLDER.name, filter=nobodys)
    return archive


def nobodys(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Return a member of an archive without what it has of who builds it, and when: the same at each build."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mtime = int(os.environ["SOURCE_DATE_EPOCH"])
    member.mode = 0o755 if member.mode & 0o100 else 0o644
    return member


def made_at() -> str:
    """Return the time that the files of a build bear: that of the last commit, or of the unpacked source."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not told and (ROOT / ".git").exists() and shutil.which("git"):
        words = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
        told = subprocess.run(words, capture_output=True, text=True, check=False).stdout.strip()
    return told or str(int((ROOT / "pyproject.toml").stat().st_mtime))


def pin() -> None:
    """Pin every package by version and hash, for all systems, as uv resolves them."""
    words = ("pip", "compile", "pyproject.toml", "--extra", "packaging", "--universal", "--generate-hashes")
    lock = str(LOCK.relative_to(ROOT))
    run("uv", *words, "--python-version", "3.11", "--upgrade", "--quiet", "--output-file", lock)


def version() -> str:
    """Return the version that pyproject.toml names."""
    project: dict[str, str] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["version"]


def run(program: Path | str, *words: str) -> None:
    """Run a program in the project's folder; whatever it refuses ends the build."""
    done = subprocess.run([str(program), *words], cwd=ROOT, check=False)
    if done.returncode:
        raise SystemExit(f"{Path(program).name} {' '.join(words[:3])} failed")


def tell(file: Path) -> None:
    """Say what was built, and how large it is."""
    print(f"{file}  {file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
