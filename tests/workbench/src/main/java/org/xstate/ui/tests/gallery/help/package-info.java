/** Photographs of what introduces. */
package org.xstate.ui.tests.gallery.help;
