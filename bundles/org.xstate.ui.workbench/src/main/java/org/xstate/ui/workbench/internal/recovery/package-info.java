/** What editors hold and no file does yet: kept beside the files while it is edited, offered again after a crash. */
package org.xstate.ui.workbench.internal.recovery;
