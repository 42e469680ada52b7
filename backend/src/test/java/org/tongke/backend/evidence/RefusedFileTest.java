package org.tongke.backend.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.support.BackendTest;

/** A file that is not what it is said to be: it is refused with the reason, twice the same, and leaves nothing. */
@BackendTest
class RefusedFileTest {
    private final Desk desk;

    @Autowired
    RefusedFileTest(ApplicationContext app) {
        desk = Desk.of(app);
    }

    @Test
    void aTextFileNamedAsAPhoto() {
        assertRefused(Upload.text(), "FILE_TYPE_DIFFERS ticketId 文件内容与类型不符，请换一个文件。");
    }

    @Test
    void aPhotoCutOff() {
        assertRefused(Upload.photo(20).cutOff(), "FILE_BROKEN ticketId 文件已损坏或不完整，请重新选择。");
    }

    @Test
    void aPictureOfAnotherType() {
        assertRefused(Upload.png(21).typed("image/jpeg"), "FILE_TYPE_DIFFERS ticketId 文件内容与类型不符，请换一个文件。");
    }

    private void assertRefused(Upload upload, String words) {
        var clerk = desk.clerk();
        var ticket = desk.request(clerk, upload);
        assertThat(desk.send(ticket, upload.bytes())).isBetween(200, 204);
        assertThat(desk.refusal(() -> desk.confirm(clerk, ticket))).isEqualTo(words);
        assertThat(desk.bucket()).isEmpty();
        assertThat(desk.refusal(() -> desk.confirm(clerk, ticket))).isEqualTo(words);
        assertThat(desk.evidence()).isEmpty();
    }

    @Test
    void otherBytesOfTheSameLength() {
        var clerk = desk.clerk();
        var photo = Upload.photo(22);
        var other = photo.bytes().clone();
        other[other.length / 2] ^= 1;
        var ticket = desk.request(clerk, photo);
        assertThat(desk.send(ticket, other)).isBetween(200, 204);
        assertThat(desk.refusal(() -> desk.confirm(clerk, ticket)))
                .isEqualTo("FILE_HASH_DIFFERS ticketId 传到的文件与手机上的不一致，请重新上传。");
        assertThat(desk.bucket()).isEmpty();
        // the same upload may be tried again
        assertThat(desk.line(desk.upload(clerk, photo))).isEqualTo("2.1 | 课堂.jpg | JPEG 640×480 | PICTURE | 王老师");
    }

    @Test
    void aLongerOrShorterBodyIsNotEvenTakenByTheBucket() {
        var clerk = desk.clerk();
        var photo = Upload.photo(23);
        var ticket = desk.request(clerk, photo);
        var longer = Arrays.copyOf(photo.bytes(), photo.bytes().length + 1);
        assertThat(desk.send(ticket, longer)).isEqualTo(400);
        assertThat(desk.send(ticket, new byte[0])).isEqualTo(400);
        assertThat(desk.bucket()).isEmpty();
        assertThat(desk.refusal(() -> desk.confirm(clerk, ticket)))
                .isEqualTo("FILE_NOT_ARRIVED ticketId 文件还没有传到，请继续上传。");
        // the ticket stays open
        assertThat(desk.send(ticket, photo.bytes())).isBetween(200, 204);
        assertThat(desk.confirm(clerk, ticket).criterion()).isEqualTo("2.1");
    }
}
