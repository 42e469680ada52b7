package org.tongke.backend.verification.graphql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads a workbook by the JDK alone, so that what we wrote is not read by what wrote it. */
final class WorkbookText {
    private final Map<String, byte[]> parts = new HashMap<>();

    WorkbookText(byte[] file) throws IOException {
        // by its directory, as office programs do: the writer streams, so its entries do not tell their sizes
        var path = Files.write(Files.createTempFile("workbook", ".xlsx"), file);
        try (var zip = new ZipFile(path.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                try (var part = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), part.readAllBytes());
                }
            }
        } finally {
            Files.delete(path);
        }
    }

    /** The rows of a sheet, from 1: numbers as they stand, texts in quotes, nothing for empty cells. */
    List<List<String>> rows(int sheet) throws Exception {
        var strings = texts(parse("xl/sharedStrings.xml").getElementsByTagName("si"));
        var rows = new ArrayList<List<String>>();
        for (var row : elements(sheet(sheet).getElementsByTagName("row"))) {
            var cells = new ArrayList<String>();
            for (var cell : elements(row.getElementsByTagName("c"))) {
                var column = column(cell.getAttribute("r"));
                while (cells.size() < column) {
                    cells.add("");
                }
                var value = cell.getTextContent();
                cells.add(
                        cell.getAttribute("t").equals("s") ? "'" + strings.get(Integer.parseInt(value)) + "'" : value);
            }
            rows.add(cells);
        }
        return rows;
    }

    /** How many formulas there are. */
    int formulas(int sheet) throws Exception {
        return sheet(sheet).getElementsByTagName("f").getLength();
    }

    /** From 0, of a place as in AB12. */
    private static int column(String place) {
        int column = 0;
        for (char letter : place.toCharArray()) {
            if (Character.isLetter(letter)) {
                column = column * 26 + letter - 'A' + 1;
            }
        }
        return column - 1;
    }

    private Document sheet(int number) throws Exception {
        return parse("xl/worksheets/sheet" + number + ".xml");
    }

    private Document parse(String part) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Objects.requireNonNull(parts.get(part), part)));
    }

    private static List<String> texts(NodeList nodes) {
        return elements(nodes).stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(NodeList nodes) {
        var elements = new ArrayList<Element>();
        for (int index = 0; index < nodes.getLength(); index++) {
            elements.add((Element) nodes.item(index));
        }
        return elements;
    }
}
