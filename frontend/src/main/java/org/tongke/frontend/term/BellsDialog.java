package org.tongke.frontend.term;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.DayPicker;
import org.tongke.frontend.component.FormProblems;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Today;
import org.tongke.frontend.contract.types.BellSchedule;
import org.tongke.frontend.contract.types.UserError;

/** Asks from which day on and when the periods are, a line for each. */
final class BellsDialog extends Dialog {
    private static final int LONGEST = 2_000;
    private static final String PERIODS = "periods";

    private final FormProblems problems = new FormProblems();
    private final DayPicker validFrom = problems.field("validFrom", new DayPicker(text("term.bells.from")));
    private final TextArea lines = problems.field(PERIODS, new TextArea(text("term.bells.lines")));

    /** @param before the schedule that is changed or followed by another one */
    BellsDialog(BellSchedule before, Bells bells, Runnable done) {
        setHeaderTitle(text("term.bells.edit.of", before.getSchool().getName()));
        setWidth("min(32rem, calc(100vw - 1rem))");
        validFrom.setRequiredIndicatorVisible(true);
        validFrom.setValue(Today.on());
        validFrom.setHelperText(text("term.bells.from.means"));
        lines.setMaxLength(LONGEST);
        lines.setMinRows(10);
        lines.setWidthFull();
        lines.setHelperText(text("term.bells.lines.means"));
        lines.setValue(BellLines.write(before.getPeriods()));
        var form = new Div(validFrom, lines, problems);
        form.addClassNames("tkf-page", "tkf-stack");
        add(form);
        var save = new Button(text("term.bells.save"));
        save.addThemeName("primary");
        Taps.act(save, () -> save(before, bells, done));
        getFooter().add(new Button(text("shell.cancel"), click -> close()), save);
    }

    private void save(BellSchedule before, Bells bells, Runnable done) {
        problems.clear();
        LocalDate from = validFrom.getValue();
        if (from == null) {
            problems.say("validFrom", text("term.bells.from.missing"));
            return;
        }
        var read = BellLines.read(lines.getValue());
        if (!read.unread().isEmpty() || read.periods().isEmpty()) {
            problems.say(PERIODS, unread(read.unread()));
            return;
        }
        try {
            bells.put(before, from, read.periods());
        } catch (RefusedException refused) {
            say(refused, read.lineNumbers());
            return;
        }
        close();
        done.run();
    }

    private static String unread(List<Integer> unread) {
        return unread.isEmpty()
                ? text("term.bells.lines.none")
                : text(
                        "term.bells.lines.unread",
                        unread.stream().map(String::valueOf).collect(Collectors.joining(text("term.bells.and"))));
    }

    /** What is about a period is said with its line. */
    private void say(RefusedException refused, List<Integer> lineNumbers) {
        var ofLines = refused.errors().stream()
                .filter(error -> error.getPath().contains(PERIODS))
                .map(error -> words(error, lineNumbers))
                .distinct()
                .collect(Collectors.joining(" "));
        if (ofLines.isEmpty()) {
            problems.say(refused);
        } else {
            problems.say(PERIODS, ofLines);
        }
    }

    private static String words(UserError error, List<Integer> lineNumbers) {
        return error.getPath().stream()
                .filter(part -> part.matches("\\d{1,2}"))
                .map(Integer::valueOf)
                .filter(index -> index < lineNumbers.size())
                .map(index -> text("term.bells.line", lineNumbers.get(index), error.getMessage()))
                .findFirst()
                .orElseGet(error::getMessage);
    }
}
