package org.xstate.layout.cpuid;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The CPUID output of one logical CPU; immutable. Two tables are equal if they hold the same numbers. */
public final class CpuidTable {

    /** The place of one set of output registers. @param leaf EAX on entry @param subleaf ECX on entry, 0 where the leaf has none */
    public record Key(int leaf, int subleaf) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byLeaf = Integer.compareUnsigned(leaf, other.leaf);
            return byLeaf != 0 ? byLeaf : Integer.compareUnsigned(subleaf, other.subleaf);
        }

        @Override
        public String toString() {
            return "%08x.%02x".formatted(leaf, subleaf);
        }
    }

    private final SortedMap<Key, CpuidRegisters> entries;

    private CpuidTable(SortedMap<Key, CpuidRegisters> entries) {
        this.entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    /** The registers of a leaf without sub-leaves, or of sub-leaf 0. */
    public Optional<CpuidRegisters> get(int leaf) {
        return get(leaf, 0);
    }

    public Optional<CpuidRegisters> get(int leaf, int subleaf) {
        return Optional.ofNullable(entries.get(new Key(leaf, subleaf)));
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Everything, by unsigned leaf and sub-leaf. */
    public SortedMap<Key, CpuidRegisters> entries() {
        return entries;
    }

    /** Only the given leaf, for comparing CPUs by what they say about one thing. */
    public CpuidTable leaf(int leaf) {
        TreeMap<Key, CpuidRegisters> some = new TreeMap<>(entries);
        some.keySet().removeIf(key -> key.leaf() != leaf);
        return new CpuidTable(some);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CpuidTable that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.toString();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects entries; the last one put for a key wins. */
    public static final class Builder {
        private final TreeMap<Key, CpuidRegisters> entries = new TreeMap<>();

        public Builder put(int leaf, int subleaf, CpuidRegisters registers) {
            entries.put(new Key(leaf, subleaf), registers);
            return this;
        }

        public Builder put(int leaf, int subleaf, int eax, int ebx, int ecx, int edx) {
            return put(leaf, subleaf, new CpuidRegisters(eax, ebx, ecx, edx));
        }

        public boolean contains(int leaf, int subleaf) {
            return entries.containsKey(new Key(leaf, subleaf));
        }

        public Optional<CpuidRegisters> get(int leaf, int subleaf) {
            return Optional.ofNullable(entries.get(new Key(leaf, subleaf)));
        }

        public CpuidTable build() {
            return new CpuidTable(entries);
        }
    }
}
