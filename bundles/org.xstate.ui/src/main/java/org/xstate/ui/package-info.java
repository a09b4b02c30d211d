/** What the views and editors of the desktop share; plugins that bring views may use it too. */
@Export
@Version("1.0.0")
package org.xstate.ui;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
