package org.tongke.frontend.community;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.Roster;

/** Says what handing a roster in means, and asks for the head of the form, filled in as far as it is known. */
final class SubmitDialog extends Dialog {
    private static final int LONGEST = 60;

    private final Paragraph refusal = new Paragraph();

    SubmitDialog(Rosters rosters, Roster roster, String me, Runnable done) {
        var unit = field(
                "roster.unit", roster.getForm().getUnit(), roster.getCounty().getName() + "教育局");
        var person = field("roster.person", roster.getForm().getPerson(), me);
        var phone = field("roster.phone", roster.getForm().getPhone(), "");
        setHeaderTitle(text("roster.submit"));
        refusal.addClassName("tkf-refusal");
        refusal.getElement().setAttribute("role", "alert");
        add(
                new Paragraph(text(
                        "roster.submit.means",
                        roster.getCommunityCount(),
                        roster.getMemberCount(),
                        roster.getPairedCount())),
                unit,
                person,
                phone,
                refusal);
        var yes = new Button(text("roster.submit"));
        yes.addThemeName("primary");
        Taps.act(yes, () -> {
            try {
                rosters.submit(roster, unit.getValue(), person.getValue(), phone.getValue());
                close();
                done.run();
            } catch (RefusedException refused) {
                refusal.setText(refused.words());
            }
        });
        getFooter().add(new Button(text("roster.cancel"), click -> close()), yes);
        setWidth("min(34rem, calc(100vw - 2rem))");
    }

    private static TextField field(String label, @Nullable String value, String otherwise) {
        var field = new TextField(text(label));
        field.setValue(value == null ? otherwise : value);
        field.setMaxLength(LONGEST);
        field.setWidthFull();
        return field;
    }
}
