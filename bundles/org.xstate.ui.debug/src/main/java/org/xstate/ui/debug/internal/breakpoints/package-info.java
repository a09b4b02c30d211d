/** Places at which sessions stop. */
package org.xstate.ui.debug.internal.breakpoints;
