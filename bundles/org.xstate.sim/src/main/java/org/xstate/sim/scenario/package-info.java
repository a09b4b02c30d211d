/** From a scenario file to machines that can be run: settings, the library, compiling, laying out. */
@Export
@Version("1.0.0")
package org.xstate.sim.scenario;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
