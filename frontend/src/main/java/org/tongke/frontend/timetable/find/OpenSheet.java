package org.tongke.frontend.timetable.find;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.component.Today;
import org.tongke.frontend.timetable.Following;
import org.tongke.frontend.timetable.correction.Corrections;

/**
 * The sheet that is open on the page. The lesson stands in the address: the way back closes the sheet, and the address leads others to it.
 */
final class OpenSheet {
    private final Lessons lessons;
    private final Following following;
    private final Corrections corrections;
    private final Function<@Nullable String, Location> address;
    private final String gone;
    private @Nullable LessonSheet sheet;
    private String lessonId = "";
    private @Nullable LessonItem tapped;

    /**
     * @param address of the page with a lesson open, or with none
     * @param gone what is said of a lesson that is there no more
     */
    OpenSheet(
            Lessons lessons,
            Following following,
            Corrections corrections,
            Function<@Nullable String, Location> address,
            String gone) {
        this.lessons = lessons;
        this.following = following;
        this.corrections = corrections;
        this.address = address;
        this.gone = gone;
    }

    /** Whether a sheet is open, or was until the page is told of its address. */
    boolean isOpen() {
        return sheet != null;
    }

    /** Opens a lesson that a person tapped. */
    void tap(UI ui, String id, LessonItem item) {
        if (open(ui, id, item)) {
            ui.getPage().executeJs("window.tongkeNotePlace?.()");
            ui.getPage().getHistory().pushState(null, address.apply(id));
        }
    }

    /** Opens the lesson that the address names, or closes the one that it names no more. */
    void show(UI ui, @Nullable String id) {
        if (id == null) {
            var back = tapped;
            leave();
            if (back != null) {
                back.focusLater();
            }
        } else if (sheet == null || !id.equals(lessonId)) {
            leave();
            open(ui, id, null);
        }
    }

    /** Closes the sheet because the page is left. */
    void leave() {
        var open = sheet;
        sheet = null;
        tapped = null;
        if (open != null) {
            open.close();
        }
    }

    private boolean open(UI ui, String id, @Nullable LessonItem item) {
        var lesson = lessons.find(id);
        if (lesson.isEmpty()) {
            Toast.show(gone);
            return false;
        }
        var opened = new LessonSheet(
                lesson.get(),
                Today.now(),
                lessons,
                following,
                corrections,
                mine -> Optional.ofNullable(item).ifPresent(one -> one.setMine(mine)));
        opened.addOpenedChangeListener(change -> {
            if (!change.isOpened() && opened == sheet) {
                closed(ui);
            }
        });
        sheet = opened;
        lessonId = id;
        tapped = item;
        opened.open();
        return true;
    }

    /** Closed by the person: the address follows. */
    private void closed(UI ui) {
        if (tapped == null) {
            sheet = null;
            ui.getPage().getHistory().replaceState(null, address.apply(null));
        } else {
            ui.getPage().getHistory().back();
        }
    }
}
