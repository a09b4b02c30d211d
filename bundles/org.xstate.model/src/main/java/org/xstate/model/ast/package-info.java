/** The syntax tree of model C: values without behaviour, and their printer. */
@Export
@Version("1.0.0")
package org.xstate.model.ast;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
