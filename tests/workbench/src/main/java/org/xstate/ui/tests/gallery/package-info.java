/** Photographs of all that the desktop shows. */
package org.xstate.ui.tests.gallery;
