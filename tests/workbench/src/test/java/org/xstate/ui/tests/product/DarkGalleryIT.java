package org.xstate.ui.tests.product;

/** The desktop in the dark theme. */
class DarkGalleryIT extends Gallery {

    DarkGalleryIT() {
        super(true);
    }
}
