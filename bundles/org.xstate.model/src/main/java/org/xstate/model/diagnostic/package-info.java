/** What the front end of model C says about a text, and where. */
@Export
@Version("1.0.0")
package org.xstate.model.diagnostic;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
