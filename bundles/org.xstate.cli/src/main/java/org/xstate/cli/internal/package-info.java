/** The commands, their options, and how results look on a terminal. */
package org.xstate.cli.internal;
