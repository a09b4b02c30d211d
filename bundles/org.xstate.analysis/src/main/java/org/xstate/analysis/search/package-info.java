/** Sweeps over the knobs of a scenario file: which combinations are right, what they cost, what they have in common. */
@Export
@Version("1.0.0")
package org.xstate.analysis.search;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
