package org.xstate.registry.internal;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.xstate.api.FeatureCatalog.Rejected;
import org.xstate.api.PluginFailure;

/** Makes the object of a declared class. */
final class Creation {

    /** What came of it: an object, or the reason why there is none. */
    sealed interface Result<T> {
        record Made<T>(T object) implements Result<T> {
        }

        record Failed<T>(Rejected why) implements Result<T> {
        }
    }

    private Creation() {
    }

    /** By a class of the program: as it is. */
    static <T> Result<T> direct(Declaration declared, Class<T> contract) {
        try {
            return new Result.Made<>(construct(declared, contract).call());
        } catch (Exception | LinkageError e) {
            return new Result.Failed<>(explain(declared, contract, e));
        }
    }

    /** By a class of a plugin: on its own thread. */
    static <T> Result<T> guarded(Declaration declared, Class<T> contract, PluginRunner runner) {
        try {
            return new Result.Made<>(
                    runner.create("new " + declared.type() + "()", construct(declared, contract)));
        } catch (ExecutionException e) {
            return new Result.Failed<>(explain(declared, contract, e.getCause()));
        } catch (PluginFailure e) {
            return new Result.Failed<>(declared.rejected(e.getMessage(), e.remedy()));
        }
    }

    private static <T> Callable<T> construct(Declaration declared, Class<T> contract) {
        return () -> loader(declared).loadClass(declared.type()).asSubclass(contract).getConstructor()
                .newInstance();
    }

    /**
     * Not {@link Bundle#loadClass}: that resolves a bundle that is being updated, against whoever updates it, and Felix then
     * refuses one of the two.
     */
    private static ClassLoader loader(Declaration declared) throws ClassNotFoundException {
        BundleWiring wiring = declared.bundle().adapt(BundleWiring.class);
        if (wiring == null) {
            throw new ClassNotFoundException(declared.type());
        }
        return wiring.getClassLoader();
    }

    private static Rejected explain(Declaration declared, Class<?> contract, Throwable thrown) {
        return switch (thrown) {
            case ClassNotFoundException e when e.getMessage() != null
                    && !e.getMessage().contains(declared.type()) ->
                declared.rejected("it cannot be loaded: it needs the class " + e.getMessage(),
                        "import the package of that class");
            case ClassNotFoundException e -> declared.rejected("the bundle has no such class",
                    "correct the name, or pack the class into the bundle");
            case ClassCastException e -> declared.rejected(
                    "it is not a " + contract.getSimpleName() + " of this program",
                    "implement " + contract.getName() + ", and import its package instead of packing it in");
            case NoSuchMethodException e -> notPublic(declared);
            case IllegalAccessException e -> notPublic(declared);
            case InstantiationException e ->
                declared.rejected("it is abstract, so no object can be made of it",
                        "name a class that implements every method");
            case InvocationTargetException e -> declared.rejected("its constructor threw " + e.getCause(),
                    "a constructor should do nothing but set fields; mend it");
            case ExceptionInInitializerError e -> declared.rejected(
                    "its static initialiser threw " + e.getCause(), "mend the static initialiser");
            case UnsupportedClassVersionError e -> declared.rejected(
                    "it was compiled for a newer Java than runs this program (" + e.getMessage() + ")",
                    "compile it with --release " + Runtime.version().feature() + " or less");
            case NoClassDefFoundError e -> missing(declared, e);
            case LinkageError e -> declared.rejected("it cannot be loaded: " + e,
                    "compile it against the API of this program");
            default -> declared.rejected("it cannot be made: " + thrown, "mend the class");
        };
    }

    private static Rejected notPublic(Declaration declared) {
        return declared.rejected("it has no public constructor without arguments, or is not a public class",
                "make class and constructor public");
    }

    private static Rejected missing(Declaration declared, NoClassDefFoundError e) {
        String name = String.valueOf(e.getMessage()).replace('/', '.');
        return Missing.isOfApi(name)
                ? declared.rejected(Missing.reason(name), Missing.REMEDY)
                : declared.rejected("it cannot be loaded: it needs the class " + name,
                        "import the package of that class, or pack it into the bundle");
    }
}
