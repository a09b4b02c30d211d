package org.xstate.layout.image;

import java.util.List;

import org.xstate.api.ComponentView;
import org.xstate.api.DecodedField;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.InitState;
import org.xstate.api.RegisterBehaviour;
import org.xstate.api.RestorePolicy;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/** Plugins that pass the check of contributions and fail when they are used. */
final class HostileProviders {

    private HostileProviders() {
    }

    static FeatureCatalog catalog() {
        return FeatureCatalog.of(List.of(new FeatureCatalog.Contribution(new Throwing(), "test"),
                new FeatureCatalog.Contribution(new NullGiving(), "test")));
    }

    abstract static class Base implements XFeatureProvider {
        private final XFeatureDescriptor descriptor;

        Base(XFeatureDescriptor descriptor) {
            this.descriptor = descriptor;
        }

        @Override
        public XFeatureDescriptor descriptor() {
            return descriptor;
        }

        @Override
        public InitState initState() {
            return InitState.allZero();
        }

        @Override
        public RestorePolicy restorePolicy() {
            return new RestorePolicy.OnReturnToUser();
        }
    }

    static final class Throwing extends Base {
        Throwing() {
            super(XFeatureDescriptor.user(2, "throwing", 256).build());
        }

        @Override
        public List<DecodedField> decode(ComponentView view) {
            throw new IllegalStateException("decode");
        }

        @Override
        public List<DecodedField> registers(ComponentView view) {
            throw new AssertionError("registers");
        }
    }

    static final class NullGiving extends Base {
        NullGiving() {
            super(XFeatureDescriptor.user(9, "null-giving", 8).build());
        }

        @Override
        public List<DecodedField> decode(ComponentView view) {
            return null;
        }

        @Override
        public List<DecodedField> registers(ComponentView view) {
            return registers(view);
        }

        @Override
        public RegisterBehaviour registerBehaviour(org.xstate.api.AddressWidths widths) {
            throw new NoClassDefFoundError("gone");
        }
    }
}
