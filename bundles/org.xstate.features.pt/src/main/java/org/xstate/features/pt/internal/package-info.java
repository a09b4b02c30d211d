/** Processor trace, hardware duty cycling and hardware P-states: components 8, 13 and 16. */
package org.xstate.features.pt.internal;
