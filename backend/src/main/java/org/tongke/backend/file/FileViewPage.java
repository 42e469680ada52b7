package org.tongke.backend.file;

import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;

/**
 * A page of a file's views.
 *
 * @param fileId raw id of the file
 * @param asked what is asked of it; the same for all files of a list
 */
public record FileViewPage(String fileId, Asked asked) {

    /**
     * What is asked of a file's views.
     *
     * @param page which page
     * @param scope where the caller may look
     */
    public record Asked(PageRequest page, Scope scope) {}
}
