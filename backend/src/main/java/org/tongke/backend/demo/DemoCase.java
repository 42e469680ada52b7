package org.tongke.backend.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.demo.DemoPlan.Planned;
import org.tongke.backend.demo.DemoProvince.PlannedCommunity;
import org.tongke.backend.demo.DemoUploads.Upload;
import org.tongke.backend.evidence.ClaimTarget;
import org.tongke.backend.verification.ProgressId;

/**
 * A new community of the demo with its fate, and what it says with which files.
 *
 * @param countyCode code of its county
 * @param clerk who uploads for it
 * @param programmeId raw id of the programme
 */
record DemoCase(PlannedCommunity community, String countyCode, DemoFate fate, Viewer clerk, String programmeId) {
    private static final String LESSONS = "2.1";
    private static final String RESEARCH = "2.2";
    private static final String EXCHANGE = "2.3";

    ProgressId progressId() {
        return new ProgressId(programmeId, community.id());
    }

    /** Whether its teachers' exchange stands in the register: where campuses are one school a list is enough. */
    boolean isRegistered() {
        return community.mode() == Mode.CO_BUILT && fate != DemoFate.EXCHANGE_LACKING;
    }

    /** All its files, the one that is sent back first. */
    List<Upload> uploads(List<Planned> lessons) {
        var uploads = new ArrayList<Upload>();
        uploads.add(photo(DemoFile.LESSON_1, "分数的初步认识：两校同上，学生在线抢答", lessons.getFirst()));
        uploads.add(photo(DemoFile.LESSON_2, null, lessons.get(lessons.size() / 2)));
        if (fate != DemoFate.PICTURE_LACKING) {
            uploads.add(upload(DemoFile.ONLINE_RESEARCH, RESEARCH));
            uploads.add(upload(DemoFile.RESEARCH_MEETING, RESEARCH));
        }
        uploads.add(upload(DemoFile.RESEARCH_RECORD, RESEARCH));
        if (community.mode() == Mode.MERGED && fate != DemoFate.EXCHANGE_LACKING) {
            uploads.add(upload(DemoFile.EXCHANGE_LIST, EXCHANGE));
        }
        return uploads;
    }

    /** The file that was a mistake. */
    Optional<Upload> withdrawn() {
        return fate == DemoFate.WITHDRAWN ? Optional.of(upload(DemoFile.RESEARCH_RECORD, RESEARCH)) : Optional.empty();
    }

    /** What takes the place of the picture that was sent back. */
    Upload better(Upload before) {
        return new Upload(
                clerk,
                programmeId,
                community.id() + "/better",
                before.target(),
                before.criterion(),
                DemoFile.LESSON_3,
                before.activityId(),
                before.evidenceId(),
                "换成能看到两边教室的");
    }

    private Upload photo(DemoFile file, @Nullable String note, Planned lesson) {
        var plain = upload(file, LESSONS);
        return new Upload(
                plain.by(),
                plain.programmeId(),
                plain.name(),
                plain.target(),
                plain.criterion(),
                file,
                DemoPlatform.of(community).key(lesson).id(),
                null,
                note);
    }

    private Upload upload(DemoFile file, String criterion) {
        return new Upload(
                clerk,
                programmeId,
                community.id() + "/" + file,
                new ClaimTarget.OneCommunity(community.id()),
                criterion,
                file);
    }
}
