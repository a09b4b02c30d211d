/** Photographs of projects, their wizards and settings. */
package org.xstate.ui.tests.gallery.project;
