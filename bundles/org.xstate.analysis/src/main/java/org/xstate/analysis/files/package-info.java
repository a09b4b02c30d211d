/** What a file holds, judged by its content. */
@Export
@Version("1.0.0")
package org.xstate.analysis.files;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
