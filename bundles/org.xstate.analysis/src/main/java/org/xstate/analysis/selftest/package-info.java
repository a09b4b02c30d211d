/** Counterexamples as skeletons of selftests: C programs for a real kernel. */
@Export
@Version("1.0.0")
package org.xstate.analysis.selftest;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
