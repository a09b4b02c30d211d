package org.xstate.launcher;

/**
 * What Equinox shares with the program: the OSGi API alone. The class path also holds packages that stand in for Equinox's
 * own where Felix runs; Equinox has to use its own.
 */
final class SharedClasses extends ClassLoader {

    private static final String OSGI = "org.osgi.";

    /** Comes with the log service for Felix; Equinox has its own of both. */
    private static final String LOG = "org.osgi.service.log.";

    private final ClassLoader program;

    SharedClasses(ClassLoader program) {
        super("shared with equinox", ClassLoader.getPlatformClassLoader());
        this.program = program;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!name.startsWith(OSGI) || name.startsWith(LOG)) {
            throw new ClassNotFoundException(name);
        }
        return program.loadClass(name);
    }
}
