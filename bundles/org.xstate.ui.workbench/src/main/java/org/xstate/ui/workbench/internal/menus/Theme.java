package org.xstate.ui.workbench.internal.menus;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.prefs.BackingStoreException;
import org.xstate.ui.Settings;

/** How the desktop looks: light, dark, or as the rest of the user's screen. */
public enum Theme {
    LIGHT, DARK, SYSTEM;

    /** The key in {@link Settings#node()}. */
    public static final String KEY = "theme";

    private static final String LIGHT_THEME = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK_THEME = "org.eclipse.e4.ui.css.theme.e4_dark";

    /** What is set; empty leaves it to the platform, which begins as the rest of the screen. */
    public static Optional<Theme> chosen() {
        String name = Platform.getPreferencesService().getString(Settings.NODE, KEY, "", null);
        return Arrays.stream(values()).filter(theme -> theme.key().equals(name)).findFirst();
    }

    /** How it is kept. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Keeps the choice, and shows it in every window. */
    public void choose() {
        Settings.node().put(KEY, key());
        try {
            Settings.node().flush();
        } catch (BackingStoreException e) {
            ILog.of(Theme.class).warn("the choice of a theme could not be kept", e);
        }
        apply();
    }

    /** Shows it in every window. On the thread of the user interface. */
    public void apply() {
        String wanted = isDark() ? DARK_THEME : LIGHT_THEME;
        engine().filter(engine -> engine.getActiveTheme() == null
                || !engine.getActiveTheme().getId().equals(wanted))
                .ifPresent(engine -> engine.setTheme(wanted, true));
    }

    private boolean isDark() {
        return this == DARK || this == SYSTEM && Display.isSystemDarkTheme();
    }

    /** There is none where the product was started without style sheets. */
    private static Optional<IThemeEngine> engine() {
        return Optional.ofNullable(PlatformUI.getWorkbench().getService(IEclipseContext.class))
                .map(context -> context.get(IThemeEngine.class));
    }
}
