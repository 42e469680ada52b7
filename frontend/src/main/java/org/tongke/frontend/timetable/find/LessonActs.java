package org.tongke.frontend.timetable.find;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.Activity;
import org.tongke.frontend.contract.types.Standing;

/** How a lesson stands in one's own timetable, and the one button that changes it. */
final class LessonActs extends Div {

    /** What the button does, and how it is undone. */
    private enum Act {
        ADD,
        REMOVE,
        HIDE,
        SHOW;

        private String key(String end) {
            return "find." + name().toLowerCase(Locale.ROOT) + end;
        }

        private Act undo() {
            return switch (this) {
                case ADD -> REMOVE;
                case REMOVE -> ADD;
                case HIDE -> SHOW;
                case SHOW -> HIDE;
            };
        }
    }

    private final Activity lesson;
    private final Lessons lessons;
    private final Consumer<Boolean> mine;
    private final Paragraph standing = new Paragraph();
    private final Button button = new Button();
    private Act act = Act.ADD;

    /** @param mine called with whether it stands in one's own timetable, when that changed */
    LessonActs(Activity lesson, Standing standing, Lessons lessons, Consumer<Boolean> mine) {
        this.lesson = lesson;
        this.lessons = lessons;
        this.mine = mine;
        addClassNames("tkf-row", "tkf-apart");
        this.standing.getElement().setAttribute("role", "status");
        Taps.act(button, () -> {
            var done = act;
            if (run(done)) {
                Toast.undo(text(done.key(".done"), lesson.getTitle()), () -> run(done.undo()));
            }
        });
        add(this.standing, button);
        show(standing);
    }

    private boolean run(Act wanted) {
        Function<String, @Nullable Standing> command = switch (wanted) {
            case ADD -> lessons::add;
            case REMOVE -> lessons::remove;
            case HIDE -> lessons::hide;
            case SHOW -> lessons::show;
        };
        try {
            var now = command.apply(lesson.getId());
            if (now != null) {
                show(now);
                mine.accept(now.getShown());
            }
            return true;
        } catch (RefusedException refused) {
            Toast.show(refused.words());
            return false;
        }
    }

    private void show(Standing now) {
        act = next(now);
        standing.setText(text(
                now.getHidden()
                        ? "find.standing.hidden"
                        : now.getShown() ? "find.standing.shown" : "find.standing.not"));
        button.setText(text(act.key("")));
        button.getElement().getThemeList().set("primary", act == Act.ADD || act == Act.SHOW);
    }

    private static Act next(Standing now) {
        if (now.getHidden()) {
            return Act.SHOW;
        }
        if (now.getAdded()) {
            return Act.REMOVE;
        }
        return now.getShown() ? Act.HIDE : Act.ADD;
    }
}
