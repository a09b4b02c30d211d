/** The running machine: its CPUID and XCR0, and its XSAVE instructions held against the simulator. */
@Export
@Version("1.0.0")
package org.xstate.isa.host;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
