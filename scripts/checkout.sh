# Builds a source checkout before xstate runs from it; POSIX sh, sourced by xstate.

# xstate_build_if_needed STAMP MODULE FILE: builds the module if one of its sources is newer than its last build, or FILE,
# which it makes, is missing.
xstate_build_if_needed() {
    state=$home/.xstate
    xstate_name=$1
    xstate_module=$2
    xstate_result=$3
    xstate_built || xstate_build
}

# xstate_headless: builds the program of the command line if needed and sets program to its folder.
xstate_headless() {
    for program in "$home"/features/headless/target/xstate-headless-*/xstate-headless-*; do :; done
    xstate_build_if_needed built features/headless "$program/lib/xstate.jar" || return
    for program in "$home"/features/headless/target/xstate-headless-*/xstate-headless-*; do :; done
}

# Whether the last build that succeeded began after the last change of anything it is made of.
xstate_built() {
    [ -f "$state/$xstate_name" ] && [ -f "$xstate_result" ] || return 1
    # a removed source shows in its folder's time; target folders, tests and an IDE's files do not count
    [ -z "$(find "$home/pom.xml" "$home/target-platform" "$home/bundles" "$home/features" \
        \( -name target -o -name '.?*' -o -path '*/src/test' \) -prune -o \
        \( -type f -o -path '*/src/*' \) -newer "$state/$xstate_name" -print -quit)" ]
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
    if XSTATE_BUILD_LOCKED=yes "$home/build" package -Dmaven.test.skip=true -Dformatter.skip=true -pl "$xstate_module" -am \
        </dev/null >"$state/build.log" 2>&1; then
        mv -f "$state/building" "$state/$xstate_name"
        return 0
    fi
    rm -f "$state/building"
    echo "xstate: the build failed; the end of $state/build.log:" >&2
    grep -E '^\[?(ERROR|.*\[ERROR)|^(build|xstate):|^ {8}' "$state/build.log" | tail -n 30 >&2
    return 1
}
