/** Layouts of CPUs, ready to be shown. */
@Export
@Version("1.0.0")
package org.xstate.analysis.layout;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
