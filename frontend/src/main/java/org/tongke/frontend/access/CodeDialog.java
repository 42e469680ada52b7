package org.tongke.frontend.access;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.CopyButton;

/** Shows a secret this once. It does not close by a tap beside it. */
final class CodeDialog extends Dialog {
    private CodeDialog(String title, String once) {
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        add(new Paragraph(once));
        setMaxWidth("min(34rem, calc(100vw - 2rem))");
    }

    /** @param code the start code; null if it was told before */
    static CodeDialog startCode(String name, String signInName, @Nullable String code) {
        var dialog = new CodeDialog(
                text("access.code.title", name), text(code == null ? "access.code.gone" : "access.code.once"));
        dialog.add(new Paragraph(text("access.code.signInName", signInName)));
        return code == null ? dialog.closable() : dialog.secret(code, text("access.code.copy"));
    }

    /** @param secret the token; null if it was told before */
    static CodeDialog token(String name, @Nullable String secret) {
        var dialog = new CodeDialog(
                text("access.token.title", name), text(secret == null ? "access.token.gone" : "access.token.once"));
        return secret == null ? dialog.closable() : dialog.secret(secret, text("access.token.copy"));
    }

    private CodeDialog secret(String secret, String copyWords) {
        var shown = new Code(secret);
        shown.addClassName("tkf-address");
        add(shown);
        getFooter().add(new CopyButton(copyWords, secret, text("access.code.copied")));
        return closable();
    }

    private CodeDialog closable() {
        var close = new Button(text("access.account.closeDialog"), click -> close());
        close.addThemeName("primary");
        getFooter().add(close);
        return this;
    }
}
