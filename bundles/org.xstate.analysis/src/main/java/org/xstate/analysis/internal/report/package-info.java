/** What each document says as a report, and the built-in renderers, which come through the extension point. */
package org.xstate.analysis.internal.report;
