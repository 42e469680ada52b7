package org.tongke.frontend.push;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.FormProblems;
import org.tongke.frontend.component.SureDialog;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.Push;
import org.tongke.frontend.contract.types.PushRuleInput;
import org.tongke.frontend.contract.types.Region;
import org.tongke.frontend.contract.types.Resource;
import org.tongke.frontend.directory.RegionItem;

/** Which resource, to which schools, with what words, when. A sheet says what will happen, to whom, before anything is sent. */
final class PlanForm extends Div {
    private static final int LONGEST = 500;

    private final FormProblems problems = new FormProblems();
    private final ComboBox<Resource> resource = new ComboBox<>(text("push.resource"));
    private final TextArea note = new TextArea(text("push.note"));
    private final WhenField when = new WhenField();
    private final List<Resource> offered;
    private final RuleForm rule;
    private final PreviewCard preview;
    private UUID id = UUID.randomUUID();
    private Planning.@Nullable Said asked;

    /** @param regions all regions, of which the centre's own and those below are offered */
    PlanForm(Planning planning, Region centre, List<RegionItem> regions) {
        var choices = planning.choices(centre);
        offered = new ArrayList<>(choices.resources());
        preview = new PreviewCard(planning, centre);
        rule = new RuleForm(centre, regions, choices, problems, () -> preview.show(rule()));
        addClassNames("tkf-stack", "tkf-share");
        problems.field("resourceId", resource).setItemLabelGenerator(Resource::getTitle);
        resource.setItems(offered);
        resource.setRequiredIndicatorVisible(true);
        resource.setHelperText(text(offered.isEmpty() ? "push.resource.none" : "push.resource.which"));
        problems.field("note", note).setMaxLength(LONGEST);
        add(card("push.what", resource, note), card("push.rule", rule), preview, card("push.when", when));
    }

    private PushRuleInput rule() {
        return rule.rule();
    }

    private static Section card(String name, Component... fields) {
        var part = new Div(fields);
        part.addClassName("tkf-form-part");
        var card = new Section(new H2(text(name)), part);
        card.addClassName("tkf-card");
        return card;
    }

    /** Chooses a resource by its id, if it is one that the centre may give. */
    void choose(String resourceId) {
        offered.stream()
                .filter(one -> one.getId().equals(resourceId))
                .findFirst()
                .ifPresent(resource::setValue);
    }

    /** What a push is now. */
    void show(Push push) {
        var given = push.getResource();
        if (given != null) {
            if (offered.stream().noneMatch(one -> one.getId().equals(given.getId()))) {
                // one that is no longer among the newest may stay
                offered.add(given);
                resource.setItems(offered);
            }
            choose(given.getId());
        }
        note.setValue(Objects.requireNonNullElse(push.getNote(), ""));
        when.show(push.getSendAt());
        rule.show(push.getRule());
    }

    /**
     * Says what is done at the end.
     *
     * @param words the word on the button that does it
     */
    void onSend(String words, PlanView.Send send) {
        preview.show(rule.rule());
        var next = new Button(text("push.next"));
        next.addThemeName("primary");
        Taps.act(next, () -> ask(words, send));
        add(problems, next);
    }

    private void ask(String words, PlanView.Send send) {
        problems.clear();
        var chosen = resource.getValue();
        if (chosen == null) {
            resource.setErrorMessage(text("push.resource.needed"));
            resource.setInvalid(true);
            resource.focus();
        } else if (preview.schools() == 0) {
            problems.say(text("push.preview.nobody.why"));
        } else if (!preview.isConfirmed()) {
            problems.say(text("push.everybody.needed"));
        } else if (when.problem().isPresent()) {
            problems.say(when.problem().get());
        } else {
            sure(chosen, said(chosen), words, send);
        }
    }

    private Planning.Said said(Resource chosen) {
        return new Planning.Said(
                chosen.getId(),
                rule.rule(),
                note.getValue().isBlank() ? null : note.getValue(),
                when.at().orElse(null),
                preview.isEverybody());
    }

    private void sure(Resource chosen, Planning.Said said, String words, PlanView.Send send) {
        if (!said.equals(asked)) {
            asked = said;
            id = UUID.randomUUID();
        }
        new SureDialog(text("push.sure"), words, () -> send.send(said, id))
                .saying(when.at()
                        .map(at -> text("push.sure.at", chosen.getTitle(), PushWords.at(at)))
                        .orElseGet(() -> text("push.sure.now", chosen.getTitle())))
                .saying(text("push.sure.whom", preview.schools(), preview.teachers()))
                .saying(text("push.sure.then"))
                .open();
    }
}
