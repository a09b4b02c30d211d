package org.xstate.ui.layout.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.xstate.analysis.layout.ComponentFacts;
import org.xstate.analysis.layout.CpuLayout;
import org.xstate.analysis.layout.CpuSource;
import org.xstate.analysis.layout.EnablingSwitch;
import org.xstate.analysis.picture.Picture;
import org.xstate.api.Contributions;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.ui.Contributed;
import org.xstate.ui.Exportable;
import org.xstate.ui.Linked;
import org.xstate.ui.PartExports;
import org.xstate.ui.ViewJobs;

/** What {@code xstate layout} says of a CPU and {@code xstate cpus diff} of two: components, and areas to scale. */
public final class LayoutView extends ViewPart {

    public static final String ID = "org.xstate.ui.layout.cpu";

    private static final String FIRST_PROFILE = "sapphirerapids";
    private static final String KEY_SOURCE = "source";
    private static final String KEY_OTHER = "other";

    private final BiConsumer<Object, Linked.Subject> follower = this::follow;
    private Optional<IMemento> memento = Optional.empty();
    private Contributed contributed;
    private Optional<Contributions.Subscription> subscription = Optional.empty();
    private LayoutControls controls;
    private Optional<Question> asked = Optional.empty();
    private Optional<Answer> answer = Optional.empty();
    /** While the view itself selects. */
    private boolean selecting;

    @Override
    public void init(IViewSite site, IMemento kept) throws PartInitException {
        super.init(site, kept);
        memento = Optional.ofNullable(kept);
    }

    @Override
    public void createPartControl(Composite parent) {
        contributed = Contributed.open();
        controls = new LayoutControls(parent, this::switchBit, this::everything, this::open);
        controls.source().onChange(source -> ask());
        controls.other().onChange(source -> ask());
        controls.onCpu(this::chooseCpu);
        controls.map().onPick(item -> org.xstate.analysis.layout.LayoutPicture.component(item.id())
                .ifPresent(this::pick));
        for (TableViewer viewer : controls.tables()) {
            viewer.addSelectionChangedListener(event -> controls.selected().ifPresent(this::pick));
        }
        getSite().setSelectionProvider(controls.tables().getFirst());
        PartExports.addTo(getSite(), getViewSite().getActionBars().getMenuManager());
        PlatformUI.getWorkbench().getHelpSystem().setHelp(parent, "org.xstate.ui.help.cpu");
        Linked.follow(follower);
        subscription = contributed.current().map(contributions -> contributions.onChange(this::changed));
        ViewJobs.run(getPartName(), controls.control(), CpuProfiles::all, this::fill);
    }

    /** A plugin has come or gone. On some thread, possibly after the view was closed. */
    private void changed() {
        if (!controls.control().isDisposed()) {
            controls.control().getDisplay().asyncExec(() -> {
                if (!controls.control().isDisposed()) {
                    asked.ifPresent(this::ask);
                }
            });
        }
    }

    private void fill(List<CpuProfile> all) {
        controls.source().fill(all);
        controls.other().fill(all);
        if (asked.isPresent()) {
            ask(asked.get());
            return;
        }
        Optional<CpuSource> first = memento.flatMap(kept -> kept(kept, KEY_SOURCE))
                .or(() -> controls.source().named(FIRST_PROFILE));
        first.ifPresent(source -> ask(
                Question.about(source, memento.flatMap(kept -> kept(kept, KEY_OTHER)))));
    }

    private Optional<CpuSource> kept(IMemento kept, String key) {
        return Optional.ofNullable(kept.getString(key))
                .flatMap(name -> controls.source().named(name)
                        .or(() -> Optional.of(new CpuSource.Dump(Path.of(name)))));
    }

    @Override
    public void saveState(IMemento kept) {
        asked.ifPresent(question -> {
            kept.putString(KEY_SOURCE, question.source().name());
            question.other().ifPresent(other -> kept.putString(KEY_OTHER, other.name()));
        });
    }

    /** Shows what a CPUID dump describes, or why it describes nothing. */
    public void show(Path file) {
        ask(Question.about(new CpuSource.Dump(file), Optional.empty()));
    }

    private void open(Path file) {
        show(file);
    }

