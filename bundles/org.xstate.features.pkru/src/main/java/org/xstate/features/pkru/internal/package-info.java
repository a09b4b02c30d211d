/** Protection key rights for user pages, component 9. */
package org.xstate.features.pkru.internal;
