package org.tongke.frontend.activity;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.FormProblems;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.ActivityKind;
import org.tongke.frontend.contract.types.PutActivityKindInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Says what a kind of activity is: its code, which stays for ever, its names, and what is asked of its activities. */
final class KindDialog extends Dialog {
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_SCHEMA = 20_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final String EXAMPLE = """
            {
              "type": "object",
              "properties": {
                "topic": {
                  "title": "主题", "x-title-en": "Topic",
                  "type": "string", "maxLength": 100
                },
                "form": {
                  "title": "形式", "x-title-en": "Form",
                  "oneOf": [
                    {"const": "TALK", "title": "讲座", "x-title-en": "Talk"},
                    {"const": "VISIT", "title": "观摩", "x-title-en": "Visit"}
                  ]
                }
              },
              "required": ["topic"],
              "additionalProperties": false
            }
            """;

    private final FormProblems problems = new FormProblems();
    private final TextField code = problems.field("code", new TextField(text("activity.kind.code")));
    private final TextField nameZh = problems.field("nameZh", new TextField(text("activity.kind.nameZh")));
    private final TextField nameEn = problems.field("nameEn", new TextField(text("activity.kind.nameEn")));
    private final Checkbox subject = new Checkbox(text("activity.kind.subjectRequired"));
    private final TextArea schema = problems.field("attributesSchema", new TextArea(text("activity.kind.schema")));

    /** @param before the kind that is changed; null for a new one */
    KindDialog(@Nullable ActivityKind before, Kinds kinds, Runnable done) {
        setHeaderTitle(before == null ? text("activity.kind.new") : text("activity.kind.edit.of", before.getName()));
        setWidth("min(40rem, calc(100vw - 1rem))");
        code.setMaxLength(LONGEST_CODE);
        code.setHelperText(text("activity.kind.code.means"));
        nameZh.setMaxLength(LONGEST_NAME);
        nameEn.setMaxLength(LONGEST_NAME);
        schema.setMaxLength(LONGEST_SCHEMA);
        schema.setHelperText(text("activity.kind.schema.means"));
        schema.setMinRows(6);
        schema.addClassName("tkf-code");
        for (var field : new TextField[] {code, nameZh, nameEn}) {
            field.setWidthFull();
        }
        schema.setWidthFull();
        if (before != null) {
            code.setValue(before.getCode());
            code.setReadOnly(true);
            nameZh.setValue(before.getNameZh());
            nameEn.setValue(before.getNameEn());
            subject.setValue(before.getSubjectRequired());
            schema.setValue(before.getAttributes().isEmpty() ? "" : pretty(before.getAttributesSchema()));
        }
        var shown = new Pre(EXAMPLE);
        shown.addClassName("tkf-payload");
        var example = new NativeDetails(text("activity.kind.schema.example"), shown);
        var form = new Div(code, nameZh, nameEn, subject, schema, example, problems);
        form.addClassNames("tkf-page", "tkf-stack");
        add(form);
        var save = new Button(text("activity.kind.save"));
        save.addThemeName("primary");
        Taps.act(save, () -> {
            problems.clear();
            try {
                kinds.put(said(before));
                close();
                done.run();
            } catch (RefusedException refused) {
                problems.say(refused);
            }
        });
        getFooter().add(new Button(text("shell.cancel"), click -> close()), save);
    }

    private PutActivityKindInput said(@Nullable ActivityKind before) {
        return PutActivityKindInput.newBuilder()
                .code(code.getValue().strip())
                .nameZh(nameZh.getValue())
                .nameEn(nameEn.getValue())
                .subjectRequired(subject.getValue())
                .attributesSchema(schema.getValue().isBlank() ? null : schema.getValue())
                .expectedRevision(before == null ? null : before.getRevision())
                .build();
    }

    private static String pretty(String json) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(json));
        } catch (JacksonException unreadable) {
            return json;
        }
    }
}
