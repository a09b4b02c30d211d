/** The execution that the views show and the debugger steps: one at a time, followed by all. */
@Export
@Version("1.0.0")
package org.xstate.ui.session;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
