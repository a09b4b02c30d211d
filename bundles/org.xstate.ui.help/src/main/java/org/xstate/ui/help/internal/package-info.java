/** The documents as help, welcome, cheat sheets. */
package org.xstate.ui.help.internal;
