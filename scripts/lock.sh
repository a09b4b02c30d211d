# A lock that two processes on one machine can contend for; POSIX sh, sourced.
# The lock is a folder, because mkdir either makes it or fails; in it is the number of the process that holds it, so
# that the lock of a killed process does not block for ever.

# xstate_try_lock FOLDER: whether this process holds the lock now.
xstate_try_lock() {
    if mkdir "$1" 2>/dev/null; then
        echo $$ >"$1/pid"
        return 0
    fi
    xstate_holder=
    [ -r "$1/pid" ] && read -r xstate_holder <"$1/pid"
    if [ -n "$xstate_holder" ] && ! kill -0 "$xstate_holder" 2>/dev/null; then
        # only one process succeeds in renaming; the others find the lock gone and try again later
        if mv "$1" "$1.$$" 2>/dev/null; then
            rm -rf "$1.$$"
            mkdir "$1" 2>/dev/null && echo $$ >"$1/pid" && return 0
        fi
    fi
    return 1
}

# xstate_lock FOLDER NAME: waits for the lock, and says so once, in the name of a program.
xstate_lock() {
    xstate_waited=
    until xstate_try_lock "$1"; do
        [ -n "$xstate_waited" ] || echo "$2: waiting for another build of this checkout ..." >&2
        xstate_waited=yes
        sleep 1
    done
}

# xstate_unlock FOLDER
xstate_unlock() {
    rm -rf "$1"
}
