package org.tongke.frontend.directory;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Filters;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.component.Typing;
import org.tongke.frontend.component.Unread;
import org.tongke.frontend.contract.types.RoleGrant;
import org.tongke.frontend.contract.types.School;
import org.tongke.frontend.contract.types.Subject;
import org.tongke.frontend.contract.types.Teacher;

/** 教师: teachers of a person's schools and regions, searched, filtered, entered, edited and imported. What is looked for stands in the address. */
@Route(TeacherListView.PATH)
@RolesAllowed({"CLERK", "COUNTY_OFFICER", "CITY_OFFICER", "PROVINCE_OFFICER", "ADMINISTRATOR"})
public final class TeacherListView extends Page implements BeforeEnterObserver {
    static final String PATH = "teachers";

    private final Teachers teachers;
    private final Schools schools;
    private final Regions regions;
    private final Imports imports;
    private final List<Subject> subjects;
    private final ComboBox<RegionItem> region = new ComboBox<>(text("directory.region"));
    private final ComboBox<School> school = new ComboBox<>(text("directory.teacher.school"));
    private final TextField words = new TextField(text("directory.teacher.words"));
    private final ComboBox<Subject> subject = new ComboBox<>(text("directory.teacher.subject"));
    private final Checkbox left = new Checkbox(text("directory.teacher.onlyLeft"));
    private final Filters filters = new Filters(words, region, school, subject, left);
    private final Paragraph status = new Paragraph();
    private final Unread unread = new Unread();
    private final ExportLinks exports = new ExportLinks("teachers");
    private final DirectoryTable<Teacher> table;
    private TeacherSearch search = new TeacherSearch(null, null, "", null, false);

    public TeacherListView(Teachers teachers, Schools schools, Regions regions, Imports imports) {
        this.teachers = teachers;
        this.schools = schools;
        this.regions = regions;
        this.imports = imports;
        subjects = teachers.listSubjects();
        title(text("directory.teachers"));
        table = new DirectoryTable<Teacher>(
                        text("directory.teachers"),
                        text("directory.teacher.name"),
                        Teacher::getName,
                        teacher -> teacher.getLeftOn() == null
                                ? ""
                                : text(
                                        "directory.teacher.left.line",
                                        teacher.getLeftOn().toString()),
                        teacher -> teacher.getSchool().getName() + " " + subject(teacher),
                        this::open)
                .longColumn(
                        text("directory.teacher.school"),
                        teacher -> teacher.getSchool().getName())
                .column(
                        text("directory.county"),
                        teacher -> teacher.getSchool().getCounty().getName(),
                        "9rem")
                .column(text("directory.teacher.subject"), TeacherListView::subject, "8rem")
                .column(
                        text("directory.teacher.number"),
                        teacher -> teacher.getNumberEnd() == null
                                ? ""
                                : text("directory.teacher.number.end", teacher.getNumberEnd()),
                        "8rem");
        status.addClassNames("tkf-soft", "tkf-count");
        status.getElement().setAttribute("role", "status");
        var acts = new Row(
                new Button(text("directory.teacher.new"), click -> form(null).open()),
                new Button(
                        text("directory.import"),
                        click -> new ImportDialog(this.imports, ImportTarget.teachers(chosen()), this::changedTo)
                                .open()));
        prepare();
        add(unread, filters, acts, exports, status, table);
    }

    private static String subject(Teacher teacher) {
        return teacher.getSubject() == null ? "" : teacher.getSubject().getName();
    }

    private void prepare() {
        region.setItems(regions.list());
        region.setItemLabelGenerator(RegionItem::label);
        region.setVisible(SignedIn.current().flatMap(SignedIn::office).isPresent()
                || homeSchools().isEmpty());
        school.setItems(query -> {
            var typed = query.getFilter().orElse("");
            var code = region.getValue() == null ? null : region.getValue().code();
            return (region.isVisible() ? schools.suggest(code, typed) : homeSchools())
                    .stream().skip(query.getOffset()).limit(query.getLimit());
        });
        school.setItemLabelGenerator(School::getName);
        school.setPlaceholder(text("directory.all"));
        school.setClearButtonVisible(true);
        words.setPlaceholder(text("directory.teacher.words.example"));
        words.setClearButtonVisible(true);
        // an input method writes half syllables: only a pause counts as a wish
        Typing.pauses(words);
        subject.setItems(subjects);
        subject.setItemLabelGenerator(Subject::getName);
        subject.setPlaceholder(text("directory.all"));
        subject.setClearButtonVisible(true);
        region.addValueChangeListener(change -> changed(change.isFromClient()));
        school.addValueChangeListener(change -> changed(change.isFromClient()));
        words.addValueChangeListener(change -> changed(change.isFromClient()));
        subject.addValueChangeListener(change -> changed(change.isFromClient()));
        left.addValueChangeListener(change -> changed(change.isFromClient()));
    }

