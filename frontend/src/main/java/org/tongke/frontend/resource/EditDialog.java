package org.tongke.frontend.resource;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Consumer;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.FormProblems;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.Community;
import org.tongke.frontend.contract.types.Resource;

/** Says otherwise what a resource is, and with whom it is shared. */
final class EditDialog extends Dialog {
    /** @param done called when something was changed, with what to say of it */
    EditDialog(Sharing sharing, Resource resource, Consumer<String> done) {
        setHeaderTitle(text("resource.edit"));
        setWidth("min(40rem, calc(100vw - 1rem))");
        var problems = new FormProblems();
        var choices = sharing.choices();
        var facts = new FactsForm(choices, problems);
        List<Community> ofSchool =
                resource.getSchool() == null ? choices.communities() : choices.of(resource.getSchool());
        facts.show(resource, ofSchool);
        var body = new Div(facts, problems);
        body.addClassNames("tkf-page", "tkf-stack");
        add(body);
        var save = new Button(text("resource.save"));
        save.addThemeName("primary");
        Taps.act(save, () -> {
            problems.clear();
            try {
                sharing.edit(resource, facts.facts(), facts.groups());
                close();
                done.accept(text("resource.saved"));
            } catch (RefusedException refused) {
                problems.say(refused);
            }
        });
        getFooter().add(new Button(text("resource.cancel"), click -> close()), save);
    }
}
