/**
 * One exploration, many settings: what is true of each valuation of variables that never change, such as open knobs,
 * found in one search that a violation does not end.
 */
@Export
@Version("1.0.0")
package org.xstate.check.survey;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
