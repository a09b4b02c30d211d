/** An XSAVE image as a view over memory, its decoding, comparison and migration. */
@Export
@Version("1.0.0")
package org.xstate.layout.image;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
