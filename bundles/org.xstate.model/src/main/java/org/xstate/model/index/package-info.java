/**
 * What editors ask about text in model C: its tokens, what names mean and where they are used, what could be written at a
 * place, how it is laid out. All of it works on text that does not compile.
 */
@Export
@Version("1.0.0")
package org.xstate.model.index;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
