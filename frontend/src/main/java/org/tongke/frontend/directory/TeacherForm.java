package org.tongke.frontend.directory;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.DayPicker;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Today;
import org.tongke.frontend.contract.types.School;
import org.tongke.frontend.contract.types.Subject;
import org.tongke.frontend.contract.types.Teacher;
import org.tongke.frontend.contract.types.UserError;

/** Enters a teacher, or says otherwise who one is, where he or she belongs, and that he or she has left. */
final class TeacherForm extends Dialog {
    private final Teachers teachers;
    private final @Nullable Teacher teacher;
    private final UUID fresh = UUID.randomUUID();
    private final TextField name = new TextField(text("directory.teacher.name"));
    private final ComboBox<School> school = new ComboBox<>(text("directory.teacher.school"));
    private final ComboBox<Subject> subject = new ComboBox<>(text("directory.teacher.subject"));
    private final TextField number = new TextField(text("directory.teacher.number"));
    private final DayPicker leftOn = new DayPicker(text("directory.teacher.leftOn"));
    private final Paragraph wrong = new Paragraph();
    private final Map<String, HasValidation> fields =
            Map.of("name", name, "schoolId", school, "subject", subject, "number", number, "leftOn", leftOn);

    /**
     * @param teacher the teacher; null for a new one
     * @param of school of a new one; null to choose
     * @param done called when something was entered, with what to say of it
     */
    TeacherForm(
            Teachers teachers,
            Schools schools,
            @Nullable Teacher teacher,
            @Nullable School of,
            List<Subject> subjects,
            Consumer<String> done) {
        this.teachers = teachers;
        this.teacher = teacher;
        setHeaderTitle(teacher == null ? text("directory.teacher.new") : teacher.getName());
        name.setMaxLength(40);
        name.setRequiredIndicatorVisible(true);
        school.setItems(query -> schools.suggest(null, query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        school.setItemLabelGenerator(School::getName);
        school.setRequiredIndicatorVisible(true);
        school.setValue(teacher == null ? of : teacher.getSchool());
        subject.setItems(subjects);
        subject.setItemLabelGenerator(Subject::getName);
        subject.setClearButtonVisible(true);
        number.setMaxLength(32);
        number.setHelperText(
                text(teacher == null ? "directory.teacher.number.help" : "directory.teacher.number.help.edit"));
        leftOn.setVisible(teacher != null);
        leftOn.setClearButtonVisible(true);
        leftOn.setMax(Today.on().plusYears(1));
        leftOn.setHelperText(text("directory.teacher.leftOn.help"));
        if (teacher != null) {
            name.setValue(teacher.getName());
            subjects.stream()
                    .filter(one -> teacher.getSubject() != null
                            && one.getCode().equals(teacher.getSubject().getCode()))
                    .findFirst()
                    .ifPresent(subject::setValue);
            number.setPlaceholder(
                    teacher.getNumberEnd() == null ? "" : text("directory.teacher.number.end", teacher.getNumberEnd()));
            leftOn.setValue(teacher.getLeftOn());
        }
        var form = new Div(name, school, subject, number, leftOn);
        form.addClassName("tkf-form");
        wrong.addClassName("tkf-wrong");
        wrong.getElement().setAttribute("role", "alert");
        wrong.setVisible(false);
        add(form, wrong);
        var save = new Button(text(teacher == null ? "directory.teacher.enter" : "directory.school.save"));
        save.addThemeNames("primary");
        Taps.act(save, () -> save(done));
        getFooter().add(new Button(text("directory.cancel"), click -> close()), save);
        setWidth("min(36rem, calc(100vw - 2rem))");
    }

    private void save(Consumer<String> done) {
        fields.values().forEach(field -> field.setInvalid(false));
        wrong.setVisible(false);
        if (name.getValue().isBlank() || school.getValue() == null) {
            if (name.getValue().isBlank()) {
                say("name", text("directory.needed"));
            }
            if (school.getValue() == null) {
                say("schoolId", text("directory.needed"));
            }
            return;
        }
        try {
            if (teacher == null) {
                teachers.put(fresh, school.getValue().getId(), name.getValue(), subjectCode(), number.getValue());
                done.accept(text("directory.teacher.entered", name.getValue()));
            } else {
                change(teacher);
                done.accept(text("directory.school.saved", name.getValue()));
            }
            close();
        } catch (RefusedException refused) {
            refused.errors().forEach(this::say);
        }
    }

    /** Three commands, each of which raises the revision by one if it changes something. */
    private void change(Teacher before) {
        var now = before;
        now = teachers.edit(now, name.getValue(), subjectCode(), number.isEmpty() ? null : number.getValue());
        if (!school.getValue().getId().equals(before.getSchool().getId())) {
            now = teachers.move(now, school.getValue().getId());
        }
        if (!Objects.equals(leftOn.getValue(), before.getLeftOn())) {
            teachers.leave(now, leftOn.getValue());
        }
    }

    private @Nullable String subjectCode() {
        return subject.getValue() == null ? null : subject.getValue().getCode();
    }

    private void say(UserError error) {
        say(error.getPath().isEmpty() ? "" : error.getPath().getLast(), error.getMessage());
    }

    private void say(String path, String words) {
        var field = fields.get(path);
        if (field == null) {
            wrong.setText(words);
            wrong.setVisible(true);
        } else {
            field.setErrorMessage(words);
            field.setInvalid(true);
        }
    }
}
