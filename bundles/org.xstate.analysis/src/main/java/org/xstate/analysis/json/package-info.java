/** Results as JSON documents, with keys in a fixed order and equal bytes for equal input. */
@Export
@Version("1.0.0")
package org.xstate.analysis.json;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
