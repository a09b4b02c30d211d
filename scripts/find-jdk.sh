# Finds a Java of version 25 or later. Sourced by the launch scripts; POSIX sh, and hardly any process of its own,
# because every start of xstate passes through here.
# Order: JAVA_HOME, the java on the PATH, the folders where Java is usually installed.

xstate_oldest_java=25

# xstate_java_ok HOME PROGRAM: whether HOME holds bin/PROGRAM of a version that will do. Sets
# xstate_java_id, which tells one build of Java from another.
xstate_java_ok() {
    [ -x "$1/bin/$2" ] && [ -r "$1/release" ] || return 1
    xstate_java_version=
    xstate_java_id=
    while IFS= read -r xstate_line; do
        case $xstate_line in
        JAVA_VERSION=*)
            xstate_java_version=${xstate_line#*\"}
            ;;
        JAVA_VERSION_DATE=*)
            # what follows is long, and a shell reads byte by byte
            [ -z "$xstate_java_version" ] || break
            ;;
        JAVA_RUNTIME_VERSION=* | IMPLEMENTOR_VERSION=*)
            xstate_line=${xstate_line#*\"}
            xstate_java_id=${xstate_java_id:-java}-${xstate_line%\"}
            ;;
        esac
    done <"$1/release"
    xstate_major=${xstate_java_version%%[!0-9]*}
    [ "${xstate_major:-0}" -ge "$xstate_oldest_java" ]
}

# xstate_find_java PROGRAM: sets xstate_java_home to the first home that has bin/PROGRAM ("java" or "javac").
xstate_find_java() {
    xstate_java_home=${JAVA_HOME:-}
    [ -n "$xstate_java_home" ] && xstate_java_ok "$xstate_java_home" "$1" && return 0
    if xstate_java=$(command -v java) && xstate_java=$(readlink -f "$xstate_java"); then
        xstate_java_home=${xstate_java%/bin/java}
        xstate_java_ok "$xstate_java_home" "$1" && return 0
    fi
    for xstate_java_home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
        "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        xstate_java_ok "$xstate_java_home" "$1" && return 0
    done
    xstate_java_home=
    return 1
}

xstate_no_java() {
    echo "xstate: no Java of version $xstate_oldest_java or later was found" \
        "(looked at JAVA_HOME, the PATH and the usual folders)." >&2
    echo "        Install one, for example Debian's openjdk-25-jdk-headless or Eclipse Temurin 25," \
        "or set JAVA_HOME." >&2
}
