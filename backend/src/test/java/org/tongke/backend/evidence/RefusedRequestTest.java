package org.tongke.backend.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.support.BackendTest;

/** Leave to upload that is not given. */
@BackendTest
class RefusedRequestTest {
    private final ApplicationContext app;
    private final Desk desk;

    @Autowired
    RefusedRequestTest(ApplicationContext app) {
        this.app = app;
        desk = Desk.of(app);
    }

    private String answer(Viewer viewer, Upload upload) {
        return desk.refusal(() -> desk.request(viewer, upload));
    }

    @Test
    void forAFormThatIsFilledInWrongly() {
        var photo = Upload.photo(30)
                .named(" ")
                .noted("字".repeat(501))
                .typed("image/gif")
                .proving("");
        assertThat(answer(desk.clerk(), photo)).isEqualTo("""
                REQUIRED criterion 这一项必须填写。
                REQUIRED fileName 这一项必须填写。
                TOO_LONG note 文字过长，最多 500 个字。
                FILE_TYPE_NOT_TAKEN mediaType 不支持这种文件，请上传 JPG、PNG、WebP 图片、PDF 或 XLSX 表格。""");
        assertThat(answer(desk.clerk(), Upload.photo(30).named("名".repeat(201))))
                .isEqualTo("TOO_LONG fileName 文字过长，最多 200 个字。");
        assertThat(answer(desk.clerk(), Upload.photo(30).named("😀".repeat(200))))
                .isEqualTo("done");
    }

    @Test
    void forAPhotoThatNobodyCanRead() {
        assertThat(answer(desk.clerk(), Upload.photo(31).typed("image/HEIC")))
                .isEqualTo("FILE_HEIC mediaType 读不了 HEIC 照片。请在 iPhone「设置 › 相机 › 格式」选「兼容性最佳」，或发送 JPG。");
    }

    @Test
    void forASizeThatNoFileMayHave() {
        assertThat(sized(0)).isEqualTo("FILE_EMPTY sizeBytes 文件是空的。");
        assertThat(sized(-1)).isEqualTo("OUT_OF_RANGE sizeBytes 须在 1 到 26214400 之间。");
        assertThat(sized(26_214_401)).isEqualTo("FILE_TOO_LARGE sizeBytes 文件过大，最多 25 MB。");
        assertThat(sized(26_214_400)).isEqualTo("done");
        var table = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        assertThat(desk.refusal(() -> claims().request(request(table, 10_485_761), desk.clerk(), Scope.EVERYWHERE)))
                .isEqualTo("FILE_TOO_LARGE sizeBytes 文件过大，最多 10 MB。");
    }

    @Test
    void forATableThatHasOnlyToBeSavedAnew() {
        assertThat(answer(desk.clerk(), Upload.photo(31).typed("application/vnd.ms-excel")))
                .isEqualTo("FILE_OLD_OR_LOCKED mediaType 这是旧版文件（如 .xls）或设有密码，请去掉密码、另存为新版格式（如 .xlsx）后再传。");
        assertThat(answer(desk.clerk(), Upload.photo(31).typed("application/vnd.ms-excel.sheet.macroEnabled.12")))
                .isEqualTo("FILE_MACROS mediaType 文件带有宏，请另存为不含宏的文件（如 .xlsx）后再传。");
    }

    private String sized(long sizeBytes) {
        return desk.refusal(() -> claims().request(request(sizeBytes, "0".repeat(64)), desk.clerk(), Scope.EVERYWHERE));
    }

    @Test
    void forAHashThatIsNone() {
        var upper = "A".repeat(64);
        assertThat(desk.refusal(() -> claims().request(request(10, upper), desk.clerk(), Scope.EVERYWHERE)))
                .isEqualTo("MALFORMED sha256 格式不对：应为 64 位小写十六进制数。");
    }

    private EvidenceClaims claims() {
        return app.getBean(EvidenceClaims.class);
    }

    private ClaimRequest request(String mediaType, long sizeBytes) {
        return request(mediaType, sizeBytes, "0".repeat(64));
    }

    private ClaimRequest request(long sizeBytes, String sha256) {
        return request("image/jpeg", sizeBytes, sha256);
    }

    private ClaimRequest request(String mediaType, long sizeBytes, String sha256) {
        return new ClaimRequest(
                UUID.randomUUID(),
                new ClaimTarget.OneCommunity(desk.community().id()),
                "2.1",
                Optional.empty(),
                Optional.empty(),
                "课堂.jpg",
                mediaType,
                sizeBytes,
                sha256,
                Optional.empty());
    }

    @Test
    void forACriterionThatIsNotAsked() {
        assertThat(answer(desk.clerk(), Upload.photo(32).proving("9.9")))
                .isEqualTo("CRITERION_UNKNOWN criterion 该年度的指标 9.9 对这个教共体（或这类活动）没有要求。");
        var collaborative = Desk.of(app, Mode.COLLABORATIVE);
        assertThat(collaborative.refusal(() -> collaborative.request(collaborative.clerk(), Upload.photo(32))))
                .startsWith("CRITERION_UNKNOWN");
        var research = desk.activity("ONLINE_RESEARCH");
        assertThat(answer(desk.clerk(), Upload.photo(32).showing(research))).startsWith("CRITERION_UNKNOWN");
    }

    @Test
    void forAFileOfAnotherKindThanAsked() {
        assertThat(answer(desk.clerk(), Upload.photo(33).proving("1.1")))
                .isEqualTo("FILE_KIND_NOT_ASKED mediaType 这项指标需要的是PDF 文件。");
        var online = desk.activity("ONLINE_RESEARCH");
        assertThat(answer(desk.clerk(), Upload.pdf().proving("2.2").showing(online)))
                .isEqualTo("FILE_KIND_NOT_ASKED mediaType 这项指标需要的是图片（JPG、PNG 或 WebP）。");
        var offline = desk.activity("OFFLINE_RESEARCH");
        assertThat(answer(desk.clerk(), Upload.pdf().proving("2.2").showing(offline)))
                .isEqualTo("done");
        assertThat(answer(desk.clerk(), Upload.pdf().proving("2.2"))).isEqualTo("done");
    }

    @Test
    void forALessonOfOthersOrNone() {
        var others = Desk.of(app).activity("SYNCED_LESSON");
        assertThat(answer(desk.clerk(), Upload.photo(34).showing(others)))
                .isEqualTo("ACTIVITY_NOT_OF_COMMUNITY activityId 这节课不属于这个教共体。");
        assertThat(answer(desk.clerk(), Upload.photo(34).showing("supplier:none")))
                .isEqualTo("NOT_FOUND activityId 没有找到，或者你无权查看。");
    }

    @Test
    void forAnIdThatStandsForSomethingElse() {
        var photo = Upload.photo(35);
        desk.request(desk.clerk(), photo);
        assertThat(answer(desk.clerk(), photo.noted("改了"))).startsWith("ID_REUSED id ");
        assertThat(answer(desk.clerk(), photo)).isEqualTo("done");
    }
}
