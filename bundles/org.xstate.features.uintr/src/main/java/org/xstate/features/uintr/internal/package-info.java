/** User interrupts, component 14. */
package org.xstate.features.uintr.internal;
