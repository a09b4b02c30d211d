/** Tests that run inside an OSGi framework, packed as a bundle. */
package org.xstate.tests.frameworks;
