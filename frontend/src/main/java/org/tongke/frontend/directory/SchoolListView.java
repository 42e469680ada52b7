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
import jakarta.annotation.security.PermitAll;
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
import org.tongke.frontend.contract.types.Role;
import org.tongke.frontend.contract.types.School;
import org.tongke.frontend.contract.types.SchoolArea;
import org.tongke.frontend.contract.types.SchoolStage;

/** 学校: all schools of a region, searched and filtered; officers enter, edit and import them. What is looked for stands in the address. */
@Route(SchoolListView.PATH)
@PermitAll
public final class SchoolListView extends Page implements BeforeEnterObserver {
    static final String PATH = "schools";

    private final Schools schools;
    private final Regions regions;
    private final Imports imports;
    private final ComboBox<RegionItem> region = new ComboBox<>(text("directory.region"));
    private final TextField words = new TextField(text("directory.words"));
    private final ComboBox<SchoolArea> area = new ComboBox<>(text("directory.area"));
    private final ComboBox<SchoolStage> stage = new ComboBox<>(text("directory.stages"));
    private final Checkbox closed = new Checkbox(text("directory.school.onlyClosed"));
    private final Filters filters = new Filters(words, region, area, stage, closed);
    private final Paragraph status = new Paragraph();
    private final Unread unread = new Unread();
    private final ExportLinks exports = new ExportLinks("schools");
    private final DirectoryTable<School> table;
    private SchoolSearch search = new SchoolSearch(null, "", null, null, false);

    public SchoolListView(Schools schools, Regions regions, Imports imports) {
        this.schools = schools;
        this.regions = regions;
        this.imports = imports;
        title(text("directory.schools"));
        table = new DirectoryTable<School>(
                        text("directory.schools"),
                        text("directory.school.name"),
                        School::getName,
                        SchoolWords::more,
                        SchoolWords::line,
                        this::open)
                .column(text("directory.school.code"), school -> nothingIfNull(school.getSchoolCode()), "8.5rem")
                .column(text("directory.county"), school -> school.getCounty().getName(), "8rem")
                .column(text("directory.area"), school -> SchoolWords.area(school.getArea()), "6rem")
                .column(text("directory.stages"), SchoolWords::stages, "8rem")
                .longColumn(text("directory.school.address"), school -> nothingIfNull(school.getAddress()));
        status.addClassNames("tkf-soft", "tkf-count");
        status.getElement().setAttribute("role", "status");
        prepare();
        add(unread, filters, acts(), exports, status, table);
    }

    private static String nothingIfNull(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void prepare() {
        region.setItems(regions.list());
        region.setItemLabelGenerator(RegionItem::label);
        words.setPlaceholder(text("directory.school.words.example"));
        words.setClearButtonVisible(true);
        // an input method writes half syllables: only a pause counts as a wish
        Typing.pauses(words);
        area.setItems(SchoolArea.values());
        area.setItemLabelGenerator(SchoolWords::area);
        area.setPlaceholder(text("directory.all"));
        area.setClearButtonVisible(true);
        stage.setItems(SchoolStage.values());
        stage.setItemLabelGenerator(SchoolWords::stage);
        stage.setPlaceholder(text("directory.all"));
        stage.setClearButtonVisible(true);
        region.addValueChangeListener(change -> changed(change.isFromClient()));
        words.addValueChangeListener(change -> changed(change.isFromClient()));
        area.addValueChangeListener(change -> changed(change.isFromClient()));
        stage.addValueChangeListener(change -> changed(change.isFromClient()));
        closed.addValueChangeListener(change -> changed(change.isFromClient()));
    }

    private Row acts() {
        var acts = new Row();
        if (SignedIn.current().filter(SchoolListView::mayEnter).isPresent()) {
            acts.add(
                    new Button(
                            text("directory.school.new"),
                            click -> new SchoolForm(schools, null, counties(), this::changedTo).open()),
                    new Button(
                            text("directory.import"),
                            click -> new ImportDialog(imports, ImportTarget.schools(counties()), this::changedTo)
                                    .open()));
        }
        return acts;
    }

    private static boolean mayEnter(SignedIn person) {
        return person.is(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.PROVINCE_OFFICER, Role.ADMINISTRATOR);
    }

    /** Counties of which the person may enter schools. */
    private List<RegionItem> counties() {
        var office = SignedIn.current().flatMap(SignedIn::office).orElse("");
        return regions.list().stream()
                .filter(item -> item.code().length() > 4 && item.code().startsWith(office))
                .toList();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        var wanted = SchoolSearch.read(query);
        if (query.getParameters().isEmpty()) {
            wanted = wanted.in(home());
        }
        unread.say(SchoolSearch.unread(query, code -> regions.find(code).isPresent()));
        var at = Optional.ofNullable(wanted.region()).flatMap(regions::find);
        if (at.isEmpty()) {
            wanted = wanted.in(null);
        }
        region.setValue(at.orElseGet(this::wholeProvince));
        words.setValue(wanted.words());
        area.setValue(wanted.area());
        stage.setValue(wanted.stage());
        closed.setValue(wanted.closed());
        show(wanted);
    }

    /** Code of the region where a person looks first. */
    private static @Nullable String home() {
        return SignedIn.current()
                .flatMap(person -> person.office().or(person::homeCounty))
                .orElse(null);
    }

    private @Nullable RegionItem startingRegion() {
        return Optional.ofNullable(home()).flatMap(regions::find).orElseGet(this::wholeProvince);
    }

    private @Nullable RegionItem wholeProvince() {
        return regions.list().stream().findFirst().orElse(null);
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            var where = region.getValue() == null ? null : region.getValue().code();
            var wanted = new SchoolSearch(
                    where, words.getValue().strip(), area.getValue(), stage.getValue(), closed.getValue());
            getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Location(PATH, wanted.write())));
            show(wanted);
        }
    }

    private void changedTo(String words) {
        Toast.show(words);
        show(search);
    }

    private void show(SchoolSearch wanted) {
        search = wanted;
        exports.show(wanted.write());
        filters.set(
                !Objects.equals(region.getValue(), startingRegion()),
                wanted.area() != null,
                wanted.stage() != null,
                wanted.closed());
        var found = schools.find(wanted);
        var window = new KeysetWindow<School>(
                after -> after == null ? found.first() : schools.findMore(wanted, after),
                after -> after == null ? found.first().after() : schools.findNext(wanted, after));
        table.empty(text(wanted.equals(wanted.cleared()) ? "directory.schools.none" : "directory.schools.nothing"));
        table.setItems(query -> window.fetch(query.getOffset(), query.getLimit()), query -> found.count());
        status.setText(text("directory.schools.count", found.count()));
    }

    private void open(School school) {
        new SchoolCard(schools, school, this::changedTo).open();
    }
}
