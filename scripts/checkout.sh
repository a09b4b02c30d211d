# Builds a source checkout before xstate runs from it; POSIX sh, sourced by xstate.

# xstate_build_if_needed: builds if needed and sets program to the folder of the built program.
xstate_build_if_needed() {
    state=$home/.xstate
    xstate_built || xstate_build || return
    for program in "$home"/features/headless/target/xstate-headless-*/xstate-headless-*; do :; done
}

# Whether the last build that succeeded began after the last change of anything it is made of.
xstate_built() {
    [ -f "$state/built" ] || return 1
    for program in "$home"/features/headless/target/xstate-headless-*/xstate-headless-*; do
        [ -f "$program/lib/xstate.jar" ] || return 1
    done
    # a removed source shows in its folder's time; target folders, tests and an IDE's files do not count
    [ -z "$(find "$home/pom.xml" "$home/target-platform" "$home/bundles" "$home/features" \
        \( -name target -o -name '.?*' -o -path '*/src/test' \) -prune -o \
        \( -type f -o -path '*/src/*' \) -newer "$state/built" -print -quit)" ]
}

xstate_build() {
    mkdir -p "$state" || return 73
    if [ -n "${XSTATE_BUILD_LOCKED:-}" ]; then
        # a test run by a build, which holds the lock
        xstate_run_build || return 70
        return 0
    fi
    . "$home/scripts/lock.sh"
    xstate_lock "$state/build.lock" xstate
    trap 'xstate_unlock "$state/build.lock"; exit 130' INT TERM HUP
    xstate_status=0
    xstate_built || xstate_run_build || xstate_status=70
    xstate_unlock "$state/build.lock"
    trap - INT TERM HUP
    return $xstate_status
}

xstate_run_build() {
    echo "xstate: building (log: $state/build.log) ..." >&2
    # an edit during the build is newer than this stamp, so the next start builds again
    : >"$state/building"
    if XSTATE_BUILD_LOCKED=yes "$home/build" package -Dmaven.test.skip=true -Dformatter.skip=true -pl features/headless -am \
        </dev/null >"$state/build.log" 2>&1; then
        mv -f "$state/building" "$state/built"
        return 0
    fi
    rm -f "$state/building"
    echo "xstate: the build failed; the end of $state/build.log:" >&2
    grep -E '^\[?(ERROR|.*\[ERROR)|^(build|xstate):|^ {8}' "$state/build.log" | tail -n 30 >&2
    return 1
}
