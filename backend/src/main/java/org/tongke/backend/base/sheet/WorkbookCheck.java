package org.tongke.backend.base.sheet;

import java.io.IOException;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import org.tongke.backend.base.sheet.NoWorkbookException.Reason;

/** A table as XLSX: a package whose main part is a workbook, which names sheets. */
public final class WorkbookCheck {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private WorkbookCheck() {}

    /**
     * Looks at a file that begins like a ZIP.
     *
     * @param upload the file
     * @param bytes what is in it
     */
    public static void check(Path upload, byte[] bytes) throws NoWorkbookException {
        OfficePackage.check(upload, bytes, WorkbookCheck::checkSheets);
    }

    private static void checkSheets(OfficePackage opened) throws IOException, XMLStreamException, NoWorkbookException {
        var workbook = opened.main(WORKBOOK, "/xl/workbook.xml");
        var references = opened.references(workbook);
        try (var in = opened.open(workbook)) {
            var reader = OfficePackage.read(in);
            while (OfficePackage.nextElement(reader)) {
                if (reader.getLocalName().equals("sheet")) {
                    var reference = OfficePackage.attribute(reader, "id").map(references::get);
                    if (reference.isPresent()
                            && opened.isReadable(reference.get().target(), "worksheet")) {
                        return;
                    }
                }
            }
        }
        throw new NoWorkbookException(Reason.BROKEN);
    }
}
