/**
 * Starts the command line: on a plain class path, or in an OSGi framework as soon as there are plugins. Starting fast is
 * its purpose, so it does no more than the chosen way needs.
 */
package org.xstate.launcher;
