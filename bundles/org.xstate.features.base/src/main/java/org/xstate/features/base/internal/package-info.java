/** The components that every AVX-512 machine has: x87, SSE, AVX, opmask, ZMM_Hi256 and Hi16_ZMM. */
package org.xstate.features.base.internal;
