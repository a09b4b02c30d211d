/** Designs of kernel APIs in one harness: in which cases each is right, and what it costs. */
@Export
@Version("1.0.0")
package org.xstate.analysis.designs;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
