/** Photographs of what plugins get wrong. */
package org.xstate.ui.tests.gallery.plugins;
