package org.tongke.backend.base.settings;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which settings are wrong, in place of a stack trace. */
class WrongSettingAnalyzer extends AbstractFailureAnalyzer<WrongSettingException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, WrongSettingException cause) {
        var names = cause.wrong().stream()
                .map(WrongSettingException.WrongSetting::toString)
                .collect(Collectors.joining("\n"));
        return new FailureAnalysis(names, "Every setting is described in docs/operations.md.", cause);
    }
}
