/** The help pages over HTTP, on this machine only. */
package org.xstate.ui.help.internal.pages;
