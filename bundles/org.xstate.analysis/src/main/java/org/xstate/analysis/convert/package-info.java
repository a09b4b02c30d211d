/** Rewrites images: between formats, to another CPU's layout, with fields changed. */
@Export
@Version("1.0.0")
package org.xstate.analysis.convert;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
