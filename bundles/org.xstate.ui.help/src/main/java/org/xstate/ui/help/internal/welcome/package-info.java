/** Where somebody begins who sees the desktop for the first time. */
package org.xstate.ui.help.internal.welcome;
