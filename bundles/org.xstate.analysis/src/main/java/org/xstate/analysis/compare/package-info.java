/** The same scenarios under several settings: which verdicts depend on a kernel, a processor, or a rule. */
@Export
@Version("1.0.0")
package org.xstate.analysis.compare;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
