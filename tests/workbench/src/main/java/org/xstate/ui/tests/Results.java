package org.xstate.ui.tests;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The file that tells whoever started the desktop what came of each test: a line for each, and how many at the end. */
public final class Results {

    private final PrintWriter out;
    private int lines;

    Results(PrintWriter out) {
        this.out = out;
    }

    public void passed(String test) {
        line("PASSED", test, "");
    }

    /** @param text what came of it */
    public void measured(String test, String text) {
        line("PASSED", test, text);
    }

    public void skipped(String test, String reason) {
        line("SKIPPED", test, reason);
    }

    public void failed(String test, Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        line("FAILED", test, text.toString());
    }

    /** Nothing comes after. */
    public synchronized void end() {
        out.println("END\t" + lines);
    }

    private synchronized void line(String status, String test, String text) {
        lines++;
        out.println(String.join("\t", status, test,
                Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
    }
}
