/** CPUID output as numbers, however it was obtained. */
@Export
@Version("1.0.0")
package org.xstate.layout.cpuid;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
