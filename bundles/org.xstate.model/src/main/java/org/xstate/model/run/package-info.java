/** Executions of a laid-out program: the interpreter, which is the reference, and what it has in common with the bytecode. */
@Export
@Version("1.0.0")
package org.xstate.model.run;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
