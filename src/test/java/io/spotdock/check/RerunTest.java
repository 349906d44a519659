package io.spotdock.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.CheckResult.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RerunTest {
    private static List<String> again(Map<String, Status> exceptions) {
        List<CheckResult> results = Catalogue.all().stream()
                .map(check -> result(check, exceptions.getOrDefault(check.id(), Status.PASSED)))
                .toList();
        return Rerun.of(Catalogue.all(), results).stream().map(Check::id).toList();
    }

    private static CheckResult result(Check check, Status status) {
        return new CheckResult(
                check.id(),
                check.group(),
                check.strength(),
                status,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    @Test
    void withoutAnEarlierTestEverythingIsRun() {
        assertThat(Rerun.of(Catalogue.all(), List.of())).isEqualTo(Catalogue.all());
    }

    @Test
    void whatPassedWarnedOrDoesNotApplyIsNotRunAgain() {
        assertThat(again(Map.of("bucket.private", Status.WARNED, "role.provider", Status.SKIPPED)))
                .isEmpty();
    }

    @Test
    void oneThatOnlyReadsIsRunAloneAgain() {
        assertThat(again(Map.of("role.trust", Status.FAILED))).containsExactly("role.trust");
    }

    @Test
    void whatWasNotReachedIsRunWithWhatItWaitedFor() {
        assertThat(again(Map.of("upload.write", Status.FAILED, "upload.read-back", Status.NOT_REACHED)))
                .containsExactly("upload.write", "upload.read-back", "upload.encryption", "upload.removed");
    }

    @Test
    void aFileThatIsGoneIsWrittenAnewForTheCheckThatReadsItBack() {
        assertThat(again(Map.of("upload.read-back", Status.FAILED)))
                .containsExactly("upload.write", "upload.read-back", "upload.encryption", "upload.removed");
    }

    @Test
    void thoughtSpotWritesAnewForTheLastOfTheChecksThatLookAtItsFile() {
        assertThat(again(Map.of("delivery.removed", Status.FAILED)))
                .containsExactly("delivery.validate", "delivery.file", "delivery.removed", "delivery.receiver");
    }
}
