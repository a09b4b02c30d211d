/** Classes that the tests pack into plugins; what they do when is told to the tests by system properties. */
package org.xstate.tests.frameworks.plugins;
