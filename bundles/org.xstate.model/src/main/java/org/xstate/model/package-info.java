/**
 * Model C: a strict subset of C for models of extended-state management. {@link org.xstate.model.ModelCompiler} makes of
 * source files either diagnostics or a checked program in an intermediate form.
 */
@Export
@Version("1.0.0")
package org.xstate.model;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
