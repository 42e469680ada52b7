package org.tongke.backend.base.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.Texts;

/** Answers with tables; with nothing found for an empty one. */
@Component
public class Downloads {
    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Texts texts;

    Downloads(Texts texts) {
        this.texts = texts;
    }

    /** As a workbook to keep, named by its title. */
    public ResponseEntity<byte[]> workbook(Optional<Dossier> dossier) {
        return dossier.map(found -> file(
                        found.title() + ".xlsx",
                        WorkbookWriter.write(found, texts.get("base.sheet.about", found.locale()))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /**
     * A workbook made elsewhere, to keep.
     *
     * @param name its name, with the ending
     */
    public static ResponseEntity<byte[]> file(String name, byte[] workbook) {
        return ResponseEntity.ok()
                .contentType(WORKBOOK)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, named(name))
                .body(workbook);
    }

    /** A long table as a workbook to keep, named by its title; it is sent while its rows are read. */
    public void workbook(Optional<LongTable> asked, HttpServletResponse answer) throws IOException {
        if (asked.isEmpty()) {
            answer.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var table = asked.get();
        answer.setContentType(WORKBOOK.toString());
        answer.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, named(table.title() + ".xlsx"));
        WorkbookWriter.write(table, texts.get("base.sheet.about", table.locale()), answer.getOutputStream());
    }

    /** A long table as a page to print; it is sent while its rows are read. */
    public void page(Optional<LongTable> asked, HttpServletResponse answer) throws IOException {
        if (asked.isEmpty()) {
            answer.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        answer.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8).toString());
        answer.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        PageWriter.write(asked.get(), answer.getWriter());
    }

    private static String named(String file) {
        return ContentDisposition.attachment()
                .filename(file, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    /** As a page to print. */
    public ResponseEntity<String> page(Optional<Dossier> dossier) {
        return dossier.map(found -> ResponseEntity.ok()
                        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                        .cacheControl(CacheControl.noStore())
                        .body(PageWriter.write(found)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
