package io.spotdock.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cluster is known to do, by its release or by what was seen. */
class ClusterTest {
    @ParameterizedTest
    @CsvSource({
        "26.8.0.cl-97, 26, 8, 0, 97",
        "26.8.0.cl, 26, 8, 0, 0",
        "26.8, 26, 8, 0, 0",
        "' 10.14.2.cl-3\t', 10, 14, 2, 3",
        "10.1.0.sw-55, 10, 1, 0, 55",
        "ThoughtSpot 26.4.1-8, 26, 4, 1, 8",
        "v26.4.0.cl-8.1, 26, 4, 0, 8",
        "99999.1.26.4, 0, 0, 0, 0",
        "unknown, 0, 0, 0, 0",
        "'', 0, 0, 0, 0"
    })
    void aReleaseIsReadAsItIsWritten(String text, int year, int month, int patch, int build) {
        Optional<Release> expected =
                year == 0 ? Optional.empty() : Optional.of(new Release(year, month, patch, build, text.strip()));
        assertThat(Release.parse(text)).isEqualTo(expected);
    }

    private static Release release(String text) {
        return Release.parse(text).orElseThrow();
    }

    @Test
    void releasesAreOrderedByTheirNumbers() {
        List<Release> sorted = List.of(
                release("9.12.0.cl"),
                release("10.14.0.cl"),
                release("26.4.0.cl-9"),
                release("26.4.0.cl-10"),
                release("26.10.0.cl"));
        assertThat(sorted.reversed().stream().sorted()).isEqualTo(sorted);
        assertThat(release("26.4.0.cl-1").isAtLeast(Capability.VALIDATE.since()))
                .isTrue();
        assertThat(release("26.3.9.cl-900").isAtLeast(Capability.VALIDATE.since()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"26.7.0.cl-1", "27.1"})
    void aReleaseTellsOfEverything(String text) {
        Cluster cluster = new Cluster(Optional.of(release(text)), Set.of(), Set.of());
        assertThat(cluster.lacking()).isEmpty();
        assertThat(EnumSet.allOf(Capability.class)).allMatch(cluster::has);
        assertThat(new Cluster(Optional.of(release("26.4")), Set.of(), Set.of()).lacking())
                .containsExactlyInAnyOrder(Capability.WEBHOOK_STATUS, Capability.STORAGE_CONFIG);
    }

    @Test
    void whatNothingTellsIsNeitherThereNorMissing() {
        assertThat(EnumSet.allOf(Capability.class))
                .noneMatch(Cluster.UNKNOWN::has)
                .noneMatch(Cluster.UNKNOWN::lacks);
    }

    @Test
    void whatIsSeenShowsHowOldAClusterIs() {
        Cluster newest = new Cluster(Optional.empty(), Set.of(Capability.STORAGE_CONFIG), Set.of());
        assertThat(EnumSet.allOf(Capability.class)).allMatch(newest::has);
        Cluster older =
                new Cluster(Optional.empty(), Set.of(Capability.ADDITIONAL_HEADERS), Set.of(Capability.STORAGE_CONFIG));
        assertThat(older.has(Capability.VALIDATE)).isTrue();
        assertThat(older.lacking()).containsExactlyInAnyOrder(Capability.WEBHOOK_STATUS, Capability.STORAGE_CONFIG);
        Cluster open = new Cluster(Optional.empty(), Set.of(), Set.of(Capability.STORAGE_CONFIG));
        assertThat(open.has(Capability.VALIDATE) || open.lacks(Capability.VALIDATE))
                .isFalse();
    }

    @Test
    void whatWasSeenToBeMissingIsMissingWhateverTheRelease() {
        Cluster off = new Cluster(Optional.of(release("26.8")), Set.of(), Set.of()).without(Capability.WEBHOOKS);
        assertThat(off.has(Capability.WEBHOOKS)).isFalse();
        assertThat(off.lacking()).containsExactly(Capability.WEBHOOKS);
    }

    @Test
    void eachRightIsGivenByAnyOfItsPrivileges() {
        assertThat(ThoughtSpotRight.missing(Set.of("ADMINISTRATION"))).containsExactly(ThoughtSpotRight.ORGS);
        assertThat(ThoughtSpotRight.missing(Set.of("DEVELOPER")))
                .containsExactly(ThoughtSpotRight.SYSTEM, ThoughtSpotRight.ORGS);
        assertThat(ThoughtSpotRight.CHANNEL.isGivenBy(Set.of("APPLICATION_ADMINISTRATION")))
                .isTrue();
        assertThat(ThoughtSpotRight.WEBHOOKS.isGivenBy(Set.of("APPLICATION_ADMINISTRATION")))
                .isFalse();
        assertThat(ThoughtSpotRight.WEBHOOKS.toAskFor()).isEqualTo("CAN_MANAGE_WEBHOOKS");
    }

    @Test
    void schedulesWantAPrivilegeOnlyWhereRolesGiveThem() {
        assertThat(ThoughtSpotRight.SCHEDULES.isGivenBy(Set.of())).isTrue();
        assertThat(ThoughtSpotRight.SCHEDULES.isGivenBy(Set.of("CAN_MANAGE_WEBHOOKS")))
                .isFalse();
        assertThat(ThoughtSpotRight.SCHEDULES.isGivenBy(Set.of("CAN_MANAGE_WEBHOOKS", "JOBSCHEDULING")))
                .isTrue();
        assertThat(ThoughtSpotRight.DOWNLOAD.isGivenBy(Set.of("CAN_MANAGE_WEBHOOKS", "JOBSCHEDULING")))
                .isFalse();
    }
}
