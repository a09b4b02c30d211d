/** How pages are opened. */
package org.xstate.ui.help.internal.browser;
