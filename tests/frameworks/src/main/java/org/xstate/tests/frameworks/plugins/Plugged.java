package org.xstate.tests.frameworks.plugins;

import java.util.concurrent.CountDownLatch;

import org.xstate.api.InitState;
import org.xstate.api.RestorePolicy;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/** A sound xfeature, to be spoilt in one respect by each class that extends it. */
public abstract class Plugged implements XFeatureProvider {

    /** No processor uses it. */
    public static final int NUMBER = 40;

    /** In bytes. */
    public static final int SIZE = 64;

    @Override
    public XFeatureDescriptor descriptor() {
        return XFeatureDescriptor.user(NUMBER, "PLUGGED", SIZE).build();
    }

    @Override
    public InitState initState() {
        return InitState.allZero();
    }

    @Override
    public RestorePolicy restorePolicy() {
        return new RestorePolicy.OnReturnToUser();
    }

    /** Tells the tests that something was done, once more. @param what a system property */
    static void count(String what) {
        synchronized (System.class) {
            System.setProperty(what, Integer.toString(Integer.getInteger(what, 0) + 1));
        }
    }

    /** Never returns, whatever is done to the thread. */
    static void hang() {
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                // a plugin that hangs does not listen either
                Thread.onSpinWait();
            }
        }
    }
}
