package org.tongke.backend.file;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tongke.backend.base.who.Scope;

/**
 * The room above that shares files with groups. Who may see such a file is not written at the file, since that changes with what holds it:
 * it is asked each time.
 */
public interface FileHolder {
    /**
     * How somebody may see a shared file now; empty if nothing that he or she may see holds it.
     *
     * @param fileId raw id of the file
     * @param scope where the caller may look
     */
    Optional<Held> find(String fileId, Scope scope);

    /**
     * A shared file as somebody sees it.
     *
     * @param name name of the file where he or she sees it: the same bytes may have other names elsewhere
     * @param places keys of the places by which the caller sees it, and of the regions whose offices do
     */
    record Held(String name, Collection<String> places) {
        public Held {
            places = List.copyOf(places);
        }
    }
}
