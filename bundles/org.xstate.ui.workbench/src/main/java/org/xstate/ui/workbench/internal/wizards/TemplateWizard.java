package org.xstate.ui.workbench.internal.wizards;

import java.util.Locale;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.xstate.ui.workbench.internal.project.ProjectFolder;

/** A file from a template, which {@code plugin.xml} names behind the class. */
public final class TemplateWizard extends NewFileWizard implements IExecutableExtension {

    private FileTemplate template = FileTemplate.SCENARIO;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        template = FileTemplate.valueOf(String.valueOf(data).toUpperCase(Locale.ROOT));
    }

    @Override
    String content() {
        return template.text();
    }

    @Override
    String title() {
        return template.title();
    }

    @Override
    String description() {
        return template.description();
    }

    @Override
    ProjectFolder folder() {
        return template.folder();
    }

    @Override
    String suggestedName() {
        return template.file();
    }
}
