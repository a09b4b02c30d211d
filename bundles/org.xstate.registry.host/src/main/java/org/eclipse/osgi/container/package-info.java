/** What the extension registry imports of Equinox's framework, in the version that Equinox gives it. */
@Export
@Version("1.9.0")
package org.eclipse.osgi.container;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