    private void ask() {
        controls.source().selected()
                .ifPresent(source -> ask(Question.about(source, controls.other().selected())));
    }

    private void chooseCpu(int number) {
        asked.ifPresent(question -> ask(
                new Question(question.source(), number, question.other(), Optional.empty(),
                        Optional.empty())));
    }

    private void everything() {
        asked.ifPresent(question -> ask(new Question(question.source(), question.number(), question.other(),
                Optional.empty(), Optional.empty())));
    }

    private void ask(Question question) {
        // what was said of a bit is about these CPUs with these bits
        if (question.xcr0().isEmpty() && question.xss().isEmpty()) {
            controls.say(List.of(), true);
        }
        asked = Optional.of(question);
        controls.source().quietly(Optional.of(question.source()));
        controls.other().quietly(question.other());
        contributed.current().ifPresent(contributions -> ViewJobs.run(getPartName(), controls.control(),
                () -> question.answer(contributions.features()), this::show));
    }

    private void show(Answer given) {
        // somebody may have asked for something else meanwhile
        if (!asked.equals(Optional.of(given.question()))) {
            return;
        }
        answer = Optional.of(given);
        selecting = true;
        switch (given) {
            case Answer.Refused refused -> {
                setContentDescription("");
                controls.refuse(refused.reason());
            }
            case Answer.Single single -> {
                setContentDescription(LayoutWords.description(single.cpu()));
                controls.cpus(single.standard().cpus(), single.chosen());
                controls.show(single, ComponentFacts.of(single.cpu(), single.catalog()));
            }
            case Answer.Compared compared -> {
                setContentDescription(LayoutWords.description(compared));
                controls.cpus(List.of(), 0);
                controls.show(compared);
            }
        }
        selecting = false;
    }

    private void switchBit(int component, boolean on) {
        if (answer.isEmpty()) {
            return;
        }
        switch (answer.get()) {
            case Answer.Single single -> switchBit(single.cpu(), single.catalog(), component, on);
            case Answer.Compared compared -> switchBit(compared.to(), compared.catalog(), component, on);
            case Answer.Refused _ -> {
                // has no bits
            }
        }
    }

    private void switchBit(CpuLayout entry, FeatureCatalog catalog, int component, boolean on) {
        XsaveCpu cpu = entry.cpu().orElseThrow();
        boolean supervisor = EnablingSwitch.isSupervisor(component, cpu, catalog);
        XFeatureMask before = supervisor ? entry.xss() : entry.xcr0();
        EnablingSwitch.Outcome outcome = new EnablingSwitch(cpu, catalog).switched(before, component, on);
        XFeatureMask xcr0 = supervisor ? entry.xcr0() : outcome.value();
        XFeatureMask xss = supervisor ? outcome.value() : entry.xss();
        controls.say(outcome.sentences(), outcome.value().has(component) == on);
        controls.bits().show(cpu, xcr0, xss, catalog);
        if (!outcome.value().equals(before)) {
            asked.ifPresent(question -> ask(question.with(xcr0, xss)));
        }
    }

    /** The user points at a component, in the table or in the picture. */
    private void pick(int component) {
        if (!selecting) {
            select(component);
            Linked.publish(this, new Linked.Subject.Component(component));
        }
    }

    private void select(int component) {
        selecting = true;
        controls.select(component);
        selecting = false;
    }

    private void follow(Object origin, Linked.Subject subject) {
        if (origin != this && subject instanceof Linked.Subject.Component component) {
            select(component.number());
        }
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return type == Exportable.class ? type.cast(new Shown()) : super.getAdapter(type);
    }

    /** What the view shows now. */
    private final class Shown implements Exportable {

        @Override
        public Optional<String> text() {
            return answer.flatMap(Answer::text);
        }

        @Override
        public Optional<String> json() {
            return answer.flatMap(Answer::json);
        }

        @Override
        public Optional<Picture> picture() {
            return answer.flatMap(Answer::picture);
        }

        @Override
        public String command() {
            return answer.map(given -> given.question().command()).orElse("xstate layout");
        }
    }

    @Override
    public void setFocus() {
        controls.source().setFocus();
    }

    @Override
    public void dispose() {
        Linked.unfollow(follower);
        subscription.ifPresent(Contributions.Subscription::close);
        contributed.close();
        super.dispose();
    }
}
