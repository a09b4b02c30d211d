package org.xstate.registry.internal;

import org.osgi.framework.Bundle;
import org.xstate.api.FeatureCatalog.Rejected;

/**
 * A class that a bundle says it contributes.
 *
 * @param bundle   which declares it
 * @param modified when that was installed or updated, so that an updated bundle's declarations are not those of before
 * @param type     the class's name
 * @param position where it is declared: {@code plugin.xml line 7}; empty for the program's own bundles
 */
record Declaration(Bundle bundle, long modified, Point<?> point, String type, String position) {

    static Declaration of(Bundle bundle, Point<?> point, String type, String position) {
        return new Declaration(bundle, bundle.getLastModified(), point, type, position);
    }

    Rejected rejected(String reason, String remedy) {
        return new Rejected(bundle.getSymbolicName(), type, position, reason, remedy);
    }
}
