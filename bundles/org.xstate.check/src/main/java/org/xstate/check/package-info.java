/**
 * Exact breadth-first exploration of finite transition systems: every reachable state is visited once, none is
 * dropped, and a violated property comes with a shortest path to it.
 *
 * <p>The explorer knows nothing of what a state means. A {@link org.xstate.check.TransitionSystem} gives states as
 * packed 64-bit words; {@link org.xstate.model.state.StateLayout} assigns declared value ranges to their bits.
 */
@Export
@Version("1.0.0")
package org.xstate.check;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
