package org.xstate.ui.picture;

import java.util.Optional;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.xstate.analysis.picture.Item;

/** A picture's items as the entries of a list, for those who do not see them. */
final class PictureSpeech {

    private final PictureCanvas shown;
    private final Accessible accessible;

    PictureSpeech(PictureCanvas shown) {
        this.shown = shown;
        accessible = shown.canvas().getAccessible();
        accessible.addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = item(event.childID).map(Item::name)
                        .orElseGet(() -> shown.picture().title());
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                item(event.childID).ifPresent(item -> event.result = item.tip());
            }
        });
        accessible.addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_LIST : ACC.ROLE_LISTITEM;
            }

            @Override
            public void getState(AccessibleControlEvent event) {
                event.detail = ACC.STATE_FOCUSABLE | ACC.STATE_SELECTABLE;
                if (event.childID != ACC.CHILDID_SELF && item(event.childID).equals(shown.chosen())) {
                    event.detail |= ACC.STATE_SELECTED | ACC.STATE_FOCUSED;
                }
            }

            @Override
            public void getChildCount(AccessibleControlEvent event) {
                event.detail = shown.picture().items().size();
            }

            @Override
            public void getChildAtPoint(AccessibleControlEvent event) {
                Point point = shown.canvas().toControl(event.x, event.y);
                event.childID = shown.at(point.x, point.y).map(shown.picture().items()::indexOf)
                        .orElse(ACC.CHILDID_SELF);
            }

            @Override
            public void getLocation(AccessibleControlEvent event) {
                item(event.childID).ifPresent(item -> {
                    Rectangle place = shown.place(item);
                    Point corner = shown.canvas().toDisplay(place.x, place.y);
                    event.x = corner.x;
                    event.y = corner.y;
                    event.width = place.width;
                    event.height = place.height;
                });
            }

            @Override
            public void getSelection(AccessibleControlEvent event) {
                chosen(event);
            }

            @Override
            public void getFocus(AccessibleControlEvent event) {
                chosen(event);
            }

            private void chosen(AccessibleControlEvent event) {
                event.childID = shown.chosen().map(shown.picture().items()::indexOf)
                        .orElse(ACC.CHILDID_SELF);
            }
        });
    }

    /** Has the item that was chosen read aloud. */
    void chosen(int child) {
        accessible.selectionChanged();
        accessible.setFocus(child);
    }

    private Optional<Item> item(int child) {
        return child >= 0 && child < shown.picture().items().size()
                ? Optional.of(shown.picture().items().get(child))
                : Optional.empty();
    }
}
