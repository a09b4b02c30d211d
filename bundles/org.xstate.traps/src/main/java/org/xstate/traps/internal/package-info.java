/** How Linux answers the exceptions that have to do with extended state, in model C. */
package org.xstate.traps.internal;
