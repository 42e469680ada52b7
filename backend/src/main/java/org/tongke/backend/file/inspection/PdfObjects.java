package org.tongke.backend.file.inspection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.tongke.backend.file.inspection.PdfChild.Verdict;

/**
 * Looks at each object of a PDF, wherever it hangs: there are too many places from which a script can be started to go through them one by
 * one. Filled-in forms pass; scripts, programs that are started, and files inside the file do not.
 */
final class PdfObjects {
    private static final int MOST_OBJECTS = 2_000_000;
    private static final COSName SCRIPT = COSName.getPDFName("JS");
    private static final COSName ACTION = COSName.getPDFName("S");

    /** Forms of another kind, which are drawn by scripts of their own. */
    private static final COSName XFA = COSName.getPDFName("XFA");

    private static final COSName EMBEDDED = COSName.getPDFName("EF");
    private static final Set<String> ACTIONS = Set.of("JavaScript", "Launch");
    private static final Set<String> CONTAINERS = Set.of("EmbeddedFile", "FileAttachment", "RichMedia");

    private final COSDocument document;
    private int seen;

    PdfObjects(COSDocument document) {
        this.document = document;
    }

    Verdict verdict() {
        for (var key : new ArrayList<>(document.getXrefTable().keySet())) {
            var found = verdict(document.getObjectFromPool(key).getObject());
            if (found != Verdict.GOOD) {
                return found;
            }
        }
        var trailer = document.getTrailer();
        return trailer == null ? Verdict.GOOD : verdict(trailer);
    }

    /** Of an object and what stands in it directly. */
    private Verdict verdict(COSBase object) {
        Deque<COSBase> open = new ArrayDeque<>();
        add(open, object);
        while (!open.isEmpty()) {
            seen++;
            if (seen > MOST_OBJECTS) {
                return Verdict.BROKEN;
            }
            switch (open.pop()) {
                case COSDictionary dictionary -> {
                    var found = own(dictionary);
                    if (found != Verdict.GOOD) {
                        return found;
                    }
                    dictionary.getValues().forEach(value -> add(open, value));
                }
                case COSArray array -> array.forEach(value -> add(open, value));
                default -> {
                    // has nothing inside
                }
            }
        }
        return Verdict.GOOD;
    }

    /** What is referred to is an object of the table, and looked at in its turn. */
    private static void add(Deque<COSBase> open, COSBase object) {
        if (object instanceof COSDictionary || object instanceof COSArray) {
            open.push(object);
        }
    }

    private static Verdict own(COSDictionary dictionary) {
        if (dictionary.containsKey(SCRIPT)
                || dictionary.containsKey(XFA)
                || ACTIONS.contains(dictionary.getNameAsString(ACTION, ""))) {
            return Verdict.SCRIPTED;
        }
        var isContainer = dictionary.containsKey(EMBEDDED)
                || CONTAINERS.contains(dictionary.getNameAsString(COSName.TYPE, ""))
                || CONTAINERS.contains(dictionary.getNameAsString(COSName.SUBTYPE, ""));
        return isContainer ? Verdict.WITH_FILES : Verdict.GOOD;
    }
}
