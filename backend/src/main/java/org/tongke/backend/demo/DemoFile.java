package org.tongke.backend.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A drawn file that says 演示 all over; how they were made: {@code src/main/scripts/demo-files.py}. */
enum DemoFile {
    APPROVAL("approval.pdf", "关于公布新组建教育共同体名单的通知（演示）.pdf"),
    ASSESSMENT_PLAN("assessment-plan.pdf", "教育共同体考核方案（演示）.pdf"),
    RESEARCH_RECORD("research-record.pdf", "教研活动记录（演示）.pdf"),
    EXCHANGE_LIST("exchange-list.pdf", "已交流教师名单（演示）.pdf"),
    LESSON_1("lesson-1.jpg", "同步课堂-数学（演示）.jpg"),
    LESSON_2("lesson-2.jpg", "同步课堂-语文（演示）.jpg"),
    LESSON_3("lesson-3.jpg", "同步课堂-科学（演示）.jpg"),
    ONLINE_RESEARCH("online-research.jpg", "网络研修（演示）.jpg"),
    RESEARCH_MEETING("research-meeting.jpg", "集体备课（演示）.jpg"),
    FRACTIONS_PLAN("fractions-plan.pdf", "分数的初步认识-教案（演示）.pdf"),
    FRACTIONS_EXERCISE("fractions-exercise.pdf", "分数墙练习单（演示）.pdf"),
    LIGHT_EXPERIMENT("light-experiment.pdf", "光的反射-实验记录（演示）.pdf");

    private final String resource;
    private final String fileName;

    DemoFile(String resource, String fileName) {
        this.resource = resource;
        this.fileName = fileName;
    }

    /** Name on the device that it is said to come from. */
    String fileName() {
        return fileName;
    }

    String mediaType() {
        return isPicture() ? "image/jpeg" : "application/pdf";
    }

    /** The bytes with a comment, so that the files of two communities are two files, as they are in life. */
    byte[] bytes(String comment) {
        var drawn = drawn();
        return isPicture() ? commented(drawn, comment) : ended(drawn, comment);
    }

    private boolean isPicture() {
        return resource.endsWith(".jpg");
    }

    private byte[] drawn() {
        try (var stream = Objects.requireNonNull(DemoFile.class.getResourceAsStream("/demo/" + resource), resource)) {
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A segment COM right after the marker that begins a JPEG; its length counts its own two bytes. */
    private static byte[] commented(byte[] jpeg, String comment) {
        var words = comment.getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.write(0xFF);
        bytes.write(0xFE);
        bytes.write((words.length + 2) >> 8);
        bytes.write(words.length + 2);
        bytes.writeBytes(words);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /** A comment may follow the end of a PDF. */
    private static byte[] ended(byte[] pdf, String comment) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(pdf);
        bytes.writeBytes(("\n% " + comment + "\n").getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
