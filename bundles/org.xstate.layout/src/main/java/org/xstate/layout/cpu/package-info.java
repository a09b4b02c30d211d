/** What a processor says about XSAVE, the rules for XCR0 and IA32_XSS, and known CPU profiles. */
@Export
@Version("1.0.0")
package org.xstate.layout.cpu;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
