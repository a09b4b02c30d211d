/** Packed states: which bits of which 64-bit word hold a variable. */
@Export
@Version("1.0.0")
package org.xstate.model.state;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
