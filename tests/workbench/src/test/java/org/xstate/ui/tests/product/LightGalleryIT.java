package org.xstate.ui.tests.product;

/** The desktop in the light theme. */
class LightGalleryIT extends Gallery {

    LightGalleryIT() {
        super(false);
    }
}
