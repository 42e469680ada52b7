package org.tongke.frontend.community;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.stream.Stream;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Today;
import org.tongke.frontend.contract.types.Community;
import org.tongke.frontend.contract.types.CommunityMode;
import org.tongke.frontend.contract.types.School;

/** Asks what changes in a community, from which day and why, and says what it means. */
final class CommunityDialog extends Dialog {
    private static final int LONGEST_REASON = 500;

    private final Input on = new Input();
    private final TextArea reason = new TextArea(text("community.reason"));
    private final Paragraph problem = new Paragraph();

    /** Does what the form says. */
    private interface Act {
        void accept(LocalDate on, String reason);
    }

    private CommunityDialog(String name, Component what, Act act, Runnable done) {
        setHeaderTitle(text(name));
        setWidth("min(28rem, calc(100vw - 1rem))");
        on.setType("date");
        on.setValue(Today.on().toString());
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        problem.addClassName("tkf-lacking");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        var day = new NativeLabel();
        day.addClassName("tkf-field");
        day.add(new Span(text("community.on")), on);
        var form = new Div(new Paragraph(text(name + ".means")), what, day, reason, problem);
        form.addClassNames("tkf-page", "tkf-stack");
        add(form);
        var yes = new Button(text(name));
        yes.addThemeName("primary");
        Taps.act(yes, () -> {
            try {
                act.accept(LocalDate.parse(on.getValue()), reason.getValue());
                close();
                done.run();
            } catch (DateTimeParseException | IllegalArgumentException unfinished) {
                say(text("community.incomplete"));
            } catch (RefusedException refused) {
                say(refused.words());
            }
        });
        getFooter().add(new Button(text("community.targets.close"), click -> close()), yes);
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
                school,
                (on, reason) -> office.join(community, chosen(school).getId(), on, reason),
                done);
    }

    static CommunityDialog leave(Community community, CommunityOffice office, Runnable done) {
        var school = new ComboBox<School>(text("community.member"));
        school.setItems(community.getMembers());
        school.setItemLabelGenerator(School::getName);
        school.setWidthFull();
        return new CommunityDialog(
                "community.leave",
                school,
                (on, reason) -> office.leave(community, chosen(school).getId(), on, reason),
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
                mode,
                (on, reason) -> office.changeMode(community, chosen(mode), on, reason),
                done);
    }

    private static <T> T chosen(ComboBox<T> box) {
        if (box.getValue() == null) {
            throw new IllegalArgumentException("nothing is chosen");
        }
        return box.getValue();
    }

    private void say(String words) {
        problem.setText(words);
        problem.setVisible(true);
        problem.scrollIntoView();
    }
}
