#!/bin/sh
# Set up everything that the program needs: Debian packages, stand-in fonts, a virtual environment.
#
#   sh scripts/setup.sh          what building documents needs
#   sh scripts/setup.sh test     also what linting and all tests need
#
# It may be repeated at any time: what is there already is left alone, and when there is nothing to do it says
# nothing and ends within a second. Without root (or sudo without a password) it installs no system packages;
# then it says what to ask an administrator for and goes on as far as it can.
#
#   VENV=folder         the environment, .venv by default
#   PYTHON=command      what to make it with; by default the system's Python, else python3
#   FANDOL_DEB=file     Debian's texlive-lang-chinese package, for machines without a network
set -eu
# Messages are in Chinese where the user's locale is, as the program's are.
case ${SUMMARIZER_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}} in
[zZ][hH]*) ZH=yes ;;
*) ZH= ;;
esac
# Byte order and English from the tools, whatever the machine speaks; also what apt is asked to be quiet about.
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive

cd "$(dirname "$0")/.."
KIND=${1:-demo}
VENV=${VENV:-.venv}
SHARE=$VENV/share/summarizer
FONTS=$SHARE/fonts
STAMP=$VENV/.setup-$KIND

# Each message in English and in Chinese; a command is the same in both.
say() { printf '%s\n' "setup: $(if [ "$ZH" ]; then printf '%s' "${2:-$1}"; else printf '%s' "$1"; fi)"; }
warn() { say "$@" >&2; }
stop() { say "$@" >&2; exit 1; }

case $KIND in
demo) LOCKS="requirements.lock requirements-build.lock" ;;
test) LOCKS="requirements.lock requirements-build.lock requirements-dev.lock" ;;
*) warn "usage: sh scripts/setup.sh [demo|test]" "用法：sh scripts/setup.sh [demo|test]"; exit 2 ;;
esac

# ---------------------------------------------------------------- Debian packages

# root, sudo (without a password), or empty. A password prompt would hang an unattended run.
if [ "$(id -u)" = 0 ]; then AS=env
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then AS="sudo -n env DEBIAN_FRONTEND=noninteractive"
else AS=
fi

installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# The packages named that are not installed; "a|b" is content with either and asks for the first.
missing() {
    for choice in "$@"; do
        first=${choice%%|*} found=
        for package in $(printf '%s' "$choice" | tr '|' ' '); do
            if installed "$package"; then found=yes; fi
        done
        [ "$found" ] || printf '%s ' "$first"
    done
}

UPDATED=
apt_update() {
    [ -z "$UPDATED" ] || return 0
    say "apt-get update" "更新软件包列表（apt-get update）"
    $AS apt-get update -qq && UPDATED=yes
}

# Install packages, or fail. Package lists may be absent (fresh images) or out of date: then update, once.
apt_install() {
    [ "$AS" ] || return 1
    apt-cache show "$@" >/dev/null 2>&1 || apt_update || return 1
    say "apt-get install $*" "安装系统软件包：$*"
    set -- -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 "$@"
    $AS apt-get install "$@" >/dev/null || { apt_update && $AS apt-get install "$@" >/dev/null; }
}

ask_for() {
    printf '%s\n' "    apt-get update && apt-get install -y --no-install-recommends $*"
}

# A Python of 3.11 or later that can make an environment with pip (Debian splits ensurepip off). The system's own
# comes first: it is updated with the system, and built to be fast (an audit takes a tenth longer in a plain build).
find_python() {
    for name in ${PYTHON:-/usr/bin/python3 python3 python3.13 python3.12 python3.11}; do
        if "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s' "$name"
            return
        fi
    done
}

# An environment stops working when the Python it was made from is removed, and its commands when it is moved
# or copied: they name the folder it was made in, which this script notes there.
venv_works() { ! moved && "$VENV/bin/python" -c "import pip" >/dev/null 2>&1; }
moved() { [ -f "$VENV/.made-in" ] && [ "$(cat "$VENV/.made-in")" != "$(pwd -P)" ]; }

system_packages() {
    command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || {
        say "this is not Debian; needed are Pango, HarfBuzz (with its subset library), fontconfig and Python 3.11 or later" \
            "这不是 Debian；需要 Pango、HarfBuzz（含 subset 库）、fontconfig 和 Python 3.11 以上版本"
        return 0
    }
    # What a document cannot be made without, and what it looks right with.
    needed=$(missing libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig 'fonts-liberation|fonts-liberation2' fonts-noto-cjk)
    if ! venv_works && [ -z "$(find_python)" ]; then
        needed="$needed$(missing python3 python3-venv)"
    fi
    if [ "$needed" ] && ! apt_install $needed; then
        warn "system packages are missing. Ask an administrator to run, then repeat:" \
            "缺少系统软件包。请管理员执行下面的命令，然后重新运行："
        ask_for $needed >&2
    fi
    if [ "$KIND" = test ]; then
        # The tests that need these skip themselves without them.
        wanted=$(missing libreoffice-writer-nogui python3-uno chromium poppler-utils)
        # Any build of Writer will do, also one with windows.
        if command -v soffice >/dev/null; then wanted=$(printf '%s' "$wanted" | sed 's/libreoffice-writer-nogui *//'); fi
        # One at a time: not every system that uses apt has all of them.
        failed=
        for package in $wanted; do apt_install "$package" || failed="$failed $package"; done
        if [ "$failed" ]; then
            warn "the tests that need$failed will be skipped. For them, ask an administrator to run:" \
                "需要$failed 的测试将跳过。如要运行，请管理员执行："
            ask_for $failed >&2
        fi
    fi
}

