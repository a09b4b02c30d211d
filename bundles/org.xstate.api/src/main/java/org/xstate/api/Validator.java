package org.xstate.api;

import java.util.List;
import java.util.Objects;

import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Judges what plugins contribute, beyond what this API can tell by itself: whether model C compiles, whether a size
 * contradicts what CPUID reports. Whatever a validator calls an error keeps the contribution out; the finding's message,
 * place and remedy are what its author reads.
 *
 * <p>Registered as an OSGi service of this type; the launcher does that for those that
 * {@code META-INF/services/org.xstate.api.Validator} names. Validators belong to the program: they are not asked about
 * built-in contributions, which tests judge, and are trusted not to throw.
 */
@ConsumerType
public interface Validator {

    /** What a plugin brings. */
    sealed interface Candidate {

        /**
         * An xfeature, with its model C and its trap handlers.
         *
         * @param provider gives the same answers each time and may be asked for anything
         */
        record Feature(XFeatureProvider provider, XFeatureDescriptor descriptor) implements Candidate {
            public Feature {
                Objects.requireNonNull(provider);
                Objects.requireNonNull(descriptor);
            }
        }

        /** What one {@link TrapHandlerProvider} brings, in its order. @since 1.1 */
        record Handlers(List<TrapHandlerSource> handlers) implements Candidate {
            public Handlers {
                handlers = List.copyOf(handlers);
            }
        }

        /** Text in model C. @param purpose what it is for */
        record Model(ModelText text, Purpose purpose) implements Candidate {
            public Model {
                Objects.requireNonNull(text);
                Objects.requireNonNull(purpose);
            }
        }
    }

    /** What a text in model C is for. */
    enum Purpose {
        /** {@link RestorePolicy.Custom}. */
        RESTORE_POLICY,
        /** {@link TrapHandlerSource}. */
        TRAP_HANDLER,
        /** {@link ApiDesign}. */
        API_DESIGN
    }

    /**
     * What a candidate is to join.
     *
     * @since 1.1
     */
    @ProviderType
    interface Company {

        /** The xfeatures that were accepted before it. */
        FeatureCatalog features();

        /** The trap handlers that were accepted before it, without those of xfeatures. */
        List<TrapHandlerSource> trapHandlers();

        /** The API designs that were accepted before it. */
        List<ApiDesign> apiDesigns();
    }

    /** What is wrong with the candidate; empty if nothing is. Only findings of severity error keep it out. */
    List<Finding> validate(Candidate candidate);

    /**
     * The same for one that has to get along with others. The program asks this.
     *
     * @param company is asked only if the answer depends on it: it may take time
     * @since 1.1
     */
    default List<Finding> validate(Candidate candidate, Company company) {
        return validate(candidate);
    }
}
