/** The command line: every command, without a framework of its own. Launchers and shells call it. */
@Export
@Version("1.0.0")
package org.xstate.cli;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
