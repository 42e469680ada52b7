package org.tongke.frontend.directory;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.DayPicker;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.Datum;
import org.tongke.frontend.contract.types.School;
import org.tongke.frontend.contract.types.SchoolArea;
import org.tongke.frontend.contract.types.SchoolFormInput;
import org.tongke.frontend.contract.types.SchoolStage;
import org.tongke.frontend.contract.types.UserError;

/** Enters a school, or says otherwise what one is. What is refused is said at its field. */
final class SchoolForm extends Dialog {
    private final Schools schools;
    private final @Nullable School school;
    private final UUID fresh = UUID.randomUUID();
    private final ComboBox<RegionItem> county = new ComboBox<>(text("directory.county"));
    private final TextField name = new TextField(text("directory.school.name"));
    private final Checkbox correction = new Checkbox(text("directory.school.correction"));
    private final DayPicker renamedOn = new DayPicker(text("directory.school.renamedOn"));
    private final ComboBox<SchoolArea> area = new ComboBox<>(text("directory.area"));
    private final TextField code = new TextField(text("directory.school.code"));
    private final CheckboxGroup<SchoolStage> stages = new CheckboxGroup<>(text("directory.stages"));
    private final ComboBox<School> campusOf = new ComboBox<>(text("directory.school.campusOf"));
    private final TextField address = new TextField(text("directory.school.address"));
    private final NumberField latitude = new NumberField(text("directory.school.latitude"));
    private final NumberField longitude = new NumberField(text("directory.school.longitude"));
    private final ComboBox<Datum> datum = new ComboBox<>(text("directory.school.datum"));
    private final Paragraph wrong = new Paragraph();
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    /**
     * @param school the school; null for a new one
     * @param counties counties of which a new one can be
     * @param done called when something was entered, with what to say of it
     */
    SchoolForm(Schools schools, @Nullable School school, List<RegionItem> counties, Consumer<String> done) {
        this.schools = schools;
        this.school = school;
        setHeaderTitle(school == null ? text("directory.school.new") : school.getName());
        county.setItems(counties);
        county.setItemLabelGenerator(RegionItem::label);
        county.setVisible(school == null);
        if (counties.size() == 1) {
            county.setValue(counties.getFirst());
        }
        fill();
        var form = new Div(county, name, renaming(), area, code, stages, campusOf, address, position());
        form.addClassName("tkf-form");
        wrong.addClassName("tkf-wrong");
        wrong.getElement().setAttribute("role", "alert");
        wrong.setVisible(false);
        add(form, wrong);
        fields.putAll(Map.of(
                "countyId",
                county,
                "name",
                name,
                "area",
                area,
                "schoolCode",
                code,
                "campusOfId",
                campusOf,
                "address",
                address));
        fields.putAll(Map.of("latitude", latitude, "longitude", longitude, "datum", datum, "renamedOn", renamedOn));
        var save = new Button(text(school == null ? "directory.school.enter" : "directory.school.save"));
        save.addThemeNames("primary");
        Taps.act(save, () -> save(done));
        getFooter().add(new Button(text("directory.cancel"), click -> close()), save);
        setWidth("min(44rem, calc(100vw - 2rem))");
    }

    private void fill() {
        name.setMaxLength(60);
        name.setRequiredIndicatorVisible(true);
        name.setHelperText(text("directory.school.name.help"));
        area.setItems(SchoolArea.values());
        area.setItemLabelGenerator(SchoolWords::area);
        area.setRequiredIndicatorVisible(true);
        code.setMaxLength(10);
        code.setHelperText(text("directory.school.code.help"));
        stages.setItems(SchoolStage.values());
        stages.setItemLabelGenerator(SchoolWords::stage);
        campusOf.setItems(query -> schools.suggest(null, query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        campusOf.setItemLabelGenerator(School::getName);
        campusOf.setClearButtonVisible(true);
        address.setMaxLength(200);
        datum.setItems(Datum.values());
        datum.setItemLabelGenerator(one -> text("directory.datum." + one.name().toLowerCase(Locale.ROOT)));
        if (school != null) {
            name.setValue(school.getName());
            area.setValue(school.getArea());
            code.setValue(school.getSchoolCode() == null ? "" : school.getSchoolCode());
            stages.setValue(Set.copyOf(school.getStages()));
            campusOf.setValue(school.getCampusOf());
            address.setValue(school.getAddress() == null ? "" : school.getAddress());
            if (school.getPosition() != null) {
                latitude.setValue(school.getPosition().getLatitude());
                longitude.setValue(school.getPosition().getLongitude());
                datum.setValue(school.getPosition().getDatum());
            }
        }
    }

    /** Asked only where the name is another one. */
    private Div renaming() {
        var renaming = new Div(renamedOn, correction);
        renaming.addClassName("tkf-form-part");
        renaming.setVisible(false);
        renamedOn.setHelperText(text("directory.school.renamedOn.help"));
        name.addValueChangeListener(change ->
                renaming.setVisible(school != null && !change.getValue().strip().equals(school.getName())));
        correction.addValueChangeListener(change -> renamedOn.setEnabled(!change.getValue()));
        return renaming;
    }

    private NativeDetails position() {
        var parts = new Div(latitude, longitude, datum);
        parts.addClassName("tkf-form-part");
        var details = new NativeDetails(text("directory.school.position"), parts);
        details.setOpen(school != null && school.getPosition() != null);
        return details;
    }

    private void save(Consumer<String> done) {
        fields.values().forEach(field -> field.setInvalid(false));
        wrong.setVisible(false);
        if (isIncomplete()) {
            return;
        }
        try {
            if (school != null) {
                schools.edit(school, form(), renamedOn.getValue(), correction.getValue());
                done.accept(text("directory.school.saved", name.getValue()));
            } else {
                schools.put(fresh, county.getValue().id(), form());
                done.accept(text("directory.school.entered", name.getValue()));
            }
            close();
        } catch (RefusedException refused) {
            refused.errors().forEach(this::say);
        }
    }

    /** Says what is missing, all at once. */
    private boolean isIncomplete() {
        var missing = new ArrayList<String>();
        if (school == null && county.getValue() == null) {
            missing.add("countyId");
        }
        if (name.getValue().isBlank()) {
            missing.add("name");
        }
        if (area.getValue() == null) {
            missing.add("area");
        }
        missing.forEach(path -> say(path, text("directory.needed")));
        return !missing.isEmpty();
    }

    private SchoolFormInput form() {
        return SchoolFormInput.newBuilder()
                .name(name.getValue())
                .area(area.getValue())
                .schoolCode(code.getValue())
                .stages(stages.getValue().stream().sorted().toList())
                .campusOfId(
                        campusOf.getValue() == null ? null : campusOf.getValue().getId())
                .address(address.getValue())
                .latitude(latitude.getValue())
                .longitude(longitude.getValue())
                .datum(datum.getValue())
                .build();
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
