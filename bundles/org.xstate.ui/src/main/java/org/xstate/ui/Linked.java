package org.xstate.ui;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/**
 * What is selected, across views: one selection drives all. A view publishes what its user points at and follows what others
 * publish, as far as it shows such things. On the thread of the user interface only. Steps of an execution are followed
 * through {@link org.xstate.ui.session.Session}.
 */
public final class Linked {

    /** Something that several views show. */
    public sealed interface Subject {

        /** A state component. @param number 0 to 62 */
        record Component(int number) implements Subject {
        }

        /**
         * Bytes of an image.
         *
         * @param source which image, by its maker's name for it
         * @param offset in bytes from its start
         * @param length in bytes
         */
        record Bytes(String source, int offset, int length) implements Subject {
            public Bytes {
                Objects.requireNonNull(source);
            }
        }

        /** A line of model C. @param file as traces name it @param line from 1 */
        record Line(String file, int line) implements Subject {
            public Line {
                Objects.requireNonNull(file);
            }
        }
    }

    private static final List<BiConsumer<Object, Subject>> FOLLOWERS = new CopyOnWriteArrayList<>();

    private Linked() {
    }

    /** @param origin who says so; it is told too, and knows itself */
    public static void publish(Object origin, Subject subject) {
        FOLLOWERS.forEach(follower -> follower.accept(origin, subject));
    }

    public static void follow(BiConsumer<Object, Subject> follower) {
        FOLLOWERS.add(follower);
    }

    public static void unfollow(BiConsumer<Object, Subject> follower) {
        FOLLOWERS.remove(follower);
    }
}
