package org.tongke.backend.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A file of an office program, part by part; no two have the same bytes. */
public final class OfficeFile {
    /** Type of a text. */
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** Type of slides. */
    public static final String PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    private final Map<String, String> parts = new LinkedHashMap<>();

    private OfficeFile(String mainPart, String mainType, String main) {
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>" + "<Override PartName='/"
                        + mainPart + "' ContentType='" + mainType + "'/></Types>");
        parts.put(mainPart, main);
        parts.put("docProps/id.xml", "<id>" + UUID.randomUUID() + "</id>");
    }

    /** A text. */
    public static OfficeFile text() {
        return new OfficeFile(
                "word/document.xml", DOCX + ".main+xml", "<w:document xmlns:w='w'><w:body/></w:document>");
    }

    /** Slides. */
    public static OfficeFile slides() {
        return new OfficeFile("ppt/presentation.xml", PPTX + ".main+xml", "<p:presentation xmlns:p='p'/>");
    }

    /** The same with one more part, or another one in its place. */
    public OfficeFile with(String part, String content) {
        parts.put(part, content);
        return this;
    }

    /** Its bytes. */
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
