package org.xstate.analysis.lint;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

import org.xstate.api.CheckedImage;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.ImageRecord;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.image.ResolvedImage;
import org.xstate.layout.image.XsaveImage;

/** A resolved image in the form that checks take. */
final class LintedImage implements CheckedImage {

    private final String container;
    private final ResolvedImage resolved;
    private final XsaveImage image;
    private final Optional<Target> target;
    private final FeatureCatalog catalog;

    /** @param image that of {@code resolved} */
    LintedImage(String container, ResolvedImage resolved, XsaveImage image, Optional<Target> target,
            FeatureCatalog catalog) {
        this.container = container;
        this.resolved = resolved;
        this.image = image;
        this.target = target;
        this.catalog = catalog;
    }

    @Override
    public String container() {
        return container;
    }

    @Override
    public ImageRecord record() {
        return resolved.record();
    }

    @Override
    public MemorySegment area() {
        return image.area().asReadOnly();
    }

    @Override
    public boolean hasHeader() {
        return resolved.record().format() == ImageRecord.AreaFormat.XSAVE
                && resolved.record().area().byteSize() >= XsaveLayout.EXTENDED_OFFSET;
    }

    @Override
    public boolean compacted() {
        return image.layout().isCompacted();
    }

    @Override
    public XFeatureMask xstateBv() {
        return image.xstateBv();
    }

    @Override
    public XFeatureMask xcompBv() {
        return image.xcompBv();
    }

    @Override
    public int layoutSize() {
        return image.layout().size();
    }

    @Override
    public boolean layoutCertain() {
        return switch (resolved.origin()) {
            case NOTE, COMPACTED, CPU, LEGACY -> true;
            case INFERRED, UNKNOWN -> false;
        };
    }

    @Override
    public Optional<Place> place(int component) {
        return image.layout().placement(component).map(p -> new Place(p.offset(), p.size()));
    }

    @Override
    public Optional<Target> target() {
        return target;
    }

    @Override
    public FeatureCatalog catalog() {
        return catalog;
    }
}
