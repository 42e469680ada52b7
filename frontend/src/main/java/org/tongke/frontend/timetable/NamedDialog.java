package org.tongke.frontend.timetable;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.FormProblems;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.Channel;
import org.tongke.frontend.contract.types.NamedTimetable;

/** The name of a part of one's own timetable, and what it holds. */
final class NamedDialog extends Dialog {
    private static final int LONGEST = 20;

    private final FormProblems problems = new FormProblems();
    private final TextField name = problems.field("name", new TextField(text("timetable.named.name")));
    private final CheckboxGroup<Channel> channels =
            problems.field("channelIds", new CheckboxGroup<>(text("timetable.named.channels")));
    private final Checkbox withOwn = new Checkbox(text("timetable.named.withOwn"), true);

    /**
     * @param followed what can be chosen
     * @param before the one that is changed; empty for a new one
     * @param done called when it was kept
     */
    NamedDialog(NamedTimetables named, List<Channel> followed, Optional<NamedTimetable> before, Runnable done) {
        var id = before.map(NamedTimetable::getId).orElseGet(UUID::randomUUID);
        setHeaderTitle(text(before.isPresent() ? "timetable.named.edit.title" : "timetable.named.make.title"));
        name.setMaxLength(LONGEST);
        name.setPlaceholder(text("timetable.named.name.example"));
        name.setWidthFull();
        channels.setItems(followed);
        channels.setItemLabelGenerator(Channel::getName);
        before.ifPresent(one -> {
            name.setValue(one.getName());
            withOwn.setValue(one.getWithOwn());
            var held = one.getChannels().stream().map(Channel::getId).collect(Collectors.toSet());
            channels.setValue(new HashSet<>(followed.stream()
                    .filter(channel -> held.contains(channel.getId()))
                    .toList()));
        });
        var form = new Div(name, channels, withOwn, problems);
        form.addClassName("tkf-stack");
        add(form);
        var keep = new Button(text("timetable.named.keep"));
        keep.addThemeName("primary");
        Taps.act(keep, () -> {
            problems.clear();
            try {
                named.put(
                        id,
                        name.getValue(),
                        channels.getValue().stream().map(Channel::getId).toList(),
                        withOwn.getValue());
                close();
                done.run();
            } catch (RefusedException refused) {
                problems.say(refused);
            }
        });
        getFooter().add(new Button(text("timetable.named.cancel"), click -> close()), keep);
        setWidth("min(34rem, calc(100vw - 2rem))");
    }
}
