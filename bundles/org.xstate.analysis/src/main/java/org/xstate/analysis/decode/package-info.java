/** Containers decoded into threads and registers, ready to be shown. */
@Export
@Version("1.0.0")
package org.xstate.analysis.decode;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
