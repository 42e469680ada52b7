package org.tongke.frontend.community;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Consumer;
import org.tongke.frontend.component.Choice;
import org.tongke.frontend.contract.types.Programme;

/** Which year a page is about; nothing where there is but one. */
public final class ProgrammeChoice extends Div {

    /**
     * @param shown short name of the one that the page shows
     * @param choose called with the short name of the one that a person takes
     */
    public ProgrammeChoice(List<Programme> programmes, String shown, Consumer<String> choose) {
        setVisible(programmes.size() > 1);
        var choice = new Choice(text("community.programme"));
        programmes.forEach(programme -> choice.value(
                programme.getCode(),
                text(
                        programme.getDemo() ? "community.programme.demo" : "community.programme.year",
                        programme.getCode().replaceFirst("-.*", "")),
                null,
                programme.getCode().equals(shown),
                choose));
        add(choice);
    }
}
