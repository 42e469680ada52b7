package org.tongke.backend.base.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.tongke.backend.base.sheet.NoWorkbookException.Reason;

/**
 * A text as DOCX or slides as PPTX. Its main part can be read; what a program would load from elsewhere and run, as a template of somebody
 * else's server, counts as macros.
 */
public enum DocumentCheck {
    /** A text, DOCX. */
    TEXT(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "/word/document.xml",
            "document"),
    /** Slides, PPTX. */
    SLIDES(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
            "/ppt/presentation.xml",
            "presentation");

    /** A template on one's own disk is what programs name by themselves. */
    private static final Pattern OF_A_SERVER = Pattern.compile("(?i)\\s*([a-z]+:)?[/\\\\]{2}[^/\\\\].*");

    private static final String TEMPLATE = "/attachedTemplate";
    private static final String SETTINGS = "word/settings.xml";

    private final String mainType;
    private final String usualName;
    private final String root;

    DocumentCheck(String mainType, String usualName, String root) {
        this.mainType = mainType;
        this.usualName = usualName;
        this.root = root;
    }

    /**
     * Looks at a file that begins like a ZIP.
     *
     * @param upload the file
     * @param bytes what is in it
     */
    public void check(Path upload, byte[] bytes) throws NoWorkbookException {
        OfficePackage.check(upload, bytes, this::checkMain);
    }

    private void checkMain(OfficePackage opened) throws IOException, XMLStreamException, NoWorkbookException {
        if (!opened.isReadable(opened.main(mainType, usualName), root)) {
            throw new NoWorkbookException(Reason.BROKEN);
        }
        for (var reference : opened.references(SETTINGS).values()) {
            if (reference.isOutside()
                    && reference.type().endsWith(TEMPLATE)
                    && OF_A_SERVER.matcher(reference.target()).matches()) {
                throw new NoWorkbookException(Reason.MACROS);
            }
        }
    }
}
