/**
 * The library of model C that every scenario with tasks is compiled with: the processor ({@code hardware/}), the kernel
 * ({@code kernel/}), and {@code machine.h}, which is generated from a CPU profile.
 */
@Export
@Version("1.0.0")
package org.xstate.sim.library;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
