/** AMD lightweight profiling, component 62. */
package org.xstate.features.lwp.internal;
