/** Panels that plugins add beside a component's details: extension point {@code org.xstate.ui.panels}. */
@Export
@Version("1.0.0")
package org.xstate.ui.panels;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
