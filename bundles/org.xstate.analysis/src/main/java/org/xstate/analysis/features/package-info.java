/** What is said of registered features, wherever it is shown. */
@Export
@Version("1.0.0")
package org.xstate.analysis.features;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
