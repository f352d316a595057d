#!/bin/sh
# Prints a Python that can run Broadsheet and make environments; on Debian-like systems installs one if there is none.
set -u

# Each candidate is run: a name may be there (a shim of a version manager) and still lead to nothing.
usable() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' >/dev/null 2>&1
}

find_python() {
    for candidate in ${PYTHON:-} python3.14 python3.13 python3.12 python3.11 python3 python \
        /usr/bin/python3 /usr/local/bin/python3 "$HOME"/.pyenv/versions/3.1[1234].*/bin/python3; do
        if usable "$candidate"; then
            "$candidate" -c 'import sys; print(sys.executable)'
            return 0
        fi
    done
    return 1
}

install_python() {
    command -v apt-get >/dev/null 2>&1 || return 1
    as_root=""
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; } || return 1
        as_root=sudo
    fi
    echo "Installing python3 and python3-venv" >&2
    quietly="env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=120"
    $as_root $quietly install python3 python3-venv </dev/null >/dev/null 2>&1 || {
        $as_root $quietly update </dev/null >/dev/null
        $as_root $quietly install python3 python3-venv </dev/null >&2
    }
}

find_python || { install_python && find_python; } || {
    echo "Broadsheet needs Python 3.11 to 3.14 with its venv module. Install one, and run this again;" >&2
    echo "on Debian and Ubuntu: sudo apt-get install python3 python3-venv" >&2
    exit 1
}
