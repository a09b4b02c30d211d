/** The built-in checks of images, one class for each subject; found through META-INF/services. */
package org.xstate.analysis.internal.checks;
