package org.tongke.frontend.community;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.DayPicker;
import org.tongke.frontend.component.FormProblems;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Today;
import org.tongke.frontend.contract.types.Community;
import org.tongke.frontend.contract.types.CommunityMode;
import org.tongke.frontend.contract.types.School;

/** Asks what changes in a community, from which day and why, and says what it means. */
final class CommunityDialog extends Dialog {
    private static final int LONGEST_REASON = 500;
    private static final String SCHOOL = "schoolId";

    private final FormProblems problems = new FormProblems();
    private final DayPicker on = problems.field("on", new DayPicker(text("community.on")));
    private final TextArea reason = problems.field("reason", new TextArea(text("community.reason")));

    /** Does what the form says. */
    private interface Act<T> {
        void accept(T chosen, LocalDate on, String reason);
    }

    private <T> CommunityDialog(String name, String path, ComboBox<T> what, Act<T> act, Runnable done) {
        setHeaderTitle(text(name));
        setWidth("min(28rem, calc(100vw - 1rem))");
        on.setMax(Today.on());
        on.setValue(Today.on());
        on.setWidthFull();
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        problems.field(path, what);
        var form = new Div(new Paragraph(text(name + ".means")), what, on, reason, problems);
        form.addClassNames("tkf-page", "tkf-stack");
        add(form);
        var yes = new Button(text(name));
        yes.addThemeName("primary");
        Taps.act(yes, () -> {
            problems.clear();
            if (!isFilled(path, what)) {
                return;
            }
            try {
                act.accept(what.getValue(), on.getValue(), reason.getValue());
                close();
                done.run();
            } catch (RefusedException refused) {
                problems.say(refused);
            }
        });
        getFooter().add(new Button(text("community.targets.close"), click -> close()), yes);
    }

    /** Says at each field that it is missing, the first one last, so that it has the focus. */
    private boolean isFilled(String path, ComboBox<?> what) {
        if (reason.getValue().isBlank()) {
            problems.say("reason", text("community.reason.missing"));
        }
        if (on.getValue() == null) {
            problems.say("on", text("community.on.missing"));
        }
        if (what.getValue() == null) {
            problems.say(path, text("community.choice.missing"));
        }
        return what.getValue() != null
                && on.getValue() != null
                && !reason.getValue().isBlank();
    }

    static CommunityDialog join(Community community, CommunityOffice office, Runnable done) {
        var school = new ComboBox<School>(text("community.school"));
        school.setItemLabelGenerator(School::getName);
        school.setWidthFull();
        school.setItems(query -> {
            // the connector wants both to be asked for; some twenty are shown, and typing narrows them
            var some = office.findSchools(
                    community.getCounty().getId(), query.getFilter().orElse(""));
            return query.getOffset() == 0 ? some.stream().limit(query.getLimit()) : Stream.empty();
        });
        return new CommunityDialog(
                "community.join",
                SCHOOL,
                school,
                (chosen, on, reason) -> office.join(community, chosen.getId(), on, reason),
                done);
    }

    static CommunityDialog leave(Community community, CommunityOffice office, Runnable done) {
        var school = new ComboBox<School>(text("community.member"));
        school.setItems(community.getMembers());
        school.setItemLabelGenerator(School::getName);
        school.setWidthFull();
        return new CommunityDialog(
                "community.leave",
                SCHOOL,
                school,
                (chosen, on, reason) -> office.leave(community, chosen.getId(), on, reason),
                done);
    }

    static CommunityDialog mode(Community community, CommunityOffice office, Runnable done) {
        var mode = new ComboBox<CommunityMode>(text("community.list.mode"));
        mode.setItems(Stream.of(CommunityMode.MERGED, CommunityMode.CO_BUILT)
                .filter(one -> one != community.getMode())
                .toList());
        mode.setItemLabelGenerator(CommunityWords::mode);
        mode.setWidthFull();
        return new CommunityDialog(
                community.getMode() == CommunityMode.COLLABORATIVE
                        ? "community.mode.change.new"
                        : "community.mode.change",
                "mode",
                mode,
                (chosen, on, reason) -> office.changeMode(community, chosen, on, reason),
                done);
    }
}
