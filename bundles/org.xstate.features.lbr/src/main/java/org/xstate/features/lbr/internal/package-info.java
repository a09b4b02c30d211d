/** Architectural last branch records, component 15. */
package org.xstate.features.lbr.internal;
