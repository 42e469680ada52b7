package org.tongke.backend.file.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.tongke.backend.file.inspection.RejectionReason.PasswordProtected;
import org.tongke.backend.file.inspection.RejectionReason.TooManyPages;
import org.tongke.backend.file.inspection.RejectionReason.Truncated;
import org.tongke.backend.file.inspection.RejectionReason.Undecodable;

/**
 * Opens a PDF and counts its pages. They are not drawn: unlike a picture, a page cannot be bounded beforehand, so that needs
 * a process of its own.
 */
final class PdfPages {

    /** Where readers look for the end mark; the parser itself would mend a file without one and lose pages in silence. */
    private static final int TAIL_BYTES = 2048;

    private PdfPages() {}

    static int count(byte[] file, Limits limits) throws RejectedException {
        if (!tail(file).contains("%%EOF")) {
            throw new RejectedException(new Truncated(MediaType.PDF));
        }
        int pages;
        try (var source = new RandomAccessReadBuffer(file);
                var document = Loader.loadPDF(source)) {
            pages = count(document, limits.maxPages() + 1);
        } catch (InvalidPasswordException e) {
            throw new RejectedException(new PasswordProtected());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The parser answers broken input with any of these; deep nesting ends its stack, nothing else.
            throw new RejectedException(new Undecodable(MediaType.PDF));
        }
        if (pages == 0) {
            throw new RejectedException(new Undecodable(MediaType.PDF));
        }
        if (pages > limits.maxPages()) {
            throw new RejectedException(new TooManyPages(limits.maxPages()));
        }
        return pages;
    }

    /** Walks the pages, because the number that the file states need not be true. */
    private static int count(PDDocument document, int most) {
        var pages = 0;
        for (var walk = document.getPages().iterator(); pages < most && walk.hasNext(); walk.next()) {
            pages++;
        }
        return pages;
    }

    private static String tail(byte[] file) {
        var length = Math.min(file.length, TAIL_BYTES);
        return new String(file, file.length - length, length, StandardCharsets.ISO_8859_1);
    }
}
