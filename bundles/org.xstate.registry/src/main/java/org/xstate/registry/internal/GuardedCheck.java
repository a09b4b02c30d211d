package org.xstate.registry.internal;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

import org.xstate.api.Check;
import org.xstate.api.CheckedImage;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.api.XFeatureMask;

/** Stands between the program and a check of a plugin, which sees a copy of the image. */
record GuardedCheck(Check plugin, String type, PluginRunner runner) implements Check {

    @Override
    public List<Finding> check(CheckedImage image) {
        CheckedImage copy = Copy.of(image);
        return runner.call(type + ".check()", () -> List.copyOf(plugin.check(copy)));
    }

    /** The same image, in memory of its own. */
    private record Copy(CheckedImage image, ImageRecord record, MemorySegment area, XFeatureMask xstateBv,
            XFeatureMask xcompBv) implements CheckedImage {

        static Copy of(CheckedImage image) {
            ImageRecord from = image.record();
            MemorySegment area = Segments.copy(image.area()).asReadOnly();
            return new Copy(image,
                    new ImageRecord(from.lwp(), from.label(), Segments.copy(from.area()).asReadOnly(),
                            from.format(), from.features(), from.layout(), from.mode64(), from.extra(),
                            from.findings()),
                    area, image.xstateBv(), image.xcompBv());
        }

        @Override
        public String container() {
            return image.container();
        }

        @Override
        public boolean hasHeader() {
            return image.hasHeader();
        }

        @Override
        public boolean compacted() {
            return image.compacted();
        }

        @Override
        public int layoutSize() {
            return image.layoutSize();
        }

        @Override
        public boolean layoutCertain() {
            return image.layoutCertain();
        }

        @Override
        public Optional<Place> place(int component) {
            return image.place(component);
        }

        @Override
        public Optional<Target> target() {
            return image.target();
        }

        @Override
        public FeatureCatalog catalog() {
            return image.catalog();
        }
    }
}