# ---------------------------------------------------------------- fonts

INSIDE=usr/share/texlive/texmf-dist/fonts/opentype/public/fandol
LICENCE=usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz

FACES="FandolSong-Bold FandolFang-Regular FandolKai-Regular FandolHei-Regular FandolSong-Regular"

have_fonts() {
    for face in $FACES; do
        [ -s "$FONTS/$face.otf" ] || return 1
    done
}

# Take five fonts and their licence out of the package: installing it would bring all of TeX.
unpack() {
    tree=$SHARE/unpacked
    rm -rf "$tree"
    mkdir -p "$tree" "$FONTS"
    dpkg-deb --fsys-tarfile "$1" | tar -x -C "$tree" "./$INSIDE" "./$LICENCE"
    gzip -dc "$tree/$LICENCE" >"$FONTS/COPYING"
    # Moved within one disk, so that an interruption leaves no half a font.
    for face in $FACES; do mv "$tree/$INSIDE/$face.otf" "$FONTS/"; done
    rm -rf "$tree"
}

# Downloading needs no root, only package lists; where there are none, only root can fetch them.
download() {
    (cd "$TEMP" && apt-get download -qq texlive-lang-chinese 2>"$TEMP/log") && return
    { [ "$AS" ] && apt_update; } || return 1
    (cd "$TEMP" && apt-get download -qq texlive-lang-chinese 2>"$TEMP/log")
}

stand_in_fonts() {
    have_fonts && return
    command -v dpkg-deb >/dev/null || {
        warn "no dpkg-deb here, so no stand-in fonts; put the Fandol fonts (.otf) into $FONTS" \
            "没有 dpkg-deb，无法安装替代字体；请把 Fandol 字体（.otf）放进 $FONTS"
        return 0
    }
    TEMP=$(mktemp -d)
    trap 'rm -rf "$TEMP"' EXIT
    trap 'exit 1' HUP INT TERM
    if [ "${FANDOL_DEB:-}" ]; then
        [ -r "$FANDOL_DEB" ] || stop "cannot read $FANDOL_DEB" "无法读取 $FANDOL_DEB"
        unpack "$FANDOL_DEB"
    else
        say "downloading the stand-in fonts (50 MB, of which 30 MB are kept)" "正在下载替代字体（50 MB，保留 30 MB）"
        if download; then
            unpack "$TEMP"/texlive-lang-chinese_*.deb
        else
            sed 's/^/    /' "$TEMP/log" >&2
            warn "the stand-in fonts could not be downloaded. Ask an administrator for: apt-get update" \
                "替代字体下载失败。请管理员执行：apt-get update"
            warn "or bring the package texlive-lang-chinese along and say FANDOL_DEB=file make demo" \
                "或者另行带来 texlive-lang-chinese 软件包，运行 FANDOL_DEB=文件 make demo"
        fi
    fi
    rm -rf "$TEMP"
}

# ---------------------------------------------------------------- Python

# What the packages in the environment depend on.
inputs() { cat scripts/setup.sh pyproject.toml $LOCKS summarizer/fonts.py | cksum; }

up_to_date() {
    [ -f "$STAMP" ] && [ "$(cat "$STAMP")" = "$(inputs)" ] && [ -x "$VENV/bin/summarizer" ] && venv_works
}

environment() {
    if ! venv_works; then
        python=$(find_python)
        [ "$python" ] || stop "no Python 3.11 or later with venv and ensurepip (see above for what to ask for)" \
            "没有带 venv 和 ensurepip 的 Python 3.11 以上版本（需要什么见上）"
        say "making $VENV with $("$python" -V)" "用 $("$python" -V) 建立虚拟环境 $VENV"
        # The fonts in share/ may stay.
        if moved; then rm -rf "$VENV/bin" "$VENV/lib" "$VENV/lib64" "$VENV/include"; fi
        "$python" -m venv "$VENV"
        pwd -P >"$VENV/.made-in"
        venv_works || stop "$VENV is broken; remove it and repeat" "$VENV 已损坏；请删除后重新运行"
    fi
    say "installing the pinned Python packages" "正在安装 Python 软件包（版本已固定）"
    # The user's own pip configuration decides where from.
    set -- install --quiet --disable-pip-version-check
    for lock in $LOCKS; do set -- "$@" -r "$lock"; done
    "$VENV/bin/python" -m pip "$@" || stop "pip could not install the packages (see above); its own configuration decides where from" \
        "pip 未能安装软件包（见上）；从哪里下载由 pip 自己的配置决定"
    # The build tool is pinned and installed already, so nothing more is fetched.
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
    # pip compiles what it copies, and this it does not copy; where nothing may be written each start would compile it anew.
    "$VENV/bin/python" -m compileall -q summarizer || true
    inputs >"$STAMP"
}

font_configuration() {
    "$VENV/bin/python" -c 'from summarizer.fonts import write; write()'
    # Scanned once here, else the first run of every user would wait for it.
    if command -v fc-cache >/dev/null; then FONTCONFIG_FILE=$PWD/$SHARE/fonts.conf fc-cache "$FONTS" 2>/dev/null || true; fi
}

# ---------------------------------------------------------------- all of it

system_packages
up_to_date && [ -f "$SHARE/fonts.conf" ] && have_fonts && exit 0
up_to_date || environment
stand_in_fonts
font_configuration
say "done; $VENV/bin/summarizer doctor says what is there" "完成；$VENV/bin/summarizer doctor 可查看环境情况"
