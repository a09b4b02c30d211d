# The JVM's ahead-of-time cache (JEP 514): classes read, linked and profiled by a training run, which makes a short
# command start several times faster. POSIX sh, sourced by xstate. A JVM refuses the cache of another Java and runs on
# without, but it has been seen (25.0.3) to use one that was made with other jars, and so to run old code. Therefore
# the name of a cache holds the checksum of the program's jar, and a cache older than that jar is not used.

# xstate_aot_cache HOST: sets aot_cache to the cache to use, or to nothing. Makes it when it is missing or out of date.
# HOST is plain, framework, or model for plain commands that run models, as in Training.java: a JVM loads all classes of
# a cache at its start, needed or not. Uses home, jar, xstate_java_home, xstate_java_id, and the JVM options.
xstate_aot_cache() {
    aot_cache=
    aot_host=$1
    [ -r "${jar%/*}/build-id" ] && IFS= read -r aot_name <"${jar%/*}/build-id" || return
    aot_name=$xstate_java_id-$aot_name-$aot_host.aot
    aot_cache=$home/.xstate/$aot_name
    xstate_fresh "$aot_cache" && return
    if ! xstate_own_folder; then
        [ -n "${XDG_CACHE_HOME:-}${HOME:-}" ] || { aot_cache= && return; }
        # one folder per installation: its path, with / written as %
        aot_cache=${XDG_CACHE_HOME:-$HOME/.cache}/xstate/$(printf %s "$home" | tr / %)/$aot_name
        xstate_fresh "$aot_cache" && return
    fi
    xstate_fresh "$aot_cache.failed" || xstate_train || aot_cache=
    [ -f "${aot_cache:-}" ] || aot_cache=
}

# Whether the installation has a folder that this user may write to; root may write where nothing can be made.
xstate_own_folder() {
    [ -d "$home/.xstate" ] || { [ -w "$home" ] && mkdir "$home/.xstate" 2>/dev/null; } || return 1
    [ -w "$home/.xstate" ]
}

# xstate_fresh FILE: whether it exists and the program is no newer.
xstate_fresh() {
    [ -f "$1" ] && [ ! "$jar" -nt "$1" ]
}

# Runs typical commands once and has the JVM write the cache at exit. Whoever starts meanwhile runs without.
xstate_train() {
    mkdir -p "${aot_cache%/*}" 2>/dev/null && . "$home/scripts/lock.sh" &&
        xstate_try_lock "$aot_cache.lock" || return
    case $aot_host in
    model) aot_options=$exploring_commands ;;
    *) aot_options="$short_commands -XX:-AOTRecordTraining" ;;
    esac
    trap 'xstate_unlock "$aot_cache.lock"; rm -f "$aot_cache.new"; exit 130' INT TERM HUP
    echo "xstate: preparing fast starts (once for this Java version, a few seconds) ..." >&2
    # shellcheck disable=SC2086
    if "$xstate_java_home/bin/java" $all_commands $aot_options \
        -XX:AOTCacheOutput="$aot_cache.new" -Dxstate.home="$home" -cp "$jar" \
        org.xstate.launcher.Training "$aot_host" </dev/null >"$aot_cache.log" 2>&1 &&
        [ -s "$aot_cache.new" ]; then
        mv -f "$aot_cache.new" "$aot_cache"
        rm -f "$aot_cache.log" "$aot_cache.failed"
        # those of earlier builds and Java versions
        for xstate_old in "${aot_cache%/*}"/*.aot; do
            case $xstate_old in
            "${aot_cache%-*}"-*) ;;
            *) rm -f "$xstate_old" "$xstate_old".* ;;
            esac
        done
    else
        # the log says why; the next attempt is made when the bundles change
        : >"$aot_cache.failed"
        rm -f "$aot_cache.new"
    fi
    xstate_unlock "$aot_cache.lock"
    trap - INT TERM HUP
}
