/** Pictures on canvases: drawn, pointed at, walked through by keys, read aloud, exported. */
@Export
@Version("1.0.0")
package org.xstate.ui.picture;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
