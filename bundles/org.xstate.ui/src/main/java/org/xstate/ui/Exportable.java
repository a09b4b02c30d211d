package org.xstate.ui;

import java.util.Optional;

import org.xstate.analysis.picture.Picture;

/**
 * What a view or editor can hand out. A part that adapts to this has the commands <em>Copy as Text</em>, <em>Copy as
 * JSON</em>, <em>Export SVG</em> and <em>Export PNG</em>; each is enabled where its content is there. Called on the thread of
 * the user interface.
 */
public interface Exportable {

    /** As the command behind the view prints it; empty while there is nothing to show. */
    Optional<String> text();

    /** As the command behind the view prints it with {@code --json}. */
    Optional<String> json();

    /** What is drawn; empty for a part without a picture. */
    Optional<Picture> picture();

    /** The command line that gives the same, for the status line and the tooltip: {@code xstate layout --cpu zen3}. */
    String command();
}
