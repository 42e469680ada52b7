package org.tongke.frontend.component;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.types.UserError;

/** What is to be mended in a form: beside the field that it is about, or below all of them. */
public final class FormProblems extends Paragraph {
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    public FormProblems() {
        addClassName("tkf-wrong");
        getElement().setAttribute("role", "alert");
    }

    /** A field, by the last name of the path that the backend calls it by. */
    public <F extends HasValidation> F field(String name, F field) {
        fields.put(name, field);
        return field;
    }

    /** As long as nothing is to be mended. */
    public void clear() {
        fields.values().forEach(field -> field.setInvalid(false));
        setText("");
    }

    /** Says something that is not about one field. */
    public void say(String words) {
        setText(words);
    }

    /** Says something that is about one field. */
    public void say(String field, String words) {
        say(Objects.requireNonNull(fields.get(field)), words);
    }

    /** Says what was refused. */
    public void say(RefusedException refused) {
        var others = new ArrayList<UserError>();
        for (var error : refused.errors()) {
            var field = error.getPath().isEmpty()
                    ? null
                    : fields.get(error.getPath().getLast());
            if (field == null) {
                others.add(error);
            } else {
                say(field, error.getMessage());
            }
        }
        setText(others.stream().map(UserError::getMessage).collect(Collectors.joining(" ")));
    }

    private static void say(HasValidation field, String words) {
        field.setErrorMessage(words);
        field.setInvalid(true);
        if (field instanceof Focusable<?> first) {
            first.focus();
        }
    }
}
