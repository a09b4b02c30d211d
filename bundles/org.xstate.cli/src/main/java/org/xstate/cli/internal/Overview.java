package org.xstate.cli.internal;

/** {@code xstate --help}. */
final class Overview {

    private Overview() {
    }

    static void print(Session session) {
        StringBuilder text = new StringBuilder();
        text.append(
                "Xstate Workbench: x86 extended state (XSAVE), its layouts, images, instructions, kernel\n\n")
                .append("usage: xstate COMMAND [OPTION...] [FILE...]\n\n");
        int width = Commands.all().stream().mapToInt(entry -> entry.name().length()).max().orElse(0);
        for (Commands.Entry entry : Commands.all()) {
            text.append("  ").append(session.style().bold(entry.name()))
                    .append(" ".repeat(width - entry.name().length() + 2)).append(entry.summary())
                    .append('\n');
        }
        text.append("\noptions of every command\n")
                .append("  --json           one document for each input on stdout; see docs/schema\n")
                .append("  --plugins DIR    add a folder of plugin jars; dropins/ is always read\n")
                .append("  --framework F    run the plugins on felix or equinox (default felix)\n")
                .append("  -h, --help       what the command takes\n")
                .append("  -V, --version    versions of the bundles and of Java\n\n")
                .append("exit codes: 0 clean, 10 violated, 11 not as expected, 12 findings, 13 undecided,\n")
                .append("            64 usage, 65 bad input, 66 input missing, 70 internal bug,\n")
                .append("            71 a plugin failed, 73 cannot write, 130 cancelled\n\n")
                .append("next: xstate layout --cpu zen3        xstate COMMAND --help\n");
        session.out().print(text);
    }
}
