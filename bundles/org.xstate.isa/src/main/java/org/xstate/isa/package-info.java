/**
 * A bit-exact model of the XSAVE instruction set on registers and memory: XSAVE, XSAVEOPT, XSAVEC, XSAVES, XRSTOR,
 * XRSTORS, FXSAVE, FXRSTOR, XGETBV, XSETBV, and the MSRs IA32_XSS, IA32_XFD and IA32_XFD_ERR (SDM volume 1, chapter 13).
 *
 * <p>A {@link org.xstate.isa.ProcessorModel} is what never changes about a processor; a {@link org.xstate.isa.Machine} is
 * one logical processor with its registers and control state. The model takes decoded instructions: prefixes (LOCK gives
 * #UD on all of them), segment limits and paging are the caller's.
 */
@Export
@Version("1.0.0")
package org.xstate.isa;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
