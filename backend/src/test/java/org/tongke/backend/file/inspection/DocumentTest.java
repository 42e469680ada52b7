package org.tongke.backend.file.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongke.backend.file.inspection.RejectionReason.PasswordProtected;
import org.tongke.backend.file.inspection.RejectionReason.TooManyPages;
import org.tongke.backend.file.inspection.RejectionReason.Truncated;
import org.tongke.backend.file.inspection.RejectionReason.Undecodable;

class DocumentTest {

    @TempDir
    Path folder;

    Desk desk;

    @BeforeEach
    void openDesk() {
        desk = new Desk(folder);
    }

    @Test
    void isKeptAsUploadedAndItsPagesCounted() throws Exception {
        var upload = Uploads.pdf(3);
        Path cleaned;
        try (var accepted = desk.accepts(upload, MediaType.PDF)) {
            assertThat(accepted.content()).isEqualTo(new Content.Document(3));
            assertThat(accepted.cleanedType()).isEqualTo(MediaType.PDF);
            assertThat(Math.max(
                            Desk.open(Desk.thumbnail(accepted)).getWidth(),
                            Desk.open(Desk.thumbnail(accepted)).getHeight()))
                    .isEqualTo(480);
            cleaned = accepted.cleaned();
        }
        assertThat(Files.readAllBytes(cleaned)).isEqualTo(upload);
        assertThat(desk.workFiles()).isEmpty();
    }

    @Test
    void isRefusedWhenItOpensOnlyWithAPassword() {
        assertThat(desk.rejects(Uploads.pdf(1, "owner", "user"), MediaType.PDF)).isEqualTo(new PasswordProtected());
    }

    @Test
    void isAcceptedWhenThePasswordOnlyForbidsChanges() throws Exception {
        try (var accepted = desk.accepts(Uploads.pdf(2, "owner", ""), MediaType.PDF)) {
            assertThat(accepted.content()).isEqualTo(new Content.Document(2));
        }
    }

    @Test
    void isRefusedWhenItsEndIsMissing() {
        var upload = Uploads.pdf(40);
        for (var length = 8; length < upload.length - 6; length += 7) {
            assertThat(desk.rejects(Uploads.first(upload, length), MediaType.PDF))
                    .as("%d of %d bytes", length, upload.length)
                    .isEqualTo(new Truncated(MediaType.PDF));
        }
    }

    @Test
    void isRefusedWithoutPages() {
        assertThat(desk.rejects(Uploads.pdf(0), MediaType.PDF)).isEqualTo(new Undecodable(MediaType.PDF));
    }

    @Test
    void isRefusedWhenThereIsNothingBetweenItsMarks() {
        var upload = "%PDF-1.7\nno document at all\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(desk.rejects(upload, MediaType.PDF)).isEqualTo(new Undecodable(MediaType.PDF));
    }

    @Test
    void isRefusedWhenItIsNestedWithoutEnd() {
        var upload = "%PDF-1.7\n1 0 obj\n" + "[".repeat(1_000_000) + "\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n";
        assertThat(desk.rejects(upload.getBytes(StandardCharsets.US_ASCII), MediaType.PDF))
                .isEqualTo(new Undecodable(MediaType.PDF));
    }

    @Test
    void isRefusedWithMorePagesThanTheLimit() {
        var limits = new Limits(1 << 20, 1, 64, 1, 4);
        assertThat(desk.rejects(Uploads.pdf(5), MediaType.PDF, limits)).isEqualTo(new TooManyPages(4));
    }
}
