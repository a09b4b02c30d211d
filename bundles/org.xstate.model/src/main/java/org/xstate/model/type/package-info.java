/** The types of model C and the ranges of their values. */
@Export
@Version("1.0.0")
package org.xstate.model.type;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
