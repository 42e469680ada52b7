package org.tongke.backend.file;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.who.Viewer;

/** Who has opened which file: what others may ask and note. */
@Component
public class FileViews {
    /** Name of the list of a file's views for page requests. */
    public static final String LIST = FileViewStore.LIST;

    /** How many values order the list. */
    public static final int LIST_KEYS = 2;

    /** More addresses than that are somebody's play. */
    private static final int MOST_FROM = 200;

    private final FileViewStore store;
    private final Clock clock;

    FileViews(FileViewStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Notes that somebody opens a file.
     *
     * @param from network addresses that the request came by; of more than 200 characters the end is kept
     */
    public void note(StoredFile file, Viewer viewer, String from) {
        store.add(file, viewer, from.substring(Math.max(0, from.length() - MOST_FROM)), clock.instant());
    }

    /**
     * Views of several files, the newest first. One round trip for all files of which the same is asked.
     *
     * @return a page for each that is asked for
     */
    public Map<FileViewPage, Connection<FileView>> listEach(Collection<FileViewPage> pages) {
        var found = new HashMap<FileViewPage, Connection<FileView>>();
        pages.stream()
                .collect(Collectors.groupingBy(
                        FileViewPage::asked, Collectors.mapping(FileViewPage::fileId, Collectors.toSet())))
                .forEach((asked, ids) -> found.putAll(listEach(asked, ids)));
        return found;
    }

    private Map<FileViewPage, Connection<FileView>> listEach(FileViewPage.Asked asked, Set<String> fileIds) {
        var found = store.listEach(fileIds, asked.page(), asked.scope());
        return fileIds.stream()
                .collect(Collectors.toMap(
                        id -> new FileViewPage(id, asked),
                        id -> Connection.of(found.getOrDefault(id, List.of()), asked.page(), FileViewStore::cursorOf)));
    }
}
