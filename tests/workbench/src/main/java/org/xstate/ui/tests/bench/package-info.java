/** How soon the user interface answers. */
package org.xstate.ui.tests.bench;
