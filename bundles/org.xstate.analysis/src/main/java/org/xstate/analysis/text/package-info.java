/** Results as text for a terminal, or for a view that shows the same: the answer first, then the evidence. */
@Export
@Version("1.0.0")
package org.xstate.analysis.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
