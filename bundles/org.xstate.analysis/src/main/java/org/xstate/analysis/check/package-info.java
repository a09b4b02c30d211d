/** Checks and runs of scenarios: one call from a file to a verdict with its bounds, its coverage and its trace. */
@Export
@Version("1.0.0")
package org.xstate.analysis.check;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
