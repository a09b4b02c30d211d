/** The view of CPUs and areas. */
package org.xstate.ui.tests.gallery.layout;
