package org.tongke.frontend.exchange;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;
import org.tongke.frontend.component.Choice;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Toast;

/** 接入说明: from a supplier's token to its first lesson. The programs are the files that are tested. */
@Route("developers/suppliers")
@PermitAll
public final class SupplierGuideView extends Page {
    private static final int STEPS = 4;
    private static final int RULES = 8;
    private static final List<Sample> SAMPLES = List.of(
            new Sample("curl", "first-lesson.sh", "bash first-lesson.sh"),
            new Sample("Java", "FirstLesson.java", "java FirstLesson.java"),
            new Sample("JavaScript", "first-lesson.mjs", "node first-lesson.mjs"),
            new Sample("Python", "first_lesson.py", "python3 first_lesson.py"));

    private final Pre code = new Pre();
    private final Paragraph how = new Paragraph();
    private Sample shown = SAMPLES.getFirst();

    private record Sample(String language, String file, String command) {

        String source() {
            try {
                return new ClassPathResource("samples/suppliers/" + file).getContentAsString(StandardCharsets.UTF_8);
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }
    }

    public SupplierGuideView() {
        title(text("exchange.guide.title"));
        line(text("exchange.guide.line"));
        var steps = new OrderedList();
        IntStream.rangeClosed(1, STEPS)
                .mapToObj(step -> new ListItem(text("exchange.guide.step." + step)))
                .forEach(steps::add);
        var rules = new UnorderedList();
        IntStream.rangeClosed(1, RULES)
                .mapToObj(rule -> new ListItem(text("exchange.guide.rule." + rule)))
                .forEach(rules::add);
        add(card("exchange.guide.steps", steps), program(), card("exchange.guide.rules", rules), ways());
        show(shown);
    }

    private static Section card(String heading, Component content) {
        var card = new Section(new H2(text(heading)), content);
        card.addClassName("tkf-card");
        return card;
    }

    private Section program() {
        var languages = new Choice(text("exchange.guide.language"));
        SAMPLES.forEach(sample -> languages.value(sample, sample.language(), null, sample.equals(shown), this::show));
        code.addClassName("tkf-payload");
        code.getElement().setAttribute("tabindex", "0");
        var copy = new Button(text("exchange.guide.copy"), click -> {
            getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", shown.source());
            Toast.show(text("exchange.guide.copied", shown.file()));
        });
        var row = new Row(copy);
        var card = new Section(new H2(text("exchange.guide.program")), languages, how, row, code);
        card.addClassName("tkf-card");
        return card;
    }

    private void show(Sample sample) {
        shown = sample;
        how.setText(text("exchange.guide.run", sample.file(), sample.command()));
        code.setText(sample.source());
    }

    private static Section ways() {
        var list = new UnorderedList(
                new ListItem(Links.to("/exchange", text("exchange.guide.health"))),
                new ListItem(Links.out("/schema.graphqls", text("exchange.guide.schema"))));
        list.addClassName("tkf-plain-list");
        return card("exchange.guide.next", list);
    }
}
