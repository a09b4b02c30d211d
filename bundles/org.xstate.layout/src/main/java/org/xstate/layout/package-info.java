/** Where each state component lies in an XSAVE area, in either format (SDM volume 1, section 13.4). */
@Export
@Version("1.0.0")
package org.xstate.layout;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
