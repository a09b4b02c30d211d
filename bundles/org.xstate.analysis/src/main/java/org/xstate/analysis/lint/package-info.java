/** Checks of images: what would fault, what is wrong, what misleads other tools. */
@Export
@Version("1.0.0")
package org.xstate.analysis.lint;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
