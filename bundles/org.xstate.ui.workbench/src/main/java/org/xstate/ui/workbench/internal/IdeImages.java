package org.xstate.ui.workbench.internal;

import java.util.Map;

import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.internal.ide.IDEInternalWorkbenchImages;

/**
 * Names the images that views and dialogs of {@code org.eclipse.ui.ide} ask the workbench for. That bundle has them, but only the
 * application of the Eclipse IDE declares them; where they are missing, a marker has no icon and a project's label fails.
 */
final class IdeImages {

    private static final String BUNDLE = "org.eclipse.ui.ide";

    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry(IDE.SharedImages.IMG_OBJ_PROJECT, "obj16/prj_obj"),
            Map.entry(IDE.SharedImages.IMG_OBJ_PROJECT_CLOSED, "obj16/cprj_obj"),
            Map.entry(IDE.SharedImages.IMG_OPEN_MARKER, "elcl16/gotoobj_tsk"),
            Map.entry(IDE.SharedImages.IMG_OBJS_TASK_TSK, "obj16/taskmrk_tsk"),
            Map.entry(IDE.SharedImages.IMG_OBJS_BKMRK_TSK, "obj16/bkmrk_tsk"),
            Map.entry(IDEInternalWorkbenchImages.IMG_OBJS_COMPLETE_TSK, "obj16/complete_tsk"),
            Map.entry(IDEInternalWorkbenchImages.IMG_OBJS_INCOMPLETE_TSK, "obj16/incomplete_tsk"),
            Map.entry(IDEInternalWorkbenchImages.IMG_OBJS_ERROR_PATH, "obj16/error_tsk"),
            Map.entry(IDEInternalWorkbenchImages.IMG_OBJS_WARNING_PATH, "obj16/warn_tsk"),
            Map.entry(IDEInternalWorkbenchImages.IMG_OBJS_INFO_PATH, "obj16/info_tsk"),
            Map.entry(IDEInternalWorkbenchImages.IMG_OBJS_FIXABLE_ERROR, "obj16/quickfix_error_obj"),
            Map.entry(IDEInternalWorkbenchImages.IMG_OBJS_FIXABLE_WARNING, "obj16/quickfix_warning_obj"),
            Map.entry(IDEInternalWorkbenchImages.IMG_OBJS_FIXABLE_INFO, "obj16/quickfix_info_obj"),
            Map.entry(IDEInternalWorkbenchImages.IMG_ELCL_QUICK_FIX_ENABLED, "elcl16/smartmode_co"),
            Map.entry(IDEInternalWorkbenchImages.IMG_DLGBAN_QUICKFIX_DLG, "wizban/quick_fix"),
            Map.entry(IDEInternalWorkbenchImages.IMG_ETOOL_PROBLEM_CATEGORY, "etool16/problem_category"),
            Map.entry(IDEInternalWorkbenchImages.IMG_ETOOL_PROBLEMS_VIEW, "eview16/problems_view"),
            Map.entry(IDEInternalWorkbenchImages.IMG_ETOOL_PROBLEMS_VIEW_ERROR,
                    "eview16/problems_view_error"),
            Map.entry(IDEInternalWorkbenchImages.IMG_ETOOL_PROBLEMS_VIEW_WARNING,
                    "eview16/problems_view_warning"),
            Map.entry(IDEInternalWorkbenchImages.IMG_ETOOL_PROBLEMS_VIEW_INFO, "eview16/problems_view_info"),
            Map.entry(IDEInternalWorkbenchImages.IMG_WIZBAN_NEWFILE_WIZ, "wizban/newfile_wiz"),
            Map.entry(IDEInternalWorkbenchImages.IMG_WIZBAN_NEWFOLDER_WIZ, "wizban/newfolder_wiz"),
            Map.entry(IDEInternalWorkbenchImages.IMG_DLGBAN_SAVEAS_DLG, "wizban/saveas_wiz"));

    private IdeImages() {
    }

    static void declare(IWorkbenchConfigurer configurer) {
        FILES.forEach((image, file) -> ResourceLocator
                .imageDescriptorFromBundle(BUNDLE, "icons/full/" + file + ".svg")
                .ifPresent(descriptor -> configurer.declareImage(image, descriptor, true)));
    }
}
