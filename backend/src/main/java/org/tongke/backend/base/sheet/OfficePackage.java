package org.tongke.backend.base.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tongke.backend.base.sheet.NoWorkbookException.Reason;

/**
 * A file of an office program (ECMA-376): a ZIP whose content types name its main part. Everything in it is unpacked once, so that what it
 * says about its sizes need not be believed; nothing is calculated or drawn. Macros are refused, wherever they stand.
 */
final class OfficePackage {
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_UNPACKED_BYTES = 200L << 20;

    /** Real sheets have about 10, empty ones with much styling 60. */
    private static final int MOST_RATIO = 200;

    /** Small parts may well be all the same. */
    private static final long RATIO_LOOKED_AT_FROM_BYTES = 1 << 20;

    private static final String CONTENT_TYPES = "[Content_Types].xml";

    /** The mark of a ZIP's end, which is followed by a comment of at most 65,535 bytes. */
    private static final String END = "PK\5\6";

    private static final int MOST_END_BYTES = 22 + 65_535;

    /** Programs that a part brings along, by the names that programs give them. */
    private static final Pattern MACROS =
            Pattern.compile(".*vbaproject\\.bin|xl/macrosheets/.*|(xl|word|ppt)/activex/.*");

    private static final XMLInputFactory XML = xml();

    private final ZipFile zip;

    private OfficePackage(ZipFile zip) {
        this.zip = zip;
    }

    private static XMLInputFactory xml() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** What is looked at in a package besides. */
    @FunctionalInterface
    interface Look {
        void at(OfficePackage opened) throws IOException, XMLStreamException, NoWorkbookException;
    }

    /**
     * Looks at a file that begins like a ZIP.
     *
     * @param upload the file
     * @param bytes what is in it
     */
    static void check(Path upload, byte[] bytes, Look look) throws NoWorkbookException {
        var tail = Math.min(bytes.length, MOST_END_BYTES);
        if (!new String(bytes, bytes.length - tail, tail, StandardCharsets.ISO_8859_1).contains(END)) {
            throw new NoWorkbookException(Reason.TRUNCATED);
        }
        try (var zip = new ZipFile(upload.toFile(), StandardCharsets.UTF_8)) {
            var opened = new OfficePackage(zip);
            opened.checkParts();
            look.at(opened);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // What is wrong in a ZIP or in XML is told by any of these; the bytes themselves were read before.
            throw new NoWorkbookException(Reason.BROKEN);
        }
    }

    private void checkParts() throws IOException, NoWorkbookException {
        var entries = Collections.list(zip.entries());
        if (entries.size() > MOST_ENTRIES) {
            throw new NoWorkbookException(Reason.TOO_LARGE);
        }
        unpack(List.copyOf(entries));
        for (var entry : entries) {
            if (MACROS.matcher(entry.getName().toLowerCase(Locale.ROOT)).matches()) {
                throw new NoWorkbookException(Reason.MACROS);
            }
        }
    }

    private void unpack(List<? extends ZipEntry> entries) throws IOException, NoWorkbookException {
        var buffer = new byte[1 << 16];
        var all = 0L;
        for (var entry : entries) {
            var unpacked = 0L;
            try (var in = zip.getInputStream(entry)) {
                for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    unpacked += read;
                    if (all + unpacked > MOST_UNPACKED_BYTES || isBomb(unpacked, entry)) {
                        throw new NoWorkbookException(Reason.TOO_LARGE);
                    }
                }
            }
            all += unpacked;
        }
    }

    private static boolean isBomb(long unpacked, ZipEntry entry) {
        return unpacked > RATIO_LOOKED_AT_FROM_BYTES && unpacked / MOST_RATIO > Math.max(1, entry.getCompressedSize());
    }

    /**
     * Name of the main part. Without one it is some other file that is a ZIP: a text, an archive.
     *
     * @param contentType type that the part must have
     * @param usualName name of the part where all parts with its ending have the type
     */
    String main(String contentType, String usualName) throws IOException, XMLStreamException, NoWorkbookException {
        var types = zip.getEntry(CONTENT_TYPES);
        if (types == null) {
            throw otherType();
        }
        Optional<String> found = Optional.empty();
        try (var in = zip.getInputStream(types)) {
            var reader = XML.createXMLStreamReader(in);
            while (nextElement(reader)) {
                var type = attribute(reader, "ContentType").orElse("");
                if (type.toLowerCase(Locale.ROOT).contains("macroenabled")) {
                    throw new NoWorkbookException(Reason.MACROS);
                }
                if (type.equals(contentType)) {
                    found = attribute(reader, "PartName").or(() -> Optional.of(usualName));
                }
            }
        }
        return found.orElseThrow(OfficePackage::otherType).substring(1);
    }

    private static NoWorkbookException otherType() {
        return new NoWorkbookException(Reason.OTHER_TYPE);
    }

    /** What a part says of another one. */
    record Reference(String type, String target, boolean isOutside) {}

    /** Parts to which a part refers, by the id of the reference. */
    Map<String, Reference> references(String part) throws IOException, XMLStreamException {
        var folder = part.substring(0, part.lastIndexOf('/') + 1);
        var found = new HashMap<String, Reference>();
        var entry = zip.getEntry(folder + "_rels/" + part.substring(folder.length()) + ".rels");
        if (entry == null) {
            return found;
        }
        try (var in = zip.getInputStream(entry)) {
            var reader = XML.createXMLStreamReader(in);
            while (nextElement(reader)) {
                var target = attribute(reader, "Target").orElse("");
                var isOutside = attribute(reader, "TargetMode")
                        .filter("External"::equals)
                        .isPresent();
                var name = target.startsWith("/") ? target.substring(1) : folder + target;
                var reference =
                        new Reference(attribute(reader, "Type").orElse(""), isOutside ? target : name, isOutside);
                attribute(reader, "Id").ifPresent(id -> found.put(id, reference));
            }
        }
        return found;
    }

    /** Whether a part is there, begins with an element, and is XML to its end. */
    boolean isReadable(String part, String root) throws IOException {
        var entry = zip.getEntry(part);
        if (entry == null) {
            return false;
        }
        try (var in = zip.getInputStream(entry)) {
            var reader = XML.createXMLStreamReader(in);
            var isIt = nextElement(reader) && reader.getLocalName().equals(root);
            while (nextElement(reader)) {
                // to its end
            }
            return isIt;
        } catch (XMLStreamException broken) {
            return false;
        }
    }

    InputStream open(String part) throws IOException, NoWorkbookException {
        var entry = zip.getEntry(part);
        if (entry == null) {
            throw new NoWorkbookException(Reason.BROKEN);
        }
        return zip.getInputStream(entry);
    }

    static XMLStreamReader read(InputStream part) throws XMLStreamException {
        return XML.createXMLStreamReader(part);
    }

    static boolean nextElement(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("what no such file has");
                default -> {
                    // text, comments, ends
                }
            }
        }
        return false;
    }

    /** By its local name: strict and transitional files have other namespaces. */
    static Optional<String> attribute(XMLStreamReader reader, String name) {
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return Optional.of(reader.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }
}
