package org.xstate.ui.console.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.ui.console.IPatternMatchListener;
import org.eclipse.ui.console.PatternMatchEvent;
import org.eclipse.ui.console.TextConsole;

/** Makes places such as {@code begin-finish.c:24} links. */
final class PlaceLinks implements IPatternMatchListener {

    /** File and line, as diagnostics, counterexamples and coverage write them. */
    private static final String PLACE = "[\\w./+-]+\\.[ch]:[1-9]\\d*";
    private static final Pattern PARTS = Pattern.compile("(.+):(\\d+)");

    private final ShellConsole console;

    PlaceLinks(ShellConsole console) {
        this.console = console;
    }

    @Override
    public void connect(TextConsole connected) {
        // there is one console
    }

    @Override
    public void disconnect() {
        // nothing is kept
    }

    @Override
    public void matchFound(PatternMatchEvent event) {
        try {
            String text = console.getDocument().get(event.getOffset(), event.getLength());
            Matcher place = PARTS.matcher(text);
            if (place.matches()) {
                console.addHyperlink(
                        new PlaceLink(console, console.operands(), place.group(1),
                                Integer.parseInt(place.group(2))),
                        event.getOffset(), event.getLength());
            }
        } catch (BadLocationException e) {
            // the text was cut off meanwhile, because there is too much of it: there is nothing to make a link of
            return;
        }
    }

    @Override
    public String getPattern() {
        return PLACE;
    }

    @Override
    public int getCompilerFlags() {
        return 0;
    }

    @Override
    public String getLineQualifier() {
        return "\\.[ch]:\\d";
    }
}
