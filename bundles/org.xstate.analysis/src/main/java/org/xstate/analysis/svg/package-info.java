/** Results as self-contained SVG pictures. */
@Export
@Version("1.0.0")
package org.xstate.analysis.svg;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
