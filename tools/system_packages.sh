#!/bin/sh
# Installs the system libraries, fonts and tools that are missing; says which, where it cannot install them.
#   sh tools/system_packages.sh run     what the window needs
#   sh tools/system_packages.sh test    that, and what the tests in a real window need
# Prints nothing when nothing is missing. Fails only when something essential is.
set -u
blank=$IFS

# "a|b" is one need under the names it has in different releases.
LIBRARIES="
libc6 libdbus-1-3 libegl1 libfontconfig1 libfreetype6 libgl1 libglib2.0-0t64|libglib2.0-0 libgssapi-krb5-2
libx11-6 libx11-xcb1 libxcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
libxcb-render0 libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1|libxcb-util0 libxcb-xfixes0
libxcb-xkb1 libxkbcommon0 libxkbcommon-x11-0 libzstd1
"
FONTS="fonts-inter fonts-noto-cjk fonts-noto-color-emoji fonts-noto-core"
TEST_TOOLS="
at-spi2-core dbus-daemon|dbus desktop-file-utils appstream gir1.2-atspi-2.0 python3-gi xauth xdotool xvfb
"


# Prints the needs of a list that no installed package meets.
missing_of() {
    # One question for all of them: a question for each takes longer than all the rest.
    have=" $(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $(echo "$1" | tr '|' ' ') 2>/dev/null |
        sed -n 's/^installed //p' | tr '\n' ' ')"
    for need in $1; do
        met=no
        IFS='|'
        for name in $need; do
            case "$have" in *" $name "*) met=yes ;; esac
        done
        IFS=$blank
        [ "$met" = yes ] || echo "$need"
    done
}

# Prints the first of a need's names that the package lists know.
available_name() {
    for name in $(echo "$1" | tr '|' ' '); do
        if apt-cache show --no-all-versions "$name" >/dev/null 2>&1; then
            echo "$name"
            return
        fi
    done
}

# Runs a command as root: directly, or by sudo where nobody need be asked, or where somebody can be.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        sudo "$@"
    else
        return 1
    fi
}

apt() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 -o Acquire::Retries=3 \
        -o DPkg::Lock::Timeout=120 "$@" </dev/null >"$log" 2>&1
}

install() {
    names=""
    for need in $missing; do
        names="$names $(available_name "$need")"
    done
    # A name that the lists do not know means that the lists are old, or that there are none yet.
    [ "$(echo $names | wc -w)" = "$(echo $missing | wc -w)" ] || return 1
    apt install --no-install-recommends $names
}

tell_missing() {
    echo "Broadsheet needs these system packages, which are not installed:" >&2
    for need in $missing; do
        echo "  $need" | sed 's/|/ or /g' >&2
    done
    if command -v apt-get >/dev/null 2>&1; then
        echo "Install them with: sudo apt-get install $(for need in $missing; do echo "${need%%|*}"; done | tr '\n' ' ')" >&2
        [ -s "$log" ] && tail -n 5 "$log" >&2
    fi
}

# Elsewhere than on Debian there are no package names to go by: what counts is whether the libraries can be found.
check_other_system() {
    lost=""
    for library in libEGL.so.1 libGL.so.1 libfontconfig.so.1 libdbus-1.so.3 libxkbcommon.so.0 libxkbcommon-x11.so.0 \
        libxcb-cursor.so.0 libxcb-icccm.so.4 libxcb-image.so.0 libxcb-keysyms.so.1 libxcb-render-util.so.0; do
        { ldconfig -p || /sbin/ldconfig -p; } 2>/dev/null | grep -q "$library" || lost="$lost $library"
    done
    if [ -n "$lost" ]; then
        echo "These libraries were not found; the window may not start without them:$lost" >&2
        echo "Your package manager has them, most under the names libglvnd, fontconfig, dbus, libxkbcommon and xcb-util-*." >&2
    fi
    if ! fc-list :lang=zh 2>/dev/null | grep -q .; then
        echo "No Chinese font was found; install Noto Sans CJK to read Chinese articles." >&2
    fi
    if [ "$1" = test ]; then
        for tool in Xvfb xdotool dbus-daemon; do
            command -v "$tool" >/dev/null 2>&1 || echo "$tool was not found: tests in a real window will be skipped." >&2
        done
    fi
}

set_name=${1:-run}
if [ "$(uname -s)" != Linux ]; then
    exit 0 # On Windows and macOS the Qt that pip installs brings everything.
fi
if ! command -v dpkg-query >/dev/null 2>&1; then
    check_other_system "$set_name"
    exit 0
fi

needs="$LIBRARIES $FONTS"
[ "$set_name" = test ] && needs="$needs $TEST_TOOLS"
missing=$(missing_of "$needs")
[ -n "$missing" ] || exit 0

log=$(mktemp)
trap 'rm -f "$log"' EXIT
if as_root true; then
    echo "Installing system packages:" $missing
    install || { apt update; install; }
    missing=$(missing_of "$needs")
    [ -n "$missing" ] || exit 0
fi

tell_missing
[ -z "$(missing_of "$LIBRARIES")" ]
