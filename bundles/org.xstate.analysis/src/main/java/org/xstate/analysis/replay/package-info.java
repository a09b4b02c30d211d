/** Recorded instruction vectors, replayed on the model of the XSAVE instructions. */
@Export
@Version("1.0.0")
package org.xstate.analysis.replay;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
