/** From the intermediate form to the form that is executed. */
package org.xstate.model.internal.link;
