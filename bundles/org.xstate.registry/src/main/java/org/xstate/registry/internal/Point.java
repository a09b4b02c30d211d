package org.xstate.registry.internal;

import java.util.List;

import org.xstate.api.ApiDesign;
import org.xstate.api.Check;
import org.xstate.api.ImageReader;
import org.xstate.api.ReportRenderer;
import org.xstate.api.TrapHandlerProvider;
import org.xstate.api.XFeatureProvider;

/**
 * An extension point of the API.
 *
 * @param name     within the name space of the bundle that declares it
 * @param element  the one element that an extension to it may hold; its attribute {@code class} names a class
 * @param contract what that class implements
 */
record Point<T>(String name, String element, Class<T> contract) {

    static final String NAMESPACE = "org.xstate.api";

    static final Point<XFeatureProvider> XFEATURES = new Point<>("xfeatures", "xfeature",
            XFeatureProvider.class);
    static final Point<TrapHandlerProvider> TRAP_HANDLERS = new Point<>("trapHandlers", "trapHandlers",
            TrapHandlerProvider.class);
    static final Point<ApiDesign> API_DESIGNS = new Point<>("apiDesigns", "apiDesign", ApiDesign.class);
    static final Point<Check> CHECKS = new Point<>("checks", "check", Check.class);
    static final Point<ImageReader> IMAGE_READERS = new Point<>("imageReaders", "imageReader",
            ImageReader.class);
    static final Point<ReportRenderer> REPORT_RENDERERS = new Point<>("reportRenderers", "reportRenderer",
            ReportRenderer.class);

    static final List<Point<?>> ALL = List.of(XFEATURES, TRAP_HANDLERS, API_DESIGNS, CHECKS, IMAGE_READERS,
            REPORT_RENDERERS);

    /** As written in {@code plugin.xml}: {@code org.xstate.api.xfeatures}. */
    String id() {
        return NAMESPACE + "." + name;
    }
}
