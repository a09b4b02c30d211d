package org.xstate.isa.host;

import java.util.List;
import java.util.Objects;

/** The outcome of looking at the running machine. */
public sealed interface HostReading {

    /** It could be read. @param cpus one entry per logical CPU asked, by ascending number; at least one */
    record Available(List<HostCpu> cpus) implements HostReading {
        public Available {
            cpus = List.copyOf(cpus);
            if (cpus.isEmpty()) {
                throw new IllegalArgumentException("a reading has at least one CPU");
            }
        }

        /** The first of them. */
        public HostCpu cpu() {
            return cpus.getFirst();
        }
    }

    /**
     * It could not be read.
     *
     * @param reason what was refused or missing, with the values
     * @param remedy what the user can do; empty if there is nothing
     */
    record Unavailable(String reason, String remedy) implements HostReading {
        public Unavailable {
            Objects.requireNonNull(reason);
            Objects.requireNonNull(remedy);
        }
    }
}
