/**
 * Looking at an execution as a debugger does: who stands where with which calls and locals, stepping by statements forwards
 * and backwards, and places to stop at.
 */
@Export
@Version("1.0.0")
package org.xstate.sim.debug;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
