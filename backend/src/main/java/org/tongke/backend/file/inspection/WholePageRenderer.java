package org.tongke.backend.file.inspection;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * Draws a page and knows whether a picture on it could not be: JBIG2 and JPEG 2000, as scanners write them, have no decoder here, and
 * PDFBox leaves them out without a word. A scan would be an empty sheet then.
 */
final class WholePageRenderer extends PDFRenderer {
    private static final Set<String> PICTURES = Set.of(OperatorName.DRAW_OBJECT, OperatorName.BEGIN_INLINE_IMAGE);

    private boolean incomplete;

    WholePageRenderer(PDDocument document) {
        super(document);
    }

    /** Whether something was left out. */
    boolean isIncomplete() {
        return incomplete;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        var drawer = new PageDrawer(parameters) {
            @Override
            protected void operatorException(Operator operator, List<COSBase> operands, IOException problem)
                    throws IOException {
                incomplete |= PICTURES.contains(operator.getName());
                super.operatorException(operator, operands, problem);
            }
        };
        drawer.setAnnotationFilter(getAnnotationsFilter());
        return drawer;
    }
}
