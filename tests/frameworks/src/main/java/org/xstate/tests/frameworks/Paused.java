package org.xstate.tests.frameworks;

import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.xstate.api.ApiDesign;
import org.xstate.api.Check;
import org.xstate.api.Contributions;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.ImageReader;
import org.xstate.api.ReportRenderer;

/** Contributions that hold a command up once it has the xfeatures, and before it uses them. */
record Paused(Contributions all, CountDownLatch reached, CountDownLatch goOn) implements Contributions {

    @Override
    public FeatureCatalog features() {
        return all.features();
    }

    @Override
    public List<ContributedHandler> contributedHandlers() {
        List<ContributedHandler> handlers = all.contributedHandlers();
        reached.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("the test gave up", e);
        }
        return handlers;
    }

    @Override
    public List<ImageReader> imageReaders() {
        return all.imageReaders();
    }

    @Override
    public List<Check> checks() {
        return all.checks();
    }

    @Override
    public List<ApiDesign> apiDesigns() {
        return all.apiDesigns();
    }

    @Override
    public List<ReportRenderer> reportRenderers() {
        return all.reportRenderers();
    }

    @Override
    public List<FeatureCatalog.Rejected> rejected() {
        return all.rejected();
    }

    @Override
    public List<Declared> declared() {
        return all.declared();
    }

    @Override
    public void enable(String name, boolean on) {
        all.enable(name, on);
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return all.onChange(listener);
    }
}
