package org.xstate.registry.internal;

/** Says in words that a plugin was compiled against another API than this program's. */
final class Missing {

    static final String REMEDY = "build it against the API of this program, or use a program of that API";

    private Missing() {
    }

    static boolean isOfApi(String className) {
        return className.startsWith(Point.NAMESPACE + ".");
    }

    static String reason(String className) {
        return "it needs " + className.replace('$', '.') + ", which the API of this program does not have";
    }
}
