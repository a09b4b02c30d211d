package org.xstate.ui;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a check did not come to, shown in the editors of the files. One check's at a time; on the thread of the user interface
 * only.
 */
public final class SourceCoverage {

    /** What is the matter with a line. */
    public enum Kind {
        /** No step executed it. */
        UNREACHED,
        /** A value of a choice, or a way of a condition, with which no step came to its end. */
        UNTAKEN
    }

    /**
     * A line that a verdict says nothing about, or not all.
     *
     * @param file     as the scenario was loaded: a path with {@code /} between folders, or the name of a library file
     * @param line     from 1
     * @param sentence what is shown for it, without full stop: {@code never executed}
     */
    public record Mark(String file, int line, Kind kind, String sentence) {
        public Mark {
            Objects.requireNonNull(file);
            Objects.requireNonNull(kind);
            Objects.requireNonNull(sentence);
        }
    }

    private static final List<Runnable> FOLLOWERS = new CopyOnWriteArrayList<>();
    private static List<Mark> shown = List.of();

    private SourceCoverage() {
    }

    /** Shows these marks in the place of those that were shown. */
    public static void show(List<Mark> marks) {
        shown = List.copyOf(marks);
        FOLLOWERS.forEach(Runnable::run);
    }

    /** Shows none any more. */
    public static void clear() {
        show(List.of());
    }

    /** What is shown, of all files. */
    public static List<Mark> shown() {
        return shown;
    }

    /** Calls back whenever other marks are shown. */
    public static void follow(Runnable follower) {
        FOLLOWERS.add(follower);
    }

    public static void unfollow(Runnable follower) {
        FOLLOWERS.remove(follower);
    }
}
