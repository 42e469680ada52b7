package org.tongke.frontend.component;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** The same program in several languages, of which one is shown. The programs are the files that are tested. */
public final class Programs extends Section {
    private final Pre code = new Pre();
    private final Paragraph how = new Paragraph();
    private final String folder;
    private Program shown;

    /**
     * A program of the samples.
     *
     * @param file its name in the folder of its guide
     * @param command how to run it
     */
    public record Program(String language, String file, String command) {}

    /**
     * @param heading what the programs do
     * @param folder folder of the samples
     * @param programs at least one; the first is shown
     */
    public Programs(String heading, String folder, List<Program> programs) {
        this.folder = folder;
        this.shown = programs.getFirst();
        addClassName("tkf-card");
        var languages = new Choice(text("shell.program.language"));
        programs.forEach(
                program -> languages.value(program, program.language(), null, program.equals(shown), this::show));
        code.addClassName("tkf-payload");
        code.getElement().setAttribute("tabindex", "0");
        var copy = new CopyButton(
                text("shell.program.copy"),
                () -> source(folder, shown.file()),
                () -> text("shell.program.copied", shown.file()));
        add(new H2(heading), languages, how, new Row(copy), code);
        show(shown);
    }

    /** Puts a component right under the heading. */
    public Programs saying(Component words) {
        addComponentAtIndex(1, words);
        return this;
    }

    /** The text of a file of the samples. */
    public static String source(String folder, String file) {
        try {
            return new ClassPathResource("samples/" + folder + "/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private void show(Program program) {
        shown = program;
        how.setText(text("shell.program.run", program.file(), program.command()));
        code.setText(source(folder, program.file()));
    }
}
