package org.tongke.frontend.developer;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Programs;
import org.tongke.frontend.component.Row;

/**
 * A token by one tap, and the first question, as a command to be pasted and as a button. Both happen in the browser: the token never comes to this
 * server's pages. The command is the tested file {@code first.sh}.
 */
@Tag("tk-first-answer")
@JsModule("context://flow/first-answer.js")
final class FirstAnswer extends HtmlContainer {
    private static final Pattern BODY = Pattern.compile("-d \"(.*)\"\\s*$");

    /** @param open whether the server gives tokens to anybody */
    FirstAnswer(boolean open) {
        addClassName("tkf-stack");
        var command = command(Programs.source("developers", "first.sh"));
        say("copied");
        say("copy-by-hand");
        say("until");
        say("took");
        say("ended");
        say("failed");
        getElement().setAttribute("data-command", command);
        getElement().setAttribute("data-body", body(command));
        add(open ? token() : noToken(), question(command));
    }

    private void say(String word) {
        getElement().setAttribute("data-" + word, text("developer.first." + word, "{0}"));
    }

    /** What is to be pasted: all lines that are no comments. */
    static String command(String file) {
        return file.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
    }

    /** What the command sends. */
    static String body(String command) {
        var found = BODY.matcher(command);
        if (!found.find()) {
            throw new IllegalArgumentException("a command that sends nothing: " + command);
        }
        return found.group(1).replace("\\\"", "\"");
    }

    private static Section token() {
        var secret = new Code();
        secret.addClassNames("tkf-address", "tkf-secret");
        var until = new Paragraph();
        until.addClassNames("tkf-soft", "tkf-until");
        var shown = new Row(secret, button("copy-token", "copyToken", false));
        shown.addClassName("tkf-shown-token");
        shown.getElement().setAttribute("hidden", true);
        until.getElement().setAttribute("role", "status");
        return card(
                text("developer.step.token"),
                new Paragraph(text("developer.step.token.why")),
                new Row(button("get", "get", true)),
                shown,
                until);
    }

    private static Section noToken() {
        return card(
                text("developer.step.token"),
                new Paragraph(text("developer.step.token.closed")),
                new Row(Links.button(Links.to("/tokens", text("developer.tokens")))));
    }

    private static Section question(String command) {
        var pasted = new Pre(command);
        pasted.addClassNames("tkf-payload", "tkf-command");
        pasted.getElement().setAttribute("tabindex", "0");
        var answer = new Pre();
        answer.addClassNames("tkf-payload", "tkf-answer");
        answer.getElement().setAttribute("tabindex", "0").setAttribute("hidden", true);
        var took = new Paragraph();
        took.addClassNames("tkf-soft", "tkf-took");
        took.getElement().setAttribute("role", "status");
        return card(
                text("developer.step.question"),
                new Paragraph(text("developer.step.question.why")),
                pasted,
                new Row(button("copy-command", "copyCommand", false), button("run", "run", true)),
                took,
                answer);
    }

    private static NativeButton button(String act, String words, boolean strong) {
        var button = new NativeButton(text("developer.first." + words));
        button.addClassName("tkf-button");
        if (!strong) {
            button.addClassName("tkf-calm");
        }
        button.getElement().setAttribute("data-act", act);
        return button;
    }

    private static Section card(String heading, Component... content) {
        var card = new Section(new H2(heading));
        card.addClassName("tkf-card");
        card.add(content);
        return card;
    }
}
