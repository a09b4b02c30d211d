package org.xstate.analysis.layout;

import java.util.Objects;
import java.util.Optional;

import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;

/**
 * Which layout is wanted.
 *
 * @param xcr0   user components; empty for everything that the source enumerates
 * @param xss    supervisor components; empty for everything that the source enumerates
 * @param format standard or compacted
 */
public record LayoutQuestion(Optional<XFeatureMask> xcr0, Optional<XFeatureMask> xss,
        XsaveLayout.Format format) {

    /** The standard format of everything. */
    public static final LayoutQuestion EVERYTHING = new LayoutQuestion(Optional.empty(), Optional.empty(),
            XsaveLayout.Format.STANDARD);

    public LayoutQuestion {
        Objects.requireNonNull(xcr0);
        Objects.requireNonNull(xss);
        Objects.requireNonNull(format);
    }
}
