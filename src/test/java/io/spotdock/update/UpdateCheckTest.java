package io.spotdock.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.SemanticVersion;
import io.spotdock.journal.DataDirectory;
import io.spotdock.releases.LatestRelease;
import io.spotdock.update.Answer.NotAsked;
import io.spotdock.update.Answer.Why;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateCheckTest {
    private final ReleaseServer server = new ReleaseServer().telling("v1.4.0");
    private final Map<String, String> environment = new HashMap<>();
    private Instant now = Instant.parse("2026-11-26T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void close() {
        server.close();
    }

    /** As each start of the program makes its own. */
    private UpdateCheck check(String version) {
        return check(version, server.address().toString());
    }

    private UpdateCheck check(String version, String ofPackage) {
        Optional<SemanticVersion> own = SemanticVersion.parse(version);
        return new UpdateCheck(
                own,
                UpdateRules.of(environment, ofPackage),
                address -> new LatestRelease(address, own.orElseThrow(), environment),
                new UpdateNotes(new DataDirectory(folder.resolve("own"))),
                () -> now);
    }

    private Optional<String> news(String version) {
        return check(version).news().map(newer -> newer.latest().version().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "1.3.0,      v1.4.0,      true",
        "1.3.0,      1.3.1,       true",
        "1.4.0,      v1.4.0,      false",
        "1.4.1,      v1.4.0,      false",
        "1.10.0,     v1.9.0,      false",
        "1.4.0-rc.1, v1.4.0,      true",
        "1.4.0-rc.1, v1.4.0-rc.2, true",
        // What is still to come is not for those who run what is done.
        "1.3.0,      v1.4.0-rc.1, false"
    })
    void onlyALaterReleaseIsNewer(String own, String tag, boolean newer) {
        server.telling(tag);
        Answer answer = check(own).ask();
        assertThat(answer instanceof Answer.Newer).as("%s", answer).isEqualTo(newer);
        assertThat(answer instanceof Answer.UpToDate).isEqualTo(!newer);
    }

    @Test
    void whatItsMakersCallPreliminaryIsNotForThoseWhoRunWhatIsDone() {
        server.telling("v1.4.0", Map.of("prerelease", "true"));
        assertThat(check("1.3.0").ask()).isInstanceOf(Answer.UpToDate.class);
        assertThat(check("1.4.0-rc.1").ask()).isInstanceOf(Answer.Newer.class);
    }

    @Test
    void aBuildThatKnowsOfNoReleasesAsksNobodyAndSaysSo() {
        assertThat(check("1.3.0", "").ask()).isEqualTo(new NotAsked(Why.NO_ADDRESS));
        assertThat(check("1.3.0", "").news()).isEmpty();
        assertThat(folder.resolve("own")).doesNotExist();
    }

    @Test
    void nothingIsNewerThanABuildThatIsNobodysRelease() {
        assertThat(check("(development)").ask()).isEqualTo(new NotAsked(Why.DEVELOPMENT));
        assertThat(news("(development)")).isEmpty();
        assertThat(server.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "0", "false", "no", " OFF "})
    void aCompanySwitchesItOffForAllWhoeverAsks(String value) {
        assertThat(news("1.3.0")).contains("1.4.0");
        environment.put("SPOTDOCK_UPDATE_CHECK", value);
        assertThat(check("1.3.0").ask()).isEqualTo(new NotAsked(Why.FORBIDDEN));
        assertThat(news("1.3.0")).isEmpty();
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aPersonSwitchesItOffAndIsAnsweredAllTheSameWhenAsking() {
        check("1.3.0").turn(false);
        assertThat(check("1.3.0").isOn()).isFalse();
        assertThat(check("1.3.0").askAtTimes()).isEqualTo(new NotAsked(Why.OFF));
        assertThat(news("1.3.0")).isEmpty();
        assertThat(server.asked()).isEmpty();

        assertThat(check("1.3.0").ask()).isInstanceOf(Answer.Newer.class);
        // Having heard of it is no reason to tell of it.
        assertThat(news("1.3.0")).isEmpty();

        check("1.3.0").turn(true);
        assertThat(news("1.3.0")).contains("1.4.0");
    }

    @Test
    void byItselfItAsksOnceADayAndRemembersWhatItHeard() {
        assertThat(news("1.3.0")).contains("1.4.0");
        now = now.plus(Duration.ofHours(24)).minusMillis(1);
        assertThat(check("1.3.0").askAtTimes()).isEqualTo(new NotAsked(Why.RECENTLY));
        assertThat(check("1.3.0").news().orElseThrow().latest().page().map(String::valueOf))
                .contains("https://github.com/spotdock/spotdock/releases/tag/v1.4.0");
        assertThat(server.asked()).hasSize(1);

        server.telling("v1.5.0");
        now = now.plusMillis(1);
        assertThat(news("1.3.0")).contains("1.5.0");
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void oneThatWasInstalledMeanwhileIsNotToldOf() {
        assertThat(news("1.3.0")).contains("1.4.0");
        assertThat(news("1.4.0")).isEmpty();
    }

    @Test
    void aFailureIsSilentAndNotTriedAgainTheSameDay() {
        assertThat(news("1.3.0")).contains("1.4.0");
        now = now.plus(Duration.ofDays(1));
        server.answering(503, Map.of(), "");
        // What was heard before still holds.
        assertThat(news("1.3.0")).contains("1.4.0");
        assertThat(check("1.3.0").askAtTimes()).isEqualTo(new NotAsked(Why.RECENTLY));
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void aPersonIsToldWhyItCouldNotBeTold() {
        server.answering(503, Map.of(), "");
        assertThat(check("1.3.0").ask()).isEqualTo(new Answer.Unknown(new Failure.Unreachable("localhost", "503")));
    }

    @Test
    void aClockThatWasSetBackDoesNotSilenceItForYears() {
        news("1.3.0");
        now = now.minus(Duration.ofDays(900));
        news("1.3.0");
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void aVersionWhoseLineWasClosedIsNotToldOfAgainButALaterOneIs() {
        SemanticVersion version = check("1.3.0").news().orElseThrow().latest().version();
        check("1.3.0").close(version);
        assertThat(news("1.3.0")).isEmpty();
        now = now.plus(Duration.ofDays(1));
        assertThat(news("1.3.0")).isEmpty();
        assertThat(check("1.3.0").ask()).isInstanceOf(Answer.Newer.class);

        server.telling("v1.4.1");
        now = now.plus(Duration.ofDays(1));
        assertThat(news("1.3.0")).contains("1.4.1");
    }

    @Test
    void whatAPersonOrACompanyNamesStandsAboveThePackage() {
        environment.put("SPOTDOCK_RELEASES", server.address().toString());
        assertThat(check("1.3.0", "https://releases.example.com/nobody").ask()).isInstanceOf(Answer.Newer.class);
        assertThat(server.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://releases.example.com/latest",
                "ftp://releases.example.com/latest",
                "https://user:secret@releases.example.com/",
                "https://",
                "releases.example.com",
                "ht tp://"
            })
    void anAddressInClearOrWithAUserNameIsRefusedBeforeAnybodyIsAsked(String address) {
        environment.put("SPOTDOCK_RELEASES", address);
        assertThat(check("1.3.0").ask())
                .isEqualTo(new Answer.Unknown(
                        new Failure.Invalid("SPOTDOCK_RELEASES", Fault.of("fault.updates.address"), "")));
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void whereNothingCanBeWrittenDownNobodyIsAskedEachTime() throws IOException {
        Files.writeString(folder.resolve("own"), "a file in the folder's place");
        UpdateCheck check = check("1.3.0");
        assertThatThrownBy(check::news).isInstanceOf(FailureException.class);
        assertThat(server.asked()).isEmpty();
        // A person who asks is answered all the same.
        assertThat(check.ask()).isInstanceOf(Answer.Newer.class);
    }

    @Test
    void whatSomebodySpoiltInTheNotesCountsAsNotThere() throws IOException {
        Path notes = Files.createDirectories(folder.resolve("own")).resolve("updates");
        Files.writeString(
                notes,
                "asked yesterday\nheard 99.0.0\u001b[2J\npage javascript:alert(1)\nclosed\n\nnonsense\ncheck maybe\n");
        assertThat(news("1.3.0")).contains("1.4.0");
        Files.writeString(notes, "asked " + now + "\nheard 9.0.0\npage http://evil.example/\n");
        assertThat(check("1.3.0").news().orElseThrow().latest().page()).isEmpty();
    }
}
