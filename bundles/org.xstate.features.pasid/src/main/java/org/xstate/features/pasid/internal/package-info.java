/** The process address space id that ENQCMD sends, component 10. */
package org.xstate.features.pasid.internal;
