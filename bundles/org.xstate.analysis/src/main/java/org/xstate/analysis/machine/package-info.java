/** The machine of a scenario and its time line, as pictures and as text: the same for commands, reports and the desktop. */
@Export
@Version("1.0.0")
package org.xstate.analysis.machine;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
