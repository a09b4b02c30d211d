# Starts the desktop; POSIX sh, sourced by xstate. Uses home, xstate_java_home; arguments after the command's name are its
# own. The desktop is a product of its own (plugins/ and configuration/): in a checkout the build's, else beside xstate.

xstate_workbench_help() {
    cat <<'END'
Usage: xstate workbench [FILE...] [--screenshot-and-exit FILE.png [--perspective ID]]

Starts the desktop and opens the files, each in the part that is made for what it holds. A desktop that has the workspace
already opens them, and this start ends. Projects and settings are kept in the workspace: the folder that XSTATE_WORKSPACE
names, else ~/xstate-workspace.

  --screenshot-and-exit FILE.png   draw the window into a file once it is at rest, and end; no workspace is used
  --perspective ID                 which perspective is drawn: org.xstate.ui.workbench.layout, .simulate or .verify

exit codes: 73 the workspace cannot be written, 75 another desktop has it
END
}

# xstate_in_use KEPT: whether a desktop that was started from there still runs.
xstate_in_use() {
    for xstate_running in "$1"/running/*; do
        kill -0 "${xstate_running##*/}" 2>/dev/null && return 0
    done
    return 1
}

# xstate_workbench ARGUMENTS: does not return.
xstate_workbench() {
    xstate_product=$home/workbench
    if [ -f "$home/bundles/pom.xml" ]; then
        xstate_built_product=features/workbench/product
        xstate_product=$home/$xstate_built_product/target/xstate-workbench
        xstate_build_if_needed built-workbench "$xstate_built_product" "$xstate_product/build-id" || exit
    fi
    if [ ! -d "$xstate_product" ]; then
        # a desktop's archive, unpacked beside the one of the commands
        for xstate_product in "$home"/../xstate-workbench-*/workbench; do :; done
    fi
    for xstate_launcher in "$xstate_product"/plugins/org.eclipse.equinox.launcher-*.jar; do :; done
    if [ ! -f "$xstate_launcher" ]; then
        echo "xstate: this installation has no desktop: unpack an archive xstate-workbench-*.tar.gz beside it," \
            "or start it from a checkout of the sources." >&2
        exit 66
    fi
    if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ "$(uname -s)" = Linux ]; then
        echo "xstate: there is no display: set DISPLAY, or use xvfb-run ./xstate workbench ..." >&2
        exit 66
    fi
    IFS= read -r xstate_build <"$xstate_product/build-id" || xstate_build=unknown
    # What Equinox and the JVM keep from one start to the next, per installation and build: what belongs to another must not
    # be used, and what a desktop that still runs has open must not be removed.
    if [ -d "$home/.xstate" ] && [ -w "$home/.xstate" ]; then
        xstate_kept=$home/.xstate/workbench
    else
        xstate_place=$(printf %s "$xstate_product" | cksum)
        xstate_kept=${XDG_CACHE_HOME:-$HOME/.cache}/xstate/workbench/${xstate_place%% *}
    fi
    mkdir -p "$xstate_kept/$xstate_build/running" || exit 73
    : >"$xstate_kept/$xstate_build/running/$$"
    for xstate_old in "$xstate_kept"/*; do
        [ "$xstate_old" = "$xstate_kept/$xstate_build" ] || xstate_in_use "$xstate_old" || rm -rf "$xstate_old"
    done
    xstate_workspace=${XSTATE_WORKSPACE:-$HOME/xstate-workspace}
    xstate_screenshot=no
    for xstate_word; do
        [ "$xstate_word" != --screenshot-and-exit ] || xstate_screenshot=yes
    done
    if [ $xstate_screenshot = yes ]; then
        # a picture neither needs nor changes anybody's workspace
        xstate_workspace=$(mktemp -d) || exit 73
        trap 'rm -rf "$xstate_workspace"' EXIT
        trap 'exit 130' INT TERM HUP
    fi
    # a start from a terminal is answered there, one from an icon by a dialog
    if [ -t 2 ]; then xstate_terminal=true; else xstate_terminal=false; fi
    xstate_first_thread=
    # Cocoa serves windows on the first thread of the process only
    [ "$(uname -s)" != Darwin ] || xstate_first_thread=-XstartOnFirstThread
    # What runs at a start only is not worth being optimised; what a check repeats gets there within a tenth of a second.
    # shellcheck disable=SC2086
    "$xstate_java_home/bin/java" -XX:+AutoCreateSharedArchive \
        -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 \
        -XX:Tier4BackEdgeThreshold=400000 \
        -XX:SharedArchiveFile="$xstate_kept/$xstate_build/classes.jsa" -Xlog:disable -Xlog:all=error,cds*=off:stderr \
        --enable-native-access=ALL-UNNAMED -XX:MaxDirectMemorySize=1t -Dxstate.home="$home" \
        -Dxstate.terminal=$xstate_terminal \
        $xstate_first_thread ${XSTATE_JAVA_OPTIONS:-} -jar "$xstate_launcher" -nosplash -install "$xstate_product" \
        -configuration "$xstate_kept/$xstate_build" -data "$xstate_workspace" "$@"
    xstate_status=$?
    rm -f "$xstate_kept/$xstate_build/running/$$"
    exit $xstate_status
}
