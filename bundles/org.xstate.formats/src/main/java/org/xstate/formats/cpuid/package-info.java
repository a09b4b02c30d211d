/** Reads CPUID output as tools print it, whatever the tool. */
@Export
@Version("1.0.0")
package org.xstate.formats.cpuid;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
