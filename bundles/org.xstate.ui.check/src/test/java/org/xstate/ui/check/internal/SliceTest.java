package org.xstate.ui.check.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class SliceTest {

    @Test
    void whatIsGoneAndWhatIsNewIsSaidInOrder() {
        assertEquals(new Slice<>(List.of("b"), List.of("x", "y"), List.of("x", "a", "y", "c")),
                Slice.next(List.of("a", "b", "c"), List.of("x", "a", "y", "c")));
    }

    @Test
    void nothingChangesWhereAllIsThere() {
        Slice<String> slice = Slice.next(List.of("a", "b"), List.of("a", "b"));
        assertTrue(slice.added().isEmpty() && slice.removed().isEmpty());
    }

    @Test
    void manyComeInSlicesUntilAllAreThere() {
        List<Integer> wanted = IntStream.range(0, 100).boxed().toList();
        List<Integer> shown = List.of(98);
        int rounds = 0;
        while (!shown.equals(wanted)) {
            Slice<Integer> slice = Slice.next(shown, wanted);
            assertTrue(slice.added().size() <= 25, slice.toString());
            assertTrue(slice.shown().containsAll(shown), "what is shown stays");
            shown = slice.shown();
            rounds++;
        }
        assertEquals(4, rounds, "99 rows, 25 in each");
    }
}
