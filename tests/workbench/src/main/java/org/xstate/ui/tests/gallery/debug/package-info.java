/** The debugger, to be photographed. */
package org.xstate.ui.tests.gallery.debug;
