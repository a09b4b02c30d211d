/** Runs a machine as JVM bytecode that is made for it. */
@Export
@Version("1.0.0")
package org.xstate.model.bytecode;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
