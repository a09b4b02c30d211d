/** One image byte by byte: what each byte belongs to, and changes where it lies. */
@Export
@Version("1.0.0")
package org.xstate.analysis.image;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
