/**
 * The public contracts of Xstate Workbench and their value types: what a plugin author implements (an xfeature, an
 * image reader, a check) and what the workbench hands over.
 *
 * <p>Nothing here depends on OSGi at run time; a plain JVM finds providers with {@link java.util.ServiceLoader}.
 */
@Export
@Version("1.1.0")
package org.xstate.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
