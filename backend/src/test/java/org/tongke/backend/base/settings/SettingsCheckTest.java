package org.tongke.backend.base.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.mock.env.MockEnvironment;
import org.tongke.backend.BackendApplication;

class SettingsCheckTest {
    private static MockEnvironment good() {
        return new MockEnvironment()
                .withProperty("spring.mongodb.uri", "mongodb://mongo:27017/?replicaSet=rs0")
                .withProperty("tongke.bucket.endpoint", "http://minio:9000")
                .withProperty("tongke.bucket.access-key", "key")
                .withProperty("tongke.bucket.secret-key", "secret");
    }

    @Test
    void takesWhatIsNeededAlone() {
        assertThatCode(() -> SettingsCheck.check(good())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "tongke.public-url, https://tongke.example.cn",
        "tongke.public-url, http://10.0.0.7:8080/",
        "tongke.live.beat, 100ms",
        "tongke.programmes, .",
        "tongke.zone, Asia/Urumqi",
        "tongke.demo-weeks, 10",
        "spring.mongodb.uri, mongodb+srv://a.example.cn"
    })
    void takes(String name, String value) {
        assertThatCode(() -> SettingsCheck.check(good().withProperty(name, value)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "tongke.public-url, tongke.example.cn",
        "tongke.public-url, https://tongke.example.cn/app",
        "tongke.public-url, ftp://tongke.example.cn",
        "tongke.administrator-password, short",
        "tongke.metrics-token, short",
        "tongke.demo, yes",
        "tongke.explore, 1",
        "tongke.demo-weeks, -1",
        "tongke.demo-weeks, many",
        "tongke.programmes, nowhere-at-all",
        "tongke.zone, Mars/Olympus",
        "tongke.feed, fast",
        "tongke.live.beat, 5m",
        "tongke.live.longest, long",
        "tongke.graphql.max-depth, 0",
        "tongke.graphql.max-cost, 1e3",
        "tongke.resource.quota-bytes, 20GB",
        "tongke.resource.report-days, 0",
        "tongke.mongo.database, a.b",
        "spring.mongodb.uri, mongo:27017",
        "tongke.bucket.endpoint, minio",
        "tongke.bucket.access-key, ''",
        "tongke.bucket.secret-key, ''",
        "tongke.bucket.name, Files",
        "tongke.bucket.region, Hangzhou 1",
        "tongke.stores, embeded"
    })
    void refuses(String name, String value) {
        assertThatThrownBy(() -> SettingsCheck.check(good().withProperty(name, value)))
                .isInstanceOfSatisfying(
                        WrongSettingException.class,
                        refused -> assertThat(refused.wrong()).singleElement().satisfies(wrong -> {
                            assertThat(wrong.name()).isEqualTo(name);
                            assertThat(wrong.toString()).as("may be a secret").doesNotContain(" " + value + " ");
                        }));
    }

    @Test
    void keepsTheBackendFromStartingAndNamesAll() {
        var backend = new SpringApplicationBuilder(BackendApplication.class);
        assertThatThrownBy(() -> backend.run("--tongke.zone=Mars", "--tongke.demo=perhaps"))
                .isInstanceOfSatisfying(
                        WrongSettingException.class,
                        refused -> assertThat(refused.wrong())
                                .extracting(WrongSettingException.WrongSetting::variable)
                                .containsExactly(
                                        "TONGKE_DEMO",
                                        "TONGKE_ZONE",
                                        "TONGKE_BUCKET_ENDPOINT",
                                        "TONGKE_BUCKET_ACCESS_KEY",
                                        "TONGKE_BUCKET_SECRET_KEY"));
    }
}