    /** Schools that the person belongs to. */
    private static List<School> homeSchools() {
        return SignedIn.current().stream()
                .flatMap(person -> person.account().getRoles().stream())
                .map(RoleGrant::getPlace)
                .filter(School.class::isInstance)
                .map(School.class::cast)
                .distinct()
                .toList();
    }

    /** The schools of which a table without schools can be. */
    private List<School> chosen() {
        return school.getValue() == null ? homeSchools() : List.of(school.getValue());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        var wanted = TeacherSearch.read(query);
        if (query.getParameters().isEmpty()) {
            wanted = new TeacherSearch(home(), null, "", null, false);
        }
        var atRegion = Optional.ofNullable(wanted.region()).flatMap(regions::find);
        var atSchool = Optional.ofNullable(wanted.school()).flatMap(teachers::findSchool);
        var ofSubject = Optional.ofNullable(wanted.subject()).flatMap(this::subject);
        unread.say(TeacherSearch.unread(
                query, code -> atRegion.isPresent(), id -> atSchool.isPresent(), code -> ofSubject.isPresent()));
        wanted = new TeacherSearch(
                atRegion.map(RegionItem::code).orElse(null),
                atSchool.map(School::getId).orElse(null),
                wanted.words(),
                ofSubject.map(Subject::getCode).orElse(null),
                wanted.left());
        region.setValue(atRegion.orElseGet(this::wholeProvince));
        school.setValue(atSchool.orElse(null));
        words.setValue(wanted.words());
        subject.setValue(ofSubject.orElse(null));
        left.setValue(wanted.left());
        show(wanted);
    }

    private Optional<Subject> subject(String code) {
        return subjects.stream().filter(one -> one.getCode().equals(code)).findFirst();
    }

    /** Code of the region where a person looks first; null for those of a school. */
    private static @Nullable String home() {
        return SignedIn.current().flatMap(SignedIn::office).orElse(null);
    }

    private @Nullable RegionItem startingRegion() {
        return Optional.ofNullable(home()).flatMap(regions::find).orElseGet(this::wholeProvince);
    }

    private @Nullable RegionItem wholeProvince() {
        return regions.list().stream().findFirst().orElse(null);
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            var wanted = new TeacherSearch(
                    region.getValue() == null || !region.isVisible()
                            ? null
                            : region.getValue().code(),
                    school.getValue() == null ? null : school.getValue().getId(),
                    words.getValue().strip(),
                    subject.getValue() == null ? null : subject.getValue().getCode(),
                    left.getValue());
            getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Location(PATH, wanted.write())));
            show(wanted);
        }
    }

    private void changedTo(String said) {
        Toast.show(said);
        show(search);
    }

    private void show(TeacherSearch wanted) {
        search = wanted;
        exports.show(wanted.write());
        filters.set(
                region.isVisible() && !Objects.equals(region.getValue(), startingRegion()),
                wanted.school() != null,
                wanted.subject() != null,
                wanted.left());
        var found = teachers.find(wanted);
        var window = new KeysetWindow<Teacher>(
                after -> after == null ? found.first() : teachers.findMore(wanted, after),
                after -> after == null ? found.first().after() : teachers.findNext(wanted, after));
        table.empty(text(wanted.isCleared() ? "directory.teachers.none" : "directory.teachers.nothing"));
        table.setItems(query -> window.fetch(query.getOffset(), query.getLimit()), query -> found.count());
        status.setText(text("directory.teachers.count", found.count()));
    }

    private TeacherForm form(@Nullable Teacher teacher) {
        var of = chosen().size() == 1 ? chosen().getFirst() : null;
        return new TeacherForm(teachers, schools, teacher, of, subjects, this::changedTo);
    }

    private void open(Teacher teacher) {
        form(teacher).open();
    }
}
