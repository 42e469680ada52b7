package org.tongke.frontend.verification.review;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** Which key does what, and how to switch single keys off. */
final class HelpDialog extends Dialog {
    private static final List<String> KEYS = List.of("J", "K", "Z", "P", "B", "N");

    HelpDialog(ReviewKeys keys) {
        setHeaderTitle(text("verification.review.help"));
        var list = new DescriptionList();
        list.addClassName("tkf-keys");
        for (var key : KEYS) {
            list.add(new Div(
                    new DescriptionList.Term(text("verification.review.key." + key + ".name")),
                    new DescriptionList.Description(text("verification.review.key." + key))));
        }
        add(list, new Paragraph(text("verification.review.keys.why")));
        getFooter()
                .add(
                        new Button(text("verification.review.keys.off"), click -> {
                            keys.switchKeys(false);
                            close();
                        }),
                        new Button(text("verification.review.keys.on"), click -> {
                            keys.switchKeys(true);
                            close();
                        }));
        setMaxWidth("min(30rem, calc(100vw - 2rem))");
    }
}
