package org.tongke.backend.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.file.StoredFiles;
import org.tongke.backend.support.BackendTest;

/** A file that is what it is said to be. */
@Tag("slow")
@BackendTest
class UploadedFileTest {
    private final ApplicationContext app;
    private final Desk desk;

    @Autowired
    UploadedFileTest(ApplicationContext app) {
        this.app = app;
        desk = Desk.of(app);
    }

    @Test
    void becomesEvidenceAndNothingElseStays() {
        var clerk = desk.clerk();
        var photo = Upload.photo(10).noted("第一课");
        var ticket = desk.request(clerk, photo);
        assertThat(desk.send(ticket, photo.bytes())).isBetween(200, 204);
        assertThat(desk.bucket()).containsExactly("incoming");
        var evidence = desk.confirm(clerk, ticket);
        assertThat(desk.line(evidence)).isEqualTo("2.1 | 课堂.jpg | JPEG 640×480 | PICTURE | 王老师");
        assertThat(evidence.fileHash()).isEqualTo(photo.sha256());
        assertThat(evidence.note()).isEqualTo("第一课");
        assertThat(evidence.programmeId()).isEqualTo("2021");
        assertThat(desk.bucket()).containsExactlyInAnyOrder("file", "thumbnail");
    }

    @Test
    void isShownUprightWithATypeThatNobodyGuesses() throws Exception {
        var evidence = desk.upload(desk.clerk(), Upload.png(11));
        var files = app.getBean(StoredFiles.class);
        var file = files.find(evidence.fileId(), Scope.EVERYWHERE).orElseThrow();
        var shown = get(files.address(file));
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(shown.body())).getWidth())
                .isEqualTo(640);
        var thumbnail = get(files.findThumbnailAddress(file).orElseThrow());
        assertThat(ImageIO.read(new ByteArrayInputStream(thumbnail.body())).getWidth())
                .isEqualTo(480);
    }

    @Test
    void mayBeADocument() {
        var evidence = desk.upload(desk.clerk(), Upload.pdf());
        assertThat(desk.line(evidence)).isEqualTo("1.1 | 批文.pdf | PDF 1 page | PDF | 王老师");
        assertThat(desk.bucket()).containsExactlyInAnyOrder("file", "thumbnail");
    }

    @Test
    void mayBeATable() throws Exception {
        var table = Files.readAllBytes(Path.of("src", "test", "resources", "files", "lessons.xlsx"));
        var type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        var upload = new Upload(UUID.randomUUID(), "2.1", Optional.empty(), "㙦䶮𠮷.xlsx", type, table, Optional.empty());
        assertThat(desk.line(desk.upload(desk.clerk(), upload)))
                .isEqualTo("2.1 | 㙦䶮𠮷.xlsx | XLSX table | DOCUMENT | 王老师");
        assertThat(desk.bucket()).containsExactly("file");
    }

    @Test
    void mayShowALessonOfTheCommunity() {
        var lesson = desk.activity("SYNCED_LESSON");
        var evidence = desk.upload(desk.clerk(), Upload.photo(12).showing(lesson));
        assertThat(evidence.activityId()).isEqualTo(lesson);
    }

    @Test
    void isOneObjectHoweverOftenItIsClaimed() {
        var clerk = desk.clerk();
        var photo = Upload.photo(13);
        var first = desk.upload(clerk, photo);
        var second = desk.upload(clerk, photo.onceMore().named("又一张.jpg"));
        var third = desk.upload(desk.clerkOf(desk.community().memberIds().getFirst()), photo.onceMore());
        assertThat(second.fileId()).isEqualTo(first.fileId());
        assertThat(third.fileId()).isEqualTo(first.fileId());
        assertThat(desk.bucket()).containsExactlyInAnyOrder("file", "thumbnail");
        assertThat(desk.evidence())
                .containsExactly(
                        "2.1 | 又一张.jpg | JPEG 640×480 | PICTURE | 王老师",
                        "2.1 | 课堂.jpg | JPEG 640×480 | PICTURE | 王老师",
                        "2.1 | 课堂.jpg | JPEG 640×480 | PICTURE | 王老师");
    }

    @Test
    void isTheSameWhateverIsSentTwice() {
        var clerk = desk.clerk();
        var photo = Upload.photo(14);
        var ticket = desk.request(clerk, photo);
        var again = desk.request(clerk, photo);
        assertThat(again.ticket().id()).isEqualTo(ticket.ticket().id());
        desk.send(ticket, photo.bytes());
        desk.send(again, photo.bytes());
        var evidence = desk.confirm(clerk, ticket);
        assertThat(desk.confirm(clerk, again)).isEqualTo(evidence);
        // a phone that never heard the answer begins anew
        var later = desk.request(clerk, photo);
        desk.send(later, photo.bytes());
        assertThat(desk.confirm(clerk, later)).isEqualTo(evidence);
        assertThat(desk.evidence()).hasSize(1);
        assertThat(desk.bucket()).containsExactlyInAnyOrder("file", "thumbnail");
    }

    @Test
    void isTheSameForManyAtOnce() throws Exception {
        var clerk = desk.clerk();
        var photo = Upload.photo(15);
        var tickets = atOnce(() -> desk.request(clerk, photo).ticket().id());
        assertThat(tickets).hasSize(1);
        var ticket = desk.request(clerk, photo);
        desk.send(ticket, photo.bytes());
        assertThat(atOnce(() -> desk.line(desk.confirm(clerk, ticket))))
                .containsExactly("2.1 | 课堂.jpg | JPEG 640×480 | PICTURE | 王老师");
        assertThat(desk.evidence()).hasSize(1);
        assertThat(desk.bucket()).containsExactlyInAnyOrder("file", "thumbnail");
    }

    private static Set<String> atOnce(Callable<String> call) throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new HashSet<String>();
            for (var answer : clients.invokeAll(Collections.nCopies(6, call))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static HttpResponse<byte[]> get(String address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
