package org.xstate.designs.internal;

/** The pair of calls that was proposed in September 2021, as it was posted, and in the forms that the review asked for. */
public final class ProposedPairs {

    private ProposedPairs() {
    }

    /** Design 1a. */
    public static final class AsPosted extends ShippedDesign {
        public AsPosted() {
            super("1a", "as posted: save f, TIF");
        }
    }

    /** Design 1b. */
    public static final class Invalidating extends ShippedDesign {
        public Invalidating() {
            super("1b", "1a, last_cpu taken back");
        }
    }

    /** Design 1c. */
    public static final class SavingAll extends ShippedDesign {
        public SavingAll() {
            super("1c", "save all, TIF, invalidate");
        }
    }

    /** Design 1d. */
    public static final class RestoringAside extends ShippedDesign {
        public RestoringAside() {
            super("1d", "save f aside, XRSTORS f");
        }
    }

    /** Design 1e. */
    public static final class ReadingRegister extends ShippedDesign {
        public ReadingRegister() {
            super("1e", "read f, save all, TIF");
        }
    }

    /** Design 1f. */
    public static final class ReadingAndWriting extends ShippedDesign {
        public ReadingAndWriting() {
            super("1f", "read f, write f if live");
        }
    }

    /** Design 1g. */
    public static final class Full extends ShippedDesign {
        public Full() {
            super("1g", "full: TIF, no old value");
        }
    }

    /** Design 1h. */
    public static final class FullRestoring extends ShippedDesign {
        public FullRestoring() {
            super("1h", "full: XRSTORS f");
        }
    }

    /** Design 1i-draft1. */
    public static final class FirstDraft extends ShippedDesign {
        public FirstDraft() {
            super("1i-draft1", "save f if BV[f]=0, TIF");
        }
    }

    /** Design 1i-draft2. */
    public static final class SecondDraft extends ShippedDesign {
        public SecondDraft() {
            super("1i-draft2", "the same, owner zapped");
        }
    }

    /** Design 1j. */
    public static final class TypedSetter extends ShippedDesign {
        public TypedSetter() {
            super("1j", "write f if the only truth");
        }
    }
}
