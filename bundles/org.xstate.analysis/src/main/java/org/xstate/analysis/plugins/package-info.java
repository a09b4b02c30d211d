/** Judges what plugins contribute, by what the layers above the API know. */
@Export
@Version("1.0.0")
package org.xstate.analysis.plugins;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
