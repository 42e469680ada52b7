package org.tongke.backend.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.file.StoredFile;
import org.tongke.backend.file.StoredFiles;
import org.tongke.backend.support.BackendTest;

/** How long files are kept. The programme of 2021 kept them until 2024, so what is sent now is kept for a year. */
@BackendTest
class FileTermsTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final StoredFiles files;
    private final FileTerms terms;
    private final Desk desk;

    @Autowired
    FileTermsTest(ApplicationContext app, StoredFiles files, FileTerms terms) {
        this.files = files;
        this.terms = terms;
        desk = Desk.of(app);
    }

    private StoredFile fileOf(Evidence evidence) {
        return files.find(evidence.fileId(), Scope.EVERYWHERE).orElseThrow();
    }

    @Test
    void theirBytesGoAndTheEvidenceStays() {
        var evidence = desk.upload(desk.clerk(), Upload.photo(90));
        var lines = desk.evidence();
        var end = evidence.recordedAt().plus(FileTerms.LEAST);
        terms.sweep(end.minus(DAY));
        assertThat(fileOf(evidence).gone()).isFalse();
        terms.sweep(end);
        assertThat(fileOf(evidence).gone()).isTrue();
        assertThat(desk.bucket()).isEmpty();
        assertThat(desk.evidence()).isEqualTo(lines);
        terms.sweep(end.plus(DAY));
    }

    @Test
    void whatIsSentAgainIsThereAgain() {
        var photo = Upload.photo(91);
        var evidence = desk.upload(desk.clerk(), photo);
        terms.sweep(Instant.now().plus(FileTerms.LEAST).plus(DAY));
        assertThat(fileOf(evidence).gone()).isTrue();
        desk.upload(desk.clerk(), photo.onceMore());
        assertThat(fileOf(evidence).gone()).isFalse();
        assertThat(desk.bucket()).containsExactlyInAnyOrder("file", "thumbnail");
    }
}
