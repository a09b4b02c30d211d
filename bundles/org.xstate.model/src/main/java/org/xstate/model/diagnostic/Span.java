package org.xstate.model.diagnostic;

import java.util.Objects;

/**
 * A piece of one line of a source file.
 *
 * @param file   the name under which the file was found
 * @param line   from 1
 * @param column from 1, in characters; a tab is one
 * @param length in characters, at least 1, within the line
 */
public record Span(String file, int line, int column, int length) implements Comparable<Span> {

    public Span {
        Objects.requireNonNull(file);
        if (line < 1 || column < 1 || length < 1) {
            throw new IllegalArgumentException("line, column and length count from 1");
        }
    }

    /** From the beginning of this to the end of {@code last}; where that lies on another line, this. */
    public Span to(Span last) {
        boolean sameLine = file.equals(last.file) && line == last.line && last.column >= column;
        return sameLine ? new Span(file, line, column, last.column + last.length - column) : this;
    }

    /** {@code file:line:column}, as compilers write it. */
    public String place() {
        return file + ":" + line + ":" + column;
    }

    @Override
    public int compareTo(Span other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }
}
