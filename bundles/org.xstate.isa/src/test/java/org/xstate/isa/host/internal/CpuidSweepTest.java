package org.xstate.isa.host.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.xstate.layout.cpuid.CpuidRegisters;
import org.xstate.layout.cpuid.CpuidTable;

/** A processor that is a table; what it does not hold answers as Intel's do: with the highest basic leaf. */
class CpuidSweepTest {

    private final Map<CpuidTable.Key, CpuidRegisters> cpu = new HashMap<>();
    private CpuidRegisters beyond = new CpuidRegisters(0, 0, 0, 0);

    private CpuidSweepTest set(int leaf, int subleaf, int eax, int ebx, int ecx, int edx) {
        cpu.put(new CpuidTable.Key(leaf, subleaf), new CpuidRegisters(eax, ebx, ecx, edx));
        return this;
    }

    private CpuidTable sweep() {
        return CpuidSweep.of((leaf, subleaf) -> {
            boolean known = leaf >= 0 && leaf <= cpu.get(new CpuidTable.Key(0, 0)).eax();
            return cpu.getOrDefault(new CpuidTable.Key(leaf, subleaf),
                    known ? new CpuidRegisters(0, 0, 0, 0) : beyond);
        });
    }

    private static int[] subleaves(CpuidTable table, int leaf) {
        return table.entries().keySet().stream().filter(key -> key.leaf() == leaf)
                .mapToInt(CpuidTable.Key::subleaf).toArray();
    }

    @Test
    void leafDIsReadForTheBitsOfXcr0AndXssAboveOne() {
        set(0, 0, 0xd, 0, 0, 0).set(0xd, 0, 0x600e7, 0, 0, 1 << 30).set(0xd, 1, 0xf, 0, 0x1800, 0);
        assertEquals("[0, 1, 2, 5, 6, 7, 11, 12, 17, 18, 62]",
                Arrays.toString(subleaves(sweep(), 0xd)));
    }

    @Test
    void bit63OfLeafDNamesNoComponent() {
        set(0, 0, 0xd, 0, 0, 0).set(0xd, 0, 3, 0, 0, 1 << 31);
        assertEquals("[0, 1]", Arrays.toString(subleaves(sweep(), 0xd)));
    }

    @Test
    void cacheLeafEndsBeforeTheTypeThatIsNull() {
        set(0, 0, 4, 0, 0, 0).set(4, 0, 0x21, 1, 0, 0).set(4, 1, 0x22, 2, 0, 0);
        assertEquals("[0, 1]", Arrays.toString(subleaves(sweep(), 4)));
    }

    @Test
    void leavesThatNameTheirHighestSubleafAreReadUpToIt() {
        set(0, 0, 0x24, 0, 0, 0).set(7, 0, 2, 0, 0, 0).set(0x1d, 0, 1, 0, 0, 0).set(0x14, 0, 1, 0, 0, 0);
        CpuidTable table = sweep();
        assertEquals("[0, 1, 2]", Arrays.toString(subleaves(table, 7)));
        assertEquals("[0, 1]", Arrays.toString(subleaves(table, 0x1d)));
        assertEquals("[0, 1]", Arrays.toString(subleaves(table, 0x14)));
        assertEquals("[0]", Arrays.toString(subleaves(table, 0x24)));
    }

    @Test
    void absentExtendedRangeIsNotTakenFromTheBasicLeafThatAnswersInstead() {
        beyond = new CpuidRegisters(0x1234, 1, 2, 3);
        set(0, 0, 0x16, 0, 0, 0);
        assertTrue(sweep().entries().keySet().stream().allMatch(key -> key.leaf() >= 0));
    }

    @Test
    void hypervisorRangeIsReadOnlyWhereAHypervisorAnnouncesItself() {
        set(0, 0, 1, 0, 0, 0).set(0x40000000, 0, 0x40000001, 0, 0, 0);
        assertFalse(sweep().get(0x40000000).isPresent());
        set(1, 0, 0, 0, 1 << 31, 0);
        assertTrue(sweep().get(0x40000001).isPresent());
    }

    @Test
    void highestLeafBeyondItsRangeIsNotBelieved() {
        set(0, 0, -1, 0, 0, 0);
        assertTrue(sweep().isEmpty());
    }

    @Test
    void listWithoutAnEndMarkStops() {
        set(0, 0, 0xb, 0, 0, 0);
        IntStream.range(0, 2000).forEach(i -> set(0xb, i, 1, 1, 0x100, 0));
        assertEquals(0x100, subleaves(sweep(), 0xb).length);
    }
}
