/** The editor of model C, its outline and its quick fixes. */
package org.xstate.ui.editor.internal;
