package org.tongke.backend.file.inspection;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.tongke.backend.file.inspection.PdfChild.Answer;
import org.tongke.backend.file.inspection.PdfChild.Verdict;

/**
 * Opens a PDF, looks for what acts by itself, counts the pages and draws the first. What that costs cannot be bounded beforehand, so it is
 * done by {@link PdfChild} only.
 */
final class PdfPages {

    private PdfPages() {}

    static Answer read(Path pdf, Path thumbnail, int mostPages) {
        try (var document = Loader.loadPDF(pdf.toFile())) {
            var verdict = new PdfObjects(document.getDocument()).verdict();
            if (verdict != Verdict.GOOD) {
                return Answer.of(verdict);
            }
            var pages = count(document, mostPages + 1);
            if (pages == 0) {
                return Answer.of(Verdict.BROKEN);
            }
            return pages > mostPages ? Answer.of(Verdict.TOO_MANY_PAGES) : draw(document, pages, thumbnail);
        } catch (InvalidPasswordException e) {
            return Answer.of(Verdict.LOCKED);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The parser answers broken input with any of these; deep nesting ends its stack, nothing else.
            return Answer.of(Verdict.BROKEN);
        } catch (OutOfMemoryError e) {
            return new Answer(Verdict.BROKEN, 0, false, true);
        }
    }

    /** Walks the pages, because the number that the file states need not be true. */
    private static int count(PDDocument document, int most) {
        var pages = 0;
        for (var walk = document.getPages().iterator(); pages < most && walk.hasNext(); walk.next()) {
            pages++;
        }
        return pages;
    }

    /** A page that cannot be drawn is a page all the same: it has no small picture then. */
    private static Answer draw(PDDocument document, int pages, Path thumbnail) {
        try {
            var box = document.getPage(0).getCropBox();
            var longSide = Rendition.THUMBNAIL.longSide();
            var renderer = new WholePageRenderer(document);
            renderer.setSubsamplingAllowed(true);
            var page = renderer.renderImage(
                    0, longSide / Math.max(1, Math.max(box.getWidth(), box.getHeight())), ImageType.RGB);
            if (renderer.isIncomplete()) {
                return new Answer(Verdict.GOOD, pages, false, false);
            }
            Rendition.THUMBNAIL.encode(Shrinking.flat(page, longSide), thumbnail);
            return new Answer(Verdict.GOOD, pages, true, false);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return new Answer(Verdict.GOOD, pages, false, false);
        } catch (OutOfMemoryError e) {
            return new Answer(Verdict.GOOD, pages, false, true);
        }
    }
}
