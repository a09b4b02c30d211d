package org.xstate.api;

import java.io.IOException;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Writes a report in one format.
 *
 * <p>Contribute the class to the extension point {@code org.xstate.api.reportRenderers} and name it in
 * {@code META-INF/services/org.xstate.api.ReportRenderer}. It needs a public constructor without arguments; it is asked
 * from any thread and keeps no mutable state. Equal reports give equal text: no dates, no absolute paths.
 */
@ConsumerType
public interface ReportRenderer {

    /** The format's name on the command line, unique among all renderers: {@code html}. Lower case, digits, hyphens. */
    String format();

    /** Writes the report and leaves {@code out} open. @throws IOException if {@code out} cannot be written */
    void render(Report report, Appendable out) throws IOException;
}
