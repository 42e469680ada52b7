package org.tongke.frontend.timetable.find;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A field that finds schools or communities by their names and hands on the one that is taken. */
final class NamePicker extends ComboBox<NamePicker.Named> {

    /** Something with a name. */
    record Named(String id, String name) {}

    /**
     * @param find the first that are called so, at most as many as the number says
     * @param take called with the id of what a person took
     */
    NamePicker(String label, BiFunction<String, Integer, List<Named>> find, Consumer<String> take) {
        super(label);
        setItemLabelGenerator(Named::name);
        setItems(query -> {
            var words = query.getFilter().orElse("");
            // names that many things have in common are worth another character, not another page
            return query.getOffset() > 0 ? Stream.empty() : find.apply(words, query.getLimit()).stream();
        });
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                clear();
                take.accept(change.getValue().id());
            }
        });
    }
}
