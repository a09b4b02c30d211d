/** What the steps of cheat sheets do. */
package org.xstate.ui.help.internal.sheets;
