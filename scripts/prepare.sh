# Sourced by ./run and ./test: a virtual environment in .venv that agrees with uv.lock.
# `groups` names what to install besides the product (empty for users, "--group dev" for tests).
groups=${groups:-}
stamp="$here/.venv/.prepared"
want="$(cksum < "$here/uv.lock" 2>/dev/null) $(cksum < "$here/pyproject.toml") $groups"

find_python() {
    for name in python3.14 python3.13 python3.12 python3.11 python3 python; do
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    echo "Calabazas needs Python 3.11 or newer / Calabazas necesita Python 3.11 o posterior." >&2
    exit 1
}

find_uv() {
    if command -v uv >/dev/null 2>&1; then
        command -v uv
        return
    fi
    # uv in an environment of its own, beside the product's: nothing of the system is touched.
    if [ ! -x "$here/.venv-uv/bin/uv" ]; then
        "$(find_python)" -m venv "$here/.venv-uv" >&2
        "$here/.venv-uv/bin/python" -m pip install --quiet --disable-pip-version-check uv >&2
    fi
    echo "$here/.venv-uv/bin/uv"
}

# Tests prepare more than users need; a user's run after them finds everything there already.
if [ ! -f "$stamp" ] || { [ "$(cat "$stamp")" != "$want" ] && [ "$(cat "$stamp")" != "$want--group dev" ]; }; then
    uv=$(find_uv)
    echo "Preparing Calabazas (once) / Preparando Calabazas (una vez)..." >&2
    # shellcheck disable=SC2086 # groups is a list of words
    (cd "$here" && "$uv" sync --quiet --locked --inexact --no-default-groups $groups --python "$(find_python)")
    printf '%s' "$want" > "$stamp"
fi
