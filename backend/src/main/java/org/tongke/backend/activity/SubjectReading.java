package org.tongke.backend.activity;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongke.backend.directory.SubjectNames;

/** Tells the directory, which stands below the subjects, which of them a name means. */
@Component
class SubjectReading implements SubjectNames {
    private final Subjects subjects;

    SubjectReading(Subjects subjects) {
        this.subjects = subjects;
    }

    @Override
    public Optional<String> find(String codeOrName) {
        return subjects.find(codeOrName).map(Subject::code);
    }

    @Override
    public String nameOf(String code) {
        return subjects.get(code).name().zh();
    }

    @Override
    public String nameOf(String code, Locale locale) {
        return subjects.get(code).name().in(locale);
    }
}
