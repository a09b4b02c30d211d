package org.xstate.designs.internal;

import org.xstate.api.ApiDesign;
import org.xstate.api.ModelText;

/** A design whose text lies beside this class, named as the design is. */
abstract class ShippedDesign implements ApiDesign {

    private final String id;
    private final String summary;

    ShippedDesign(String id, String summary) {
        this.id = id;
        this.summary = summary;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String summary() {
        return summary;
    }

    @Override
    public final ModelText source() {
        return ModelText.resource(ShippedDesign.class, id + ".c");
    }
}
