/** The debugger as commands and answers: what the desktop's debugger does, for a terminal. */
@Export
@Version("1.0.0")
package org.xstate.analysis.debug;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
