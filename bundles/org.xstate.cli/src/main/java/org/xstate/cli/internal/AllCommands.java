package org.xstate.cli.internal;

import picocli.CommandLine.Model.CommandSpec;

/** The whole command line as one model, for what describes it: completion and the manual page. */
final class AllCommands {

    private AllCommands() {
    }

    static CommandSpec spec() {
        CommandSpec root = Options.spec("xstate",
                "Analyses x86 extended state (XSAVE): layouts, images, instructions.");
        root.addOption(
                Options.values("--plugins", "DIR", "Adds a folder of plugin jars; dropins/ is always read."));
        root.addOption(Options.value("--framework", "NAME",
                "Runs the plugins on felix (the default) or equinox."));
        root.addOption(Options.flag("--version", "Shows the versions of the bundles and of Java."));
        for (Commands.Entry entry : Commands.all()) {
            root.addSubcommand(entry.name(), entry.create().get().spec());
        }
        return root;
    }
}
