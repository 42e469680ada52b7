package org.tongke.frontend.access;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.contract.types.GrantableRole;
import org.tongke.frontend.contract.types.Region;
import org.tongke.frontend.contract.types.Role;
import org.tongke.frontend.contract.types.RoleGrant;
import org.tongke.frontend.contract.types.School;
import org.tongke.frontend.contract.types.Supplier;

/** A role and where it holds, filled in as far as the caller's own place tells. */
final class RoleFields extends Div {
    /** Something that is chosen by its name. */
    record Choice(String id, String name) {}

    private final OfficeAccounts accounts;
    private final Select<GrantableRole> role = new Select<>();
    private final ComboBox<Choice> place = new ComboBox<>();
    private final Select<Choice> supplier = new Select<>();

    RoleFields(OfficeAccounts accounts) {
        this.accounts = accounts;
        var roles = accounts.listGrantable();
        role.setLabel(text("access.accounts.role"));
        role.setItems(roles);
        role.setItemLabelGenerator(GrantableRole::getLabel);
        role.setWidthFull();
        place.setItemLabelGenerator(Choice::name);
        place.setWidthFull();
        supplier.setLabel(text("access.role.supplier"));
        supplier.setItemLabelGenerator(Choice::name);
        supplier.setWidthFull();
        role.addValueChangeListener(change -> fit());
        add(role, place, supplier);
        if (!roles.isEmpty()) {
            role.setValue(roles.getFirst());
        }
    }

    /** Offers the places where the chosen role can hold. */
    private void fit() {
        var chosen = role.getValue();
        place.setVisible(
                chosen != null && (chosen.getAtSchool() || !chosen.getRegions().isEmpty()));
        supplier.setVisible(chosen != null && chosen.getOfSupplier());
        if (chosen == null) {
            return;
        }
        place.clear();
        if (chosen.getAtSchool()) {
            place.setLabel(text("access.role.school"));
            offerSchools();
        } else {
            place.setLabel(text("access.role.place"));
            offer(chosen.getRegions().stream().map(RoleFields::choice).toList());
        }
        if (chosen.getOfSupplier()) {
            supplier.setItems(
                    accounts.listSuppliers().stream().map(RoleFields::choice).toList());
        }
    }

    private void offerSchools() {
        offerSchools(place, accounts);
    }

    /** Offers the own schools of a clerk, and to an office those of its region by what is typed. */
    static void offerSchools(ComboBox<Choice> place, OfficeAccounts accounts) {
        var own = ownSchools();
        var office = SignedIn.current().flatMap(RoleFields::officeId);
        if (office.isEmpty() && !own.isEmpty()) {
            offer(place, own);
            return;
        }
        place.setItems(query -> accounts
                .findSchools(office.orElse(null), query.getFilter().orElse(""))
                .stream()
                .map(RoleFields::choice)
                .skip(query.getOffset())
                .limit(query.getLimit()));
    }

    private void offer(List<Choice> choices) {
        offer(place, choices);
    }

    private static void offer(ComboBox<Choice> place, List<Choice> choices) {
        place.setItems(choices);
        if (choices.size() == 1) {
            place.setValue(choices.getFirst());
        }
    }

    private static List<Choice> ownSchools() {
        return SignedIn.current().stream()
                .flatMap(person -> person.account().getRoles().stream())
                .filter(grant -> grant.getRole() == Role.CLERK)
                .flatMap(grant -> grant.getPlace() instanceof School school
                        ? Optional.of(choice(school)).stream()
                        : Optional.<Choice>empty().stream())
                .toList();
    }

    private static Optional<String> officeId(SignedIn person) {
        return person.account().getRoles().stream()
                .map(RoleGrant::getPlace)
                .flatMap(where -> where instanceof Region region
                        ? Optional.of(region.getId()).stream()
                        : Optional.<String>empty().stream())
                .findFirst();
    }

    private static Choice choice(Region region) {
        return new Choice(region.getId(), region.getName());
    }

    private static Choice choice(School school) {
        return new Choice(school.getId(), school.getName());
    }

    private static Choice choice(Supplier one) {
        return new Choice(one.getId(), one.getName());
    }

    @Nullable
    Role role() {
        return role.getValue() == null ? null : role.getValue().getRole();
    }

    /** Role and place in words. */
    String words() {
        var where = place.getValue() == null ? "" : " · " + place.getValue().name();
        return role.getValue() == null ? "" : role.getValue().getLabel() + where;
    }

    @Nullable
    String placeId() {
        return place.isVisible() && place.getValue() != null ? place.getValue().id() : null;
    }

    @Nullable
    String supplierId() {
        return supplier.isVisible() && supplier.getValue() != null
                ? supplier.getValue().id()
                : null;
    }

    /** Says what is wrong at the field that it is about; false if it is about none of these. */
    boolean complain(List<String> path, String words) {
        if (path.contains("placeId")) {
            place.setErrorMessage(words);
            place.setInvalid(true);
            place.focus();
            return true;
        }
        if (path.contains("role") || path.contains("supplierId")) {
            var field = path.contains("role") ? role : supplier;
            field.setErrorMessage(words);
            field.setInvalid(true);
            return true;
        }
        return false;
    }
}
