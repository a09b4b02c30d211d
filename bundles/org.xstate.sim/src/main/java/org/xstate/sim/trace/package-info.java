/**
 * Executions, told in the words of the kernel: who stepped where, which statement, and what it changed in which copy of
 * which component.
 */
@Export
@Version("1.0.0")
package org.xstate.sim.trace;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
