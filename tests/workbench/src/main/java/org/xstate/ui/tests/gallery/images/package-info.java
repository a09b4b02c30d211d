/** Stages with XSAVE images. */
package org.xstate.ui.tests.gallery.images;
