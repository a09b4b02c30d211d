/** Collections of real bugs: what a file says of the one that it shows, and in which forms it does. */
@Export
@Version("1.0.0")
package org.xstate.analysis.museum;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
