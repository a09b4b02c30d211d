/** The editor of XSAVE images and the comparison of two. */
package org.xstate.ui.tests.images;
