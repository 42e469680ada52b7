package org.tongke.backend.file.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongke.backend.file.inspection.RejectionReason.Macros;
import org.tongke.backend.file.inspection.RejectionReason.NotThatType;
import org.tongke.backend.file.inspection.RejectionReason.OldOrLocked;
import org.tongke.backend.file.inspection.RejectionReason.Truncated;
import org.tongke.backend.file.inspection.RejectionReason.Undecodable;
import org.tongke.backend.support.OfficeFile;

/** Texts and slides; tables are tried with kept files. */
class OfficeFilesTest {

    @TempDir
    Path folder;

    Desk desk;

    @BeforeEach
    void openDesk() {
        desk = new Desk(folder);
    }

    @Test
    void areTakenAsTheyAre() throws Exception {
        var text = OfficeFile.text().bytes();
        try (var accepted = desk.accepts(text, MediaType.DOCX)) {
            assertThat(accepted.content()).isEqualTo(new Content.Office());
            assertThat(accepted.cleanedType()).isEqualTo(MediaType.DOCX);
            assertThat(accepted.thumbnail()).isNull();
            assertThat(accepted.sizeBytes()).isEqualTo(text.length);
        }
        desk.accepts(OfficeFile.slides().bytes(), MediaType.PPTX).close();
    }

    @Test
    void areRefusedWhenTheyAreSomethingElse() {
        var text = OfficeFile.text().bytes();
        assertThat(desk.rejects(text, MediaType.PPTX)).isEqualTo(new NotThatType(MediaType.PPTX, null));
        assertThat(desk.rejects(text, MediaType.XLSX)).isEqualTo(new NotThatType(MediaType.XLSX, null));
        assertThat(desk.rejects(text, MediaType.PDF)).isInstanceOf(NotThatType.class);
        assertThat(desk.rejects(Uploads.pdf(1), MediaType.DOCX)).isInstanceOf(NotThatType.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"word/vbaProject.bin", "ppt/activeX/activeX1.bin", "word/activeX/a.xml", "VBAPROJECT.BIN"})
    void areRefusedWithMacros(String part) {
        assertThat(desk.rejects(OfficeFile.text().with(part, "macro").bytes(), MediaType.DOCX))
                .isEqualTo(new Macros());
    }

    @Test
    void areRefusedWhenTheirTypesSayThatTheyHaveMacros() {
        var types = "<Types><Override PartName='/word/document.xml'"
                + " ContentType='application/vnd.ms-word.document.macroEnabled.main+xml'/></Types>";
        assertThat(desk.rejects(
                        OfficeFile.text().with("[Content_Types].xml", types).bytes(), MediaType.DOCX))
                .isEqualTo(new Macros());
    }

    @Test
    void areRefusedWhenTheyFetchATemplateOfASomebodysServer() {
        for (var address : new String[] {"https://evil.example/t.dotm", "\\\\evil\\t.dotm", "file://evil/t.dotm"}) {
            assertThat(desk.rejects(withTemplate(address), MediaType.DOCX))
                    .as(address)
                    .isEqualTo(new Macros());
        }
    }

    @Test
    void areTakenWithATemplateOfOnesOwnDisk() throws Exception {
        desk.accepts(withTemplate("file:///C:\\Users\\Normal.dotm"), MediaType.DOCX)
                .close();
    }

    private static byte[] withTemplate(String address) {
        return OfficeFile.text()
                .with(
                        "word/_rels/settings.xml.rels",
                        "<Relationships><Relationship Id='r1' TargetMode='External' Type='http://x/attachedTemplate' Target='"
                                + address + "'/></Relationships>")
                .bytes();
    }

    @Test
    void areRefusedWhenTheyAreBrokenOrCutOff() {
        var text = OfficeFile.text().bytes();
        assertThat(desk.rejects(Arrays.copyOf(text, text.length - 30), MediaType.DOCX))
                .isEqualTo(new Truncated(MediaType.DOCX));
        var entity = "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><document>&e;</document>";
        assertThat(desk.rejects(
                        OfficeFile.text().with("word/document.xml", entity).bytes(), MediaType.DOCX))
                .isEqualTo(new Undecodable(MediaType.DOCX));
        assertThat(desk.rejects(
                        OfficeFile.text().with("word/document.xml", "<open>").bytes(), MediaType.DOCX))
                .isEqualTo(new Undecodable(MediaType.DOCX));
    }

    @Test
    void areRefusedInAnOldFormOrWithAPassword() {
        var old = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1 and more".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(desk.rejects(old, MediaType.PPTX)).isEqualTo(new OldOrLocked());
    }
}
