/** The commands in the shell Gogo, in its scope {@code xstate}. */
@Export
@Version("1.0.0")
package org.xstate.cli.gogo;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
