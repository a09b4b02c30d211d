/** What users do with sessions. */
package org.xstate.ui.debug.internal.commands;
