package org.tongke.frontend.resource;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.tongke.frontend.component.FormProblems;
import org.tongke.frontend.contract.types.Resource;
import org.tongke.frontend.contract.types.ResourceContentInput;

/** Adds a version, which takes the place of the one before. */
final class VersionDialog extends Dialog {
    private static final int LONGEST = 500;

    /** All that is said, as it is compared with what was asked for before. */
    private record Said(ResourceContentInput content, String note) {}

    /** @param done called when it is there, with what to say of it */
    VersionDialog(Sharing sharing, Resource resource, Consumer<String> done) {
        setHeaderTitle(text("resource.version.new"));
        setWidth("min(36rem, calc(100vw - 1rem))");
        var problems = new FormProblems();
        var content = new ContentForm(problems, name -> {});
        var note = problems.field("note", new TextField(text("resource.version.note")));
        note.setMaxLength(LONGEST);
        note.setWidthFull();
        var body = new Div(new Paragraph(text("resource.version.means")), content, note, problems);
        body.addClassNames("tkf-page", "tkf-stack");
        add(body);
        var add = new Button(text("resource.version.add"));
        add.addThemeName("primary");
        var steps = new ShareSteps(sharing, content.file(), problems, add, id -> {
            close();
            done.accept(text("resource.version.done"));
        });
        add.addClickListener(click -> content.content()
                .ifPresentOrElse(
                        given -> steps.go(
                                new Said(given, note.getValue()),
                                (id, said) -> sharing.addVersion(id, resource, said.content(), said.note())),
                        () -> problems.say(text("resource.content.needed"))));
        getFooter().add(new Button(text("resource.cancel"), click -> close()), add);
    }
}
