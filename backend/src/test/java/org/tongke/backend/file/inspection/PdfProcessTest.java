package org.tongke.backend.file.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongke.backend.file.inspection.PdfChild.Answer;
import org.tongke.backend.file.inspection.PdfChild.Verdict;

/** What becomes of the process in which PDFs are opened. */
@Tag("slow")
class PdfProcessTest {
    private static final Answer TWO_PAGES = new Answer(Verdict.GOOD, 2, true, false);

    @TempDir
    private Path folder;

    private Path pdf;
    private Path thumbnail;

    @BeforeEach
    void write() throws Exception {
        pdf = Files.write(folder.resolve("file.pdf"), Uploads.pdf(2));
        thumbnail = folder.resolve("page.jpg");
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().children().toList();
    }

    @Test
    void isKeptForTheNextFile() throws Exception {
        var before = children();
        try (var documents = new PdfProcess()) {
            assertThat(documents.read(pdf, thumbnail, 10)).contains(TWO_PAGES);
            var first = children();
            assertThat(documents.read(pdf, thumbnail, 10)).contains(TWO_PAGES);
            assertThat(documents.read(pdf, thumbnail, 1)).contains(Answer.of(Verdict.TOO_MANY_PAGES));
            assertThat(children()).isEqualTo(first);
        }
        assertThat(children()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void isStartedAnewWhenItHasDiedMeanwhile() throws Exception {
        var before = children();
        try (var documents = new PdfProcess()) {
            assertThat(documents.read(pdf, thumbnail, 10)).contains(TWO_PAGES);
            for (var child : children()) {
                if (!before.contains(child)) {
                    child.destroyForcibly();
                    child.onExit().get();
                }
            }
            assertThat(documents.read(pdf, thumbnail, 10)).contains(TWO_PAGES);
        }
    }

    @Test
    void hasNoAnswerWhenItDies() throws Exception {
        try (var documents = new PdfProcess(PdfProcess.PATIENCE, List.of("-Xmx2m"))) {
            assertThat(documents.read(pdf, thumbnail, 10)).isEmpty();
        }
    }

    @Test
    void isEndedWhenItIsNotDoneInTime() throws Exception {
        var before = children();
        try (var documents = new PdfProcess(Duration.ofMillis(1), List.of())) {
            assertThat(documents.read(pdf, thumbnail, 10)).isEmpty();
            assertThat(children()).containsExactlyInAnyOrderElementsOf(before);
        }
    }

    @Test
    void opensOneFileAfterTheOther() throws Exception {
        try (var documents = new PdfProcess();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> reading = () -> documents.read(pdf, thumbnail, 10).isPresent();
            for (var answer :
                    threads.invokeAll(Stream.generate(() -> reading).limit(4).toList())) {
                assertThat(answer.get()).isTrue();
            }
        }
    }
}
