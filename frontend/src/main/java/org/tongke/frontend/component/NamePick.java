package org.tongke.frontend.component;

import com.vaadin.flow.component.combobox.ComboBox;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** One of several by its name: whoever types a part that only one has and presses Enter has chosen that one. */
public final class NamePick<T> extends ComboBox<T> {
    private final String several;
    private List<T> all = List.of();
    private Function<T, String> naming = String::valueOf;

    /**
     * @param label what is chosen
     * @param several said where the part is that of several, or of none
     */
    public NamePick(String label, String several) {
        super(label);
        this.several = several;
        setAllowCustomValue(true);
        addCustomValueSetListener(event -> take(event.getDetail()));
        addValueChangeListener(event -> setInvalid(false));
    }

    /** From which, and how each is called. */
    public void choices(List<T> choices, Function<T, String> name) {
        all = List.copyOf(choices);
        naming = name;
        setItems(all);
        setItemLabelGenerator(naming::apply);
    }

    private void take(String typed) {
        var words = folded(typed);
        var fitting = all.stream()
                .filter(one -> folded(naming.apply(one)).contains(words))
                .toList();
        // what was typed goes in any case: a name that is none must not look like one
        clear();
        getElement().executeJs("this.inputElement.value = ''");
        if (fitting.size() == 1) {
            setValue(fitting.getFirst());
        } else {
            setErrorMessage(several);
            setInvalid(true);
        }
    }

    private static String folded(String words) {
        return Normalizer.normalize(words.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
