/** What editors ask about scenario files: the index behind their library, problems with their remedies, edits over files. */
@Export
@Version("1.0.0")
package org.xstate.analysis.source;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
