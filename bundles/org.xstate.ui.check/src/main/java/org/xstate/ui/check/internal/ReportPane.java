package org.xstate.ui.check.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.xstate.analysis.picture.Ink;
import org.xstate.ui.Palette;

/**
 * A report as a command prints it. Places, {@code begin-finish.c:27}, are links: a click opens them, and so does Enter or F3 on
 * their line.
 */
public final class ReportPane {

    /** A place in a report. @param file as the report names it @param line from 1 */
    public record Place(String file, int line) {
    }

    private static final Pattern PLACE = Pattern
            .compile("(?<![\\w./…-])([A-Za-z0-9_][\\w./+-]*\\.[ch]):(\\d{1,7})");
    private static final Pattern GOOD = Pattern.compile("^(HOLDS|PASSED|SAME|ok)\\b", Pattern.MULTILINE);
    private static final Pattern BAD = Pattern.compile("^(VIOLATED|FAILED|DIFFERS|error)\\b|◀.*$",
            Pattern.MULTILINE);
    private static final Pattern STRONG = Pattern.compile("^(UNDECIDED|CHANGED|ENDED|STOPPED|CELL)\\b",
            Pattern.MULTILINE);
    private static final Pattern HEAD = Pattern.compile("^step  .*(statement).*$", Pattern.MULTILINE);

    private final StyledText text;
    private java.util.function.Consumer<Place> opener = place -> {
    };
    private List<StyleRange> links = List.of();

    /** @param name what a screen reader says */
    public ReportPane(Composite parent, String name) {
        Composite area = new Composite(parent, SWT.NONE);
        area.setLayout(new FillLayout());
        text = new StyledText(area, SWT.READ_ONLY | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL | SWT.BORDER);
        text.setFont(JFaceResources.getTextFont());
        text.setMargins(6, 4, 6, 4);
        text.setAlwaysShowScrollBars(false);
        Accessibles.name(text, name);
        text.addListener(SWT.MouseUp, this::clicked);
        text.addListener(SWT.KeyDown, this::key);
        text.addListener(SWT.MouseMove,
                event -> text.setCursor(linkAt(new Point(event.x, event.y)).isPresent()
                        ? text.getDisplay().getSystemCursor(SWT.CURSOR_HAND)
                        : null));
    }

    public StyledText control() {
        return text;
    }

    /** @param told of a place that the user wants to see */
    public void onOpen(java.util.function.Consumer<Place> told) {
        opener = told;
    }

    public void show(List<String> lines) {
        String content = String.join("\n", lines);
        if (text.getText().equals(content)) {
            return;
        }
        text.setText(content);
        List<StyleRange> ranges = new ArrayList<>();
        boolean dark = Palette.isDark(text);
        mark(ranges, content, GOOD, Ink.REGISTERS_LINE, dark);
        mark(ranges, content, BAD, Ink.BAD_TEXT, dark);
        mark(ranges, content, STRONG, Ink.TEXT, dark);
        mark(ranges, content, HEAD, Ink.QUIET_TEXT, dark);
        List<StyleRange> found = new ArrayList<>();
        Matcher matcher = PLACE.matcher(content);
        while (matcher.find()) {
            StyleRange link = new StyleRange(matcher.start(), matcher.end() - matcher.start(),
                    Palette.color(Ink.MARKED, dark), null);
            link.underline = true;
            link.data = new Place(matcher.group(1), Integer.parseInt(matcher.group(2)));
            found.add(link);
        }
        links = found;
        ranges.addAll(found);
        ranges.sort((one, other) -> Integer.compare(one.start, other.start));
        int end = 0;
        List<StyleRange> apart = new ArrayList<>();
        for (StyleRange range : ranges) {
            if (range.start >= end) {
                apart.add(range);
                end = range.start + range.length;
            }
        }
        text.setStyleRanges(apart.toArray(StyleRange[]::new));
    }

    private static void mark(List<StyleRange> ranges, String content, Pattern pattern, Ink ink,
            boolean dark) {
        Matcher matcher = pattern.matcher(content);
        while (matcher.find()) {
            ranges.add(new StyleRange(matcher.start(), matcher.end() - matcher.start(),
                    Palette.color(ink, dark), null, SWT.BOLD));
        }
    }

    /** The places of the report, in order. */
    public List<Place> places() {
        return links.stream().map(link -> (Place) link.data).toList();
    }

    private Optional<Place> linkAt(Point point) {
        int offset = text.getOffsetAtPoint(point);
        return links.stream()
                .filter(link -> offset >= link.start && offset < link.start + link.length)
                .map(link -> (Place) link.data).findFirst();
    }

    private void clicked(Event event) {
        if (event.button == 1 && text.getSelectionCount() == 0) {
            linkAt(new Point(event.x, event.y)).ifPresent(opener);
        }
    }

    private void key(Event event) {
        if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR || event.keyCode == SWT.F3) {
            int line = text.getLineAtOffset(text.getCaretOffset());
            links.stream().filter(link -> text.getLineAtOffset(link.start) == line)
                    .min((one, other) -> Integer.compare(distance(one), distance(other)))
                    .ifPresent(link -> opener.accept((Place) link.data));
        }
    }

    private int distance(StyleRange link) {
        return Math.abs(link.start - text.getCaretOffset());
    }
}
