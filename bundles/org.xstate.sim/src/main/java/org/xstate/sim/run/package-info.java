/** The simulator: one execution at a time, forwards and backwards, with everything that happened. */
@Export
@Version("1.0.0")
package org.xstate.sim.run;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
