package org.xstate.cli.internal;

import org.xstate.cli.Host;

/** {@code xstate --version}. */
final class Version {

    private Version() {
    }

    static void print(Session session) {
        Host host = session.host();
        String framework = host.framework().equals("none")
                ? "plain class path"
                : host.framework() + " " + host.version();
        session.out().println("Xstate Workbench");
        session.out().println("host      " + framework);
        session.out().println("Java      " + System.getProperty("java.vm.name") + " "
                + System.getProperty("java.runtime.version"));
        session.out()
                .println("system    " + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        session.out().println("bundles");
        host.bundles().get().forEach(bundle -> session.out().println("  " + bundle));
    }
}
