# Finds a JDK of version 25 or later and prints its home. Sourced or run by the launch scripts; POSIX sh.
# Order: JAVA_HOME, the java on the PATH, the folders where JDKs are usually installed.

xstate_java_version() { # HOME -> major version, or 0
    if [ -x "$1/bin/java" ] && [ -r "$1/release" ]; then
        sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
    else
        echo 0
    fi
}

xstate_is_jdk() { # HOME
    xstate_major=$(xstate_java_version "$1")
    [ "${xstate_major:-0}" -ge 25 ] && [ -x "$1/bin/javac" ]
}

xstate_find_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && xstate_is_jdk "$JAVA_HOME"; then
        echo "$JAVA_HOME"
        return 0
    fi
    if xstate_java=$(command -v java); then
        xstate_java=$(readlink -f "$xstate_java" 2>/dev/null || echo "$xstate_java")
        xstate_home=${xstate_java%/bin/java}
        if xstate_is_jdk "$xstate_home"; then
            echo "$xstate_home"
            return 0
        fi
    fi
    for xstate_home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if xstate_is_jdk "$xstate_home"; then
            echo "$xstate_home"
            return 0
        fi
    done
    echo "xstate: no JDK of version 25 or later was found (looked at JAVA_HOME, the PATH and the usual folders)." >&2
    echo "        Install one, for example Debian's openjdk-25-jdk-headless or Eclipse Temurin 25, or set JAVA_HOME." >&2
    return 1
}
