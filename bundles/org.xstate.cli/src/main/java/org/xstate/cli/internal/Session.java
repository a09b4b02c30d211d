package org.xstate.cli.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.xstate.analysis.text.Style;
import org.xstate.api.Check;
import org.xstate.api.Contributions;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.ImageReader;
import org.xstate.cli.Host;

/**
 * One run: where it writes, and what bundles contribute, asked for when it is first needed. Xfeatures and readers stay what
 * they were for the whole run, whatever comes and goes meanwhile.
 */
public final class Session {

    private final Host host;
    private final PrintStream out;
    private final PrintStream err;
    private final Style style;
    private Optional<Contributions> contributions = Optional.empty();
    private Optional<FeatureCatalog> catalog = Optional.empty();
    private Optional<List<ImageReader>> readers = Optional.empty();

    public Session(Host host, PrintStream out, PrintStream err, Style style) {
        this.host = Objects.requireNonNull(host);
        this.out = Objects.requireNonNull(out);
        this.err = Objects.requireNonNull(err);
        this.style = Objects.requireNonNull(style);
    }

    Host host() {
        return host;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    Style style() {
        return style;
    }

    Contributions contributions() {
        if (contributions.isEmpty()) {
            contributions = Optional.of(host.contributions().get());
        }
        return contributions.get();
    }

    FeatureCatalog catalog() {
        if (catalog.isEmpty()) {
            catalog = Optional.of(contributions().features());
        }
        return catalog.get();
    }

    List<ImageReader> readers() {
        if (readers.isEmpty()) {
            readers = Optional.of(contributions().imageReaders());
        }
        return readers.get();
    }

    List<Check> checks() {
        return contributions().checks();
    }
}
