package org.xstate.analysis.text;

import java.util.ArrayList;
import java.util.List;

/** Items one after the other, as many on a line as fit; continuation lines start below the first item. */
public final class Flow {

    private final int width;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line;
    private final String indent;

    /** @param head what stands before the first item @param width columns */
    public Flow(String head, int width) {
        this.width = width;
        this.line = new StringBuilder(head);
        this.indent = " ".repeat(head.length());
    }

    /** Adds an item, two blanks after the one before it. */
    public void add(String item) {
        add(item, "  ");
    }

    /** Adds a word of running text, one blank after the one before it. */
    public void addWord(String word) {
        add(word, " ");
    }

    private void add(String item, String gap) {
        boolean first = line.length() == indent.length();
        if (!first && line.length() + gap.length() + item.length() > width) {
            lines.add(line.toString().stripTrailing());
            line.setLength(0);
            line.append(indent);
            first = true;
        }
        line.append(first ? "" : gap).append(item);
    }

    /** All lines; nothing can be added afterwards. */
    public List<String> finish() {
        lines.add(line.toString().stripTrailing());
        return List.copyOf(lines);
    }
}
