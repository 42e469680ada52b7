package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Choice;
import org.tongke.frontend.component.NamePick;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.Community;
import org.tongke.frontend.contract.types.ExchangePeriod;
import org.tongke.frontend.contract.types.School;
import org.tongke.frontend.contract.types.Teacher;

/** The form of an exchange period: filled as far as it is known. */
final class ExchangeDialog extends Dialog {
    private static final int MOST_DAYS = 5;

    private final UUID id = UUID.randomUUID();
    private final NamePick<Teacher> teacher =
            new NamePick<>(text("verification.exchange.teacher"), text("verification.exchange.several"));
    private final NamePick<School> to =
            new NamePick<>(text("verification.exchange.to"), text("verification.exchange.several"));
    private final Input startsOn = date();
    private final Input endsOn = date();
    private final Paragraph problem = new Paragraph();
    private int daysAWeek = 1;
    private boolean backbone = true;

    /** What the form says. */
    interface Save {
        /** @param teacherId id of the teacher */
        void accept(UUID id, String teacherId, ExchangeRegister.Said said);
    }

    /** Of a new period. */
    static ExchangeDialog add(Community community, List<Teacher> teachers, LocalDate today, Save save) {
        return new ExchangeDialog(community, teachers, null, today, save);
    }

    /** Of one that is there. */
    static ExchangeDialog edit(Community community, ExchangePeriod period, Consumer<ExchangeRegister.Said> save) {
        return new ExchangeDialog(
                community, List.of(), period, period.getStartsOn(), (id, teacherId, said) -> save.accept(said));
    }

    private ExchangeDialog(
            Community community, List<Teacher> teachers, @Nullable ExchangePeriod period, LocalDate today, Save save) {
        setHeaderTitle(text(period == null ? "verification.exchange.add" : "verification.exchange.edit"));
        setWidth("min(30rem, calc(100vw - 1rem))");
        var schools = new ArrayList<School>(List.of(community.getCore()));
        schools.addAll(community.getMembers());
        to.choices(schools, School::getName);
        to.setWidthFull();
        teacher.choices(
                teachers,
                one -> text(
                        "verification.exchange.teacher.of",
                        one.getName(),
                        one.getSchool().getName()));
        teacher.setWidthFull();
        teacher.setVisible(period == null);
        startsOn.setValue(today.toString());
        if (period == null) {
            to.setValue(community.getMembers().getFirst());
        } else {
            schools.stream()
                    .filter(one -> one.getId().equals(period.getTo().getId()))
                    .findFirst()
                    .ifPresent(to::setValue);
            endsOn.setValue(period.getEndsOn().toString());
            daysAWeek = period.getDaysAWeek();
            backbone = period.getBackbone();
        }
        problem.addClassName("tkf-lacking");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        var form = new Div(
                teacher,
                to,
                labelled("verification.exchange.startsOn", startsOn),
                labelled("verification.exchange.endsOn", endsOn),
                days(),
                backbone(),
                problem);
        form.addClassNames("tkf-page", "tkf-stack");
        add(form);
        var yes = new Button(text("verification.exchange.save"));
        yes.addThemeName("primary");
        Taps.act(yes, () -> save(period, save));
        getFooter().add(new Button(text("verification.close"), click -> close()), yes);
    }

    private static Input date() {
        var input = new Input(ValueChangeMode.ON_CHANGE);
        input.setType("date");
        return input;
    }

    private static NativeLabel labelled(String key, Input input) {
        var label = new NativeLabel();
        label.addClassName("tkf-field");
        label.add(new Span(text(key)), input);
        return label;
    }

    private Choice days() {
        var choice = new Choice(text("verification.exchange.daysAWeek"));
        for (int days = 1; days <= MOST_DAYS; days++) {
            choice.value(days, String.valueOf(days), null, days == daysAWeek, chosen -> daysAWeek = chosen);
        }
        return choice;
    }

    private Choice backbone() {
        return new Choice(text("verification.exchange.isBackbone"))
                .value(true, text("verification.yes"), null, backbone, chosen -> backbone = chosen)
                .value(false, text("verification.no"), null, !backbone, chosen -> backbone = chosen);
    }

    private void save(@Nullable ExchangePeriod period, Save save) {
        var begin = day(startsOn);
        var end = day(endsOn);
        var who = period == null ? Optional.ofNullable(teacher.getValue()).map(Teacher::getId) : Optional.of("");
        if (begin.isEmpty() || end.isEmpty() || who.isEmpty() || to.getValue() == null) {
            say(text("verification.exchange.incomplete"));
            return;
        }
        try {
            save.accept(
                    id,
                    who.get(),
                    new ExchangeRegister.Said(to.getValue().getId(), begin.get(), end.get(), daysAWeek, backbone));
            close();
        } catch (RefusedException refused) {
            say(refused.words());
        }
    }

    private void say(String words) {
        problem.setText(words);
        problem.setVisible(true);
        problem.scrollIntoView();
    }

    private static Optional<LocalDate> day(Input input) {
        try {
            return Optional.of(LocalDate.parse(input.getValue()));
        } catch (DateTimeParseException | NullPointerException unfinished) {
            return Optional.empty();
        }
    }
}
