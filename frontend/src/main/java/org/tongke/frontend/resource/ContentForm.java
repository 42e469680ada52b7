package org.tongke.frontend.resource;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Consumer;
import org.tongke.frontend.component.Choice;
import org.tongke.frontend.component.FormProblems;
import org.tongke.frontend.contract.types.ResourceContentInput;
import org.tongke.frontend.contract.types.ResourceFileInput;
import org.tongke.frontend.contract.types.ResourceLinkInput;

/** What is shared: a file, or a link. */
final class ContentForm extends Div {
    private static final int LONGEST_URL = 2_000;

    private final SendFile file;
    private final Div fileFields;
    private final TextField url = new TextField(text("resource.url"));
    private final Checkbox video = new Checkbox(text("resource.video"));
    private final Div linkFields = new Div(url, video);
    private boolean link;

    /** @param named called with the name of each file that is chosen */
    ContentForm(FormProblems problems, Consumer<String> named) {
        addClassName("tkf-form-part");
        file = new SendFile(() -> chosen().map(ResourceFileInput::getFileName).ifPresent(named));
        var rule = new Paragraph(text("resource.file.rule"));
        rule.addClassName("tkf-soft");
        fileFields = new Div(file, rule);
        fileFields.addClassName("tkf-form-part");
        linkFields.addClassName("tkf-form-part");
        problems.field("url", url);
        url.setMaxLength(LONGEST_URL);
        url.setPlaceholder("https://");
        url.setHelperText(text("resource.url.rule"));
        add(
                new Choice(text("resource.content"))
                        .value(false, text("resource.content.file"), null, true, this::turn)
                        .value(true, text("resource.content.link"), null, false, this::turn),
                fileFields,
                linkFields);
        turn(false);
    }

    private void turn(boolean toLink) {
        link = toLink;
        fileFields.setVisible(!toLink);
        linkFields.setVisible(toLink);
    }

    private Optional<ResourceFileInput> chosen() {
        return file.chosen();
    }

    /** What is given; empty if no file is chosen, or no address is written. */
    Optional<ResourceContentInput> content() {
        if (link) {
            return url.getValue().isBlank()
                    ? Optional.empty()
                    : Optional.of(ResourceContentInput.newBuilder()
                            .link(ResourceLinkInput.newBuilder()
                                    .url(url.getValue().strip())
                                    .video(video.getValue())
                                    .build())
                            .build());
        }
        return chosen().map(one -> ResourceContentInput.newBuilder().file(one).build());
    }

    SendFile file() {
        return file;
    }
}
