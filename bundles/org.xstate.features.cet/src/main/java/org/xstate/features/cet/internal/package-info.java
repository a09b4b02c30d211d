/** Control-flow enforcement: user state (component 11) and shadow-stack pointers of rings 0 to 2 (component 12). */
package org.xstate.features.cet.internal;
