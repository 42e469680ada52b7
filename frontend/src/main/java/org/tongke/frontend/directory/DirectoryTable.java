package org.tongke.frontend.directory;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table of thousands of rows, of which only those in sight are fetched and drawn. Its first column is a button that opens the row; where the
 * page is narrow it is the only one, and says under the name what the others say.
 */
final class DirectoryTable<T> extends Grid<T> {
    /** Width in pixels from which on columns stand side by side. */
    private static final int WIDE = 720;

    private final List<Column<T>> wide = new ArrayList<>();
    private @Nullable Registration resizing;

    /**
     * @param label what the table shows, for those who listen
     * @param head head of the first column
     * @param name what a row is called
     * @param more more on its line under the name; empty for nothing
     * @param line all that the other columns say
     * @param open opens a row
     */
    DirectoryTable(
            String label,
            String head,
            ValueProvider<T, String> name,
            ValueProvider<T, String> more,
            ValueProvider<T, String> line,
            Consumer<T> open) {
        addClassName("tkf-grid");
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        setSelectionMode(SelectionMode.NONE);
        setPageSize(50);
        getElement().setAttribute("aria-label", label);
        SerializableConsumer<T> opens = open::accept;
        addColumn(LitRenderer.<T>of("""
                        <button class="tkf-grid-open" @click="${open}">${item.name}</button>
                        <div class="tkf-grid-line">${item.line}</div>
                        <div class="tkf-grid-more">${item.more}</div>""")
                        .withProperty("name", name)
                        .withProperty("more", more)
                        .withProperty("line", line)
                        .withFunction("open", opens))
                .setHeader(head)
                .setFlexGrow(3)
                .setWidth("16rem");
    }

    /** A column that stands where the page is wide. */
    DirectoryTable<T> column(String head, ValueProvider<T, String> value, String width) {
        wide.add(addColumn(value).setHeader(head).setWidth(width).setFlexGrow(0));
        return this;
    }

    /** The same, which takes what room there is. */
    DirectoryTable<T> longColumn(String head, ValueProvider<T, String> value) {
        wide.add(addColumn(value).setHeader(head).setFlexGrow(2));
        return this;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var page = event.getUI().getPage();
        fit(page.getExtendedClientDetails().getWindowInnerWidth());
        resizing = page.addBrowserWindowResizeListener(resized -> fit(resized.getWidth()));
        addDetachListener(detach -> {
            if (resizing != null) {
                resizing.remove();
            }
        });
    }

    private void fit(int width) {
        wide.forEach(column -> column.setVisible(width >= WIDE));
        setClassName("tkf-grid-narrow", width < WIDE);
    }

    /** Says what there is instead of rows. */
    void empty(String words) {
        setEmptyStateText(words);
    }
}
