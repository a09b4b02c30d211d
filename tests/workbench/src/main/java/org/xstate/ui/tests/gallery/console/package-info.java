/** Photographs of the console. */
package org.xstate.ui.tests.gallery.console;
