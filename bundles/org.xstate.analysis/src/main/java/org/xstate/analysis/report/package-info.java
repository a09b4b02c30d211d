/** Documents that commands wrote with {@code --json}, as reports to be rendered. */
@Export
@Version("1.0.0")
package org.xstate.analysis.report;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
