/** Pictures as data: drawn into SVG files by commands and onto canvases by the desktop, the same in both. */
@Export
@Version("1.0.0")
package org.xstate.analysis.picture;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
