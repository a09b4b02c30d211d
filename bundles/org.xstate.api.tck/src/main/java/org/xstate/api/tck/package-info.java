/**
 * Tests that every implementation of the public contracts has to pass. A plugin author subclasses one class for each
 * contract and runs it with JUnit 5.
 */
@Export
@Version("1.1.0")
package org.xstate.api.tck;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
