/** Compares the images of two inputs. */
@Export
@Version("1.0.0")
package org.xstate.analysis.diff;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
