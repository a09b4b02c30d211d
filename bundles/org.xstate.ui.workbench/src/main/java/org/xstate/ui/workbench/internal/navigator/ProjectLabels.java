package org.xstate.ui.workbench.internal.navigator;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.navigator.ICommonContentExtensionSite;
import org.eclipse.ui.navigator.ICommonLabelProvider;
import org.xstate.analysis.files.FileKind;
import org.xstate.ui.workbench.internal.Icons;
import org.xstate.ui.workbench.internal.Messages;
import org.xstate.ui.workbench.internal.project.ProjectFolder;

/** Names and icons: a file's icon says what it holds. */
public final class ProjectLabels extends LabelProvider implements ICommonLabelProvider, IStyledLabelProvider {

    private final ResourceManager images = new LocalResourceManager(JFaceResources.getResources());
    private Optional<FileContents> contents = Optional.empty();

    @Override
    public void init(ICommonContentExtensionSite site) {
        if (site.getExtension().getContentProvider() instanceof ProjectContent content) {
            contents = Optional.of(content.contents());
        }
    }

    @Override
    public String getText(Object element) {
        return switch (element) {
            case PartNode node -> node.part().name();
            case IResource resource -> resource.getName();
            default -> "";
        };
    }

    @Override
    public StyledString getStyledText(Object element) {
        StyledString text = new StyledString(getText(element));
        if (element instanceof IFile file && kind(file).filter(kind -> kind == FileKind.IMAGE).isPresent()) {
            text.append("  " + about(file), StyledString.DECORATIONS_STYLER);
        }
        return text;
    }

    @Override
    public Image getImage(Object element) {
        return switch (element) {
            case PartNode node -> icon(node.kind() == FileKind.MODEL ? "scenario" : "thread");
            case IProject _ -> icon("projects");
            case IFile file -> kind(file).map(this::icon).orElseGet(() -> shared(ISharedImages.IMG_OBJ_FILE));
            default -> shared(ISharedImages.IMG_OBJ_FOLDER);
        };
    }

    private Image icon(FileKind kind) {
        return switch (kind) {
            case MODEL -> icon("model");
            case TRACE -> icon("trace");
            case CPUID -> icon("cpu");
            case IMAGE -> icon("image");
            case TEXT, OTHER -> shared(ISharedImages.IMG_OBJ_FILE);
        };
    }

    private Image icon(String name) {
        return images.get(Icons.of(name));
    }

    private static Image shared(String name) {
        return PlatformUI.getWorkbench().getSharedImages().getImage(name);
    }

    private Optional<FileKind> kind(IFile file) {
        return contents.flatMap(known -> known.kind(file));
    }

    private String about(IFile file) {
        return contents.map(known -> known.about(file)).orElse("");
    }

    /** For the status line. */
    @Override
    public String getDescription(Object element) {
        return switch (element) {
            case PartNode node ->
                NLS.bind(Messages.projects_part, node.part().name(), node.file().getFullPath());
            case IFile file -> kind(file).map(kind -> NLS.bind(Messages.projects_file, new Object[]{
                file.getFullPath(), kind.word(), about(file)}))
                    .orElseGet(() -> file.getFullPath().toString());
            case IResource resource -> ProjectFolder.of(resource)
                    .map(folder -> NLS.bind(Messages.projects_folder, resource.getFullPath(),
                            folder.description()))
                    .orElseGet(() -> resource.getFullPath().toString());
            default -> "";
        };
    }

    @Override
    public void dispose() {
        images.dispose();
        super.dispose();
    }

    @Override
    public void restoreState(IMemento memento) {
        // nothing of it is kept
    }

    @Override
    public void saveState(IMemento memento) {
        // nothing of it is kept
    }
}
