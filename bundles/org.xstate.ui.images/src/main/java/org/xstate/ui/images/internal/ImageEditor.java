package org.xstate.ui.images.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.part.EditorPart;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.xstate.analysis.image.Span;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.ui.Contributed;
import org.xstate.ui.Exportable;
import org.xstate.ui.Linked;
import org.xstate.ui.Recoverable;
import org.xstate.ui.ViewJobs;

/** An XSAVE image of a core, a signal frame, a register dump or a file of its own: its fields and its bytes, to be changed. */
public final class ImageEditor extends EditorPart implements ImageEditorActions.Acting {

    public static final String ID = "org.xstate.ui.images.editor";

    private Contributed contributed;
    private ImageModel model;
    private Edits edits;
    private EditorFile disk;
    private Optional<HeaderBar> header = Optional.empty();
    private Optional<ImagePage> page = Optional.empty();
    private Optional<AreaPage> area = Optional.empty();
    private Optional<ImageActions> actions = Optional.empty();
    private Optional<ImageOutline> outline = Optional.empty();
    private ImageMarkers markers;
    private final NodeSelection selection = new NodeSelection();
    private final BiConsumer<Object, Linked.Subject> follower = this::follow;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        Path path = EditorFile.path(input).orElseThrow(
                () -> new PartInitException(NLS.bind(Messages.open_noFile, input.getName())));
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        contributed = Contributed.open();
        model = new ImageModel(site.getShell().getDisplay(), contributed.current()
                .orElseThrow(() -> new PartInitException(Messages.open_noRegistry)));
        edits = new Edits(model, input.getName());
        disk = new EditorFile(this, path, model, edits);
        markers = new ImageMarkers(EditorFile.workspaceFile(input), model);
        try {
            disk.read();
        } catch (IOException e) {
            throw new PartInitException(NLS.bind(Messages.open_unreadable, path, e.getMessage()), e);
        }
        site.setSelectionProvider(selection);
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite all = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(all);
        NoticeBar notice = new NoticeBar(all, disk);
        disk.showIn(notice);
        HeaderBar bar = new HeaderBar(all, model);
        header = Optional.of(bar);
        CTabFolder tabs = new CTabFolder(all, SWT.BOTTOM | SWT.FLAT);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
        ImagePage fields = new ImagePage(tabs, model, edits, this::said);
        page = Optional.of(fields);
        tab(tabs, Messages.page_fields, fields.control());
        AreaPage map = new AreaPage(tabs, model, fields::reveal);
        area = Optional.of(map);
        tab(tabs, Messages.page_map, map.control());
        tabs.setSelection(0);
        fields.onSelect(this::selected);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(all, "org.xstate.ui.help.images");
        ImageActions own = new ImageActions(this, fields, this::said);
        actions = Optional.of(own);
        new ImageMenus(this, fields, own);
        getSite().getService(IContextService.class).activateContext(ID + ".context");
        model.listen(this::changed);
        Linked.follow(follower);
        ViewJobs.run(getTitle(), all, CpuProfiles::all, bar::profiles);
    }

    private static void tab(CTabFolder tabs, String title, Control control) {
        CTabItem item = new CTabItem(tabs, SWT.NONE);
        item.setText(title);
        item.setControl(control);
    }

    private void changed(ImageModel.Change change) {
        switch (change) {
            case SHOWN -> {
                header.ifPresent(HeaderBar::refresh);
                page.ifPresent(ImagePage::refresh);
                area.ifPresent(AreaPage::refresh);
                outline.ifPresent(ImageOutline::refresh);
                selection.refresh(model.shown().map(Shown::map));
            }
            case BYTES -> page.ifPresent(ImagePage::bytes);
            case FINDINGS -> {
                page.ifPresent(one -> one.findings().refresh());
                markers.update();
            }
            case DIRTY -> firePropertyChange(PROP_DIRTY);
        }
    }

    private void selected(Node node) {
        selection.select(node);
        area.ifPresent(map -> map.choose(node));
        outline.ifPresent(one -> one.choose(node));
        node.part().component()
                .ifPresent(number -> Linked.publish(this, new Linked.Subject.Component(number)));
        node.spans().stream().findFirst().ifPresent(span -> Linked.publish(this,
                new Linked.Subject.Bytes(disk.path().toString(), span.offset(), span.length())));
    }

    private void follow(Object origin, Linked.Subject subject) {
        if (origin == this || page.isEmpty()) {
            return;
        }
        if (subject instanceof Linked.Subject.Component(int number)) {
            model.shown().flatMap(shown -> shown.map().component(number)).map(Node.OfPart::new)
                    .filter(node -> page.get().current().map(now -> !now.part().component().equals(
                            node.part().component())).orElse(true))
                    .ifPresent(node -> {
                        page.get().follow(node);
                        selection.select(node);
                    });
        }
    }

    /** Says in the status line why something was not done. */
    private void said(Optional<String> refusal) {
        getEditorSite().getActionBars().getStatusLineManager().setErrorMessage(refusal.orElse(null));
        if (refusal.isPresent()) {
            getSite().getShell().getDisplay().beep();
        }
    }

    /** Shows bytes of the image as if the user had selected them. */
    void reveal(Span span) {
        page.ifPresent(one -> one.reveal(span));
    }

    @Override
    public Map<String, IAction> actions() {
        return actions.map(ImageActions::global).orElse(Map.of());
    }

    Optional<ImageActions> own() {
        return actions;
    }

    Optional<ImagePage> page() {
        return page;
    }

    EditorFile disk() {
        return disk;
    }

    ImageModel model() {
        return model;
    }

    Edits edits() {
        return edits;
    }

    /** After {@code Save As} to another file. */
    void inputIs(IEditorInput input) {
        setInputWithNotify(input);
        setPartName(input.getName());
        markers.dispose();
        markers = new ImageMarkers(EditorFile.workspaceFile(input), model);
        markers.update();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        disk.save(monitor);
    }

    @Override
    public void doSaveAs() {
        disk.saveAs();
    }

    @Override
    public boolean isDirty() {
        return model.file().filter(file -> file.isChanged()).isPresent();
    }

    @Override
    public boolean isSaveAsAllowed() {
        return true;
    }

    @Override
    public void setFocus() {
        page.ifPresent(one -> one.fields().viewer().getTree().setFocus());
        disk.look();
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        Object answer = null;
        if (type == Exportable.class) {
            answer = new ImageExport(model, disk);
        } else if (type == Recoverable.class) {
            answer = disk;
        } else if (type == IContentOutlinePage.class) {
            answer = outline.orElseGet(() -> {
                ImageOutline made = new ImageOutline(model, node -> page.ifPresent(one -> one.follow(node)),
                        () -> outline = Optional.empty());
                outline = Optional.of(made);
                return made;
            });
        } else if (type == IPropertySheetPage.class) {
            PropertySheetPage sheet = new PropertySheetPage();
            sheet.setPropertySourceProvider(
                    node -> node instanceof Node one ? new NodeProperties(one, model) : null);
            answer = sheet;
        } else if (type == IGotoMarker.class) {
            answer = (IGotoMarker) marker -> markers.go(marker, this::reveal);
        }
        return answer == null ? super.getAdapter(type) : type.cast(answer);
    }

    @Override
    public void dispose() {
        Linked.unfollow(follower);
        if (model != null) {
            model.close();
            edits.dispose();
            disk.dispose();
            markers.dispose();
            contributed.close();
        }
        super.dispose();
    }
}
