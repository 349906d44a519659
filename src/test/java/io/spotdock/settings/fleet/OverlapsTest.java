package io.spotdock.settings.fleet;

import static io.spotdock.settings.fleet.Manifests.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Fault;
import io.spotdock.settings.Field;
import io.spotdock.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlapsTest {
    @TempDir
    private Path folder;

    private Manifests manifests;

    @BeforeEach
    void manifests() {
        manifests = new Manifests(folder);
    }

    @Test
    void twoEntriesOfOneOrgAreFound() throws IOException {
        assertThat(told(manifests.integrations("""
                  - {name: a, thoughtspot: {org: Sales}, aws: {account-id: "111122223333"}}
                  - {name: b, thoughtspot: {org: Sales, host: other.thoughtspot.cloud}, aws: {account-id: "111122223333"}}
                  - {name: c, thoughtspot: {org: Sales}, aws: {account-id: "444455556666"}}
                  - {name: d, thoughtspot: {org: Sales}, aws: {account-id: "444455556666"}, webhook: }
                """)))
                .containsExactly(
                        "11:5 integrations[c].thoughtspot.org: The entry a (line 9) is for the same Org, and an"
                                + " Org has one webhook for its Liveboards. Name another Org, or take one of the two out.");
    }

    @Test
    void oneRoleWithTwoMeaningsIsFoundWhateverItsCase() throws IOException {
        assertThat(told(manifests.integrations("""
                  - {name: a, thoughtspot: {org: A}, aws: {account-id: "111122223333"}, role: {name: Shared}}
                  - {name: b, thoughtspot: {org: B}, aws: {account-id: "111122223333"}, role: {name: shared}}
                  - {name: c, thoughtspot: {org: C}, aws: {account-id: "444455556666"}, role: {name: shared}}
                """)))
                .containsExactly("10:5 integrations[b].role.name: The entry a (line 9) has the same role in the same"
                        + " account, and wants it otherwise: bucket.prefix, role.name. Give each a role of its own.");
    }

    @Test
    void aRoleThatSomebodyElseMakesMayLetInSeveral() throws IOException {
        String arn = "role: {arn: \"arn:aws:iam::111122223333:role/theirs\"}";
        assertThat(told(manifests.integrations("""
                  - {name: a, thoughtspot: {org: A}, aws: {account-id: "111122223333"}, ROLE}
                  - {name: b, thoughtspot: {org: B}, aws: {account-id: "111122223333"}, ROLE}
                """.replace("ROLE", arn)))).isEmpty();
        assertThat(told(manifests.integrations("""
                  - {name: a, thoughtspot: {org: A}, aws: {account-id: "111122223333"}, ROLE}
                  - {name: b, thoughtspot: {org: B}, aws: {account-id: "111122223333"}, role: {name: theirs}}
                """.replace("ROLE", arn))))
                .singleElement()
                .asString()
                .contains("bucket.prefix, role.arn");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            aws: {account-id: "444455556666"}                                          | aws.account-id
            aws: {account-id: "111122223333", region: eu-west-1}                       | aws.region
            'aws: {account-id: "111122223333"}, bucket: {name: acme, create: false}'   | bucket.create
            'aws: {account-id: "111122223333"}, bucket: {name: acme, tls-only: false}' | bucket.tls-only
            """)
    void oneBucketWithTwoMeaningsIsFound(String other, String differing) throws IOException {
        String second = other.contains("bucket:") ? other : other + ", bucket: {name: acme}";
        assertThat(told(manifests.integrations("""
                  - {name: a, thoughtspot: {org: A}, aws: {account-id: "111122223333"}, bucket: {name: acme}}
                  - {name: b, thoughtspot: {org: B}, SECOND}
                """.replace("SECOND", second))))
                .containsExactly(
                        "10:5 integrations[b].bucket.name: The entry a (line 9) uses the same bucket, and wants"
                                + " it otherwise: " + differing + ". Give both the same there, or a bucket each.");
    }

    @Test
    void aBucketsNameIsTakenInItsPartitionOnly() throws IOException {
        assertThat(told(manifests.integrations("""
                  - {name: a, thoughtspot: {org: A}, aws: {account-id: "111122223333"}, bucket: {name: acme}}
                  - name: b
                    thoughtspot: {org: B, hosting: gcp, service-account-id: "115663769112811637952"}
                    aws: {account-id: "444455556666", region: cn-north-1}
                    bucket: {name: acme}
                """))).isEmpty();
    }

    @Test
    void aPrefixWithinAnotherIsFoundWithTheNarrowest() throws IOException {
        String entries = prefixes("x/", "x/y/", "x/y/z/", "x/y", "xy/", "w/");
        assertThat(told(manifests.integrations(entries)))
                .containsExactly(
                        "10:5 integrations[n1].bucket.prefix: This lies within x/y, the prefix of the entry n3 (line"
                                + " 12), whose role may write here too. Give each a prefix of its own, ending with “/”.",
                        "11:5 integrations[n2].bucket.prefix: This lies within x/y/, the prefix of the entry n1 (line"
                                + " 10), whose role may write here too. Give each a prefix of its own, ending with “/”.",
                        "12:5 integrations[n3].bucket.prefix: This lies within x/, the prefix of the entry n0 (line 9),"
                                + " whose role may write here too. Give each a prefix of its own, ending with “/”.");
    }

    @Test
    void aWholeBucketHoldsEveryPrefix() throws IOException {
        assertThat(told(manifests.integrations(prefixes("x/", ""))))
                .containsExactly(
                        "9:5 integrations[n0].bucket.prefix: The entry n1 (line 10) has the whole bucket, with no"
                                + " prefix, so that its role may write here too. Give each a prefix of its own.");
    }

    @Test
    void onePrefixForTwoRolesIsFound() throws IOException {
        assertThat(told(manifests.integrations(prefixes("x/", "x/"))))
                .containsExactly(
                        "10:5 integrations[n1].bucket.prefix: The entry n0 (line 9) delivers into the same bucket"
                                + " under the same prefix, by another role or other settings. Give each a prefix of its own, or"
                                + " both the same role.");
    }

    @Test
    void severalOrgsMayShareOneDestinationOnPurpose() throws IOException {
        String entries = IntStream.range(0, 7)
                .mapToObj(i -> ("  - {name: n%d, thoughtspot: {org: o%d}, aws: {account-id: \"111122223333\"},"
                                + " bucket: {name: acme, prefix: all/}, role: {name: one}}\n")
                        .formatted(i, i))
                .collect(Collectors.joining());
        assertThat(manifests.integrations(entries))
                .isInstanceOfSatisfying(
                        ManifestChecked.Good.class,
                        good -> assertThat(good.notes())
                                .containsExactly(
                                        Fault.of("note.fleet.shared", "acme/all/", "n0, n1, n2, n3, n4, … (7)")));
    }

    /** Or a message would say that two want different things, and not which. */
    @Test
    void whateverMakesTwoDifferOnAwsHasAName() throws IOException {
        List<Settings> variants =
                Arrays.stream("""
                role: {name: other}
                role: {external-id: other}
                role: {arn: "arn:aws:iam::111122223333:role/r"}
                bucket: {name: other}
                bucket: {prefix: other/}
                bucket: {create: false}
                bucket: {tls-only: false}
                bucket: {kms-key: "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"}
                thoughtspot: {account-id: "999999999999"}
                thoughtspot: {hosting: detect}
                thoughtspot: {hosting: gcp, service-account-id: "115663769112811637952"}
                aws: {account-id: "444455556666"}
                aws: {account-id: "111122223333", region: eu-west-1}
                """.split("\n")).map(this::variant).toList();
        Settings base = variant("aws: {account-id: \"111122223333\"}");
        assertThat(variants)
                .allSatisfy(other -> assertThat(Trait.differing(Trait.OF_ROLE, base, other))
                        .as(other.toString())
                        .isNotEmpty()
                        .satisfies(_ -> assertThat(base.sameOnAws(other)).isFalse()));
        assertThat(Trait.OF_ROLE)
                .extracting(Trait::field)
                .doesNotHaveDuplicates()
                .doesNotContain(Field.HOST, Field.ORG, Field.PROFILE);
    }

    private Settings variant(String words) {
        try {
            String account = words.startsWith("aws:") ? "" : ", aws: {account-id: \"111122223333\"}";
            ManifestChecked checked = manifests.integrations("  - {name: r, " + words + account + "}\n");
            assertThat(told(checked)).isEmpty();
            return checked.good().orElseThrow().entries().getFirst().settings();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String prefixes(String... prefixes) {
        return IntStream.range(0, prefixes.length)
                .mapToObj(i -> ("  - {name: n%d, thoughtspot: {org: o%d}, aws: {account-id: \"111122223333\"},"
                                + " bucket: {name: acme, prefix: \"%s\"}}\n")
                        .formatted(i, i, prefixes[i]))
                .collect(Collectors.joining());
    }
}
