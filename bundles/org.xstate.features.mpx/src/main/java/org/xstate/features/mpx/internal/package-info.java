/** Intel MPX: bound registers and their configuration, components 3 and 4. */
package org.xstate.features.mpx.internal;
