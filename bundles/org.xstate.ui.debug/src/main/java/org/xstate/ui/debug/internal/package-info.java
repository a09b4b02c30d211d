/** Scenarios on the debug platform, forwards and backwards. */
package org.xstate.ui.debug.internal;
