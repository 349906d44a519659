package io.spotdock.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.domain.resource.StorageDestination;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the sandbox can't hold: a webhook whose files go to Google Cloud Storage, and two webhooks in one Org. */
class ThoughtSpotComparisonTest {
    private static final StorageDestination S3 = new StorageDestination(
            "exports",
            "us-east-1",
            "arn:aws:iam::999888777666:role/r",
            Optional.of(new ExternalId("x1")),
            KeyPrefix.NONE);
    private static final Webhook WANTED = webhook("", "Webhook_S3", S3);
    private static final Webhook GOOGLES = webhook("w1", "Webhook_S3", StorageDestination.ofGoogle("their-bucket"));

    @Test
    void filesInGoogleCloudAreNotSentToS3UnaskedEvenWhereTheWebhookIsOurs() {
        Change change = comparison(Set.of("w1")).webhook(WANTED, List.of(GOOGLES));

        assertThat(change)
                .isInstanceOfSatisfying(
                        Change.Conflict.class,
                        conflict -> assertThat(((Failure.Conflict) conflict.failure())
                                        .evidence()
                                        .key())
                                .isEqualTo("fault.webhook.google"));
        assertThat(comparison(Set.of("w1")).switched(GOOGLES, false))
                .as("switching it off sends nothing elsewhere")
                .isInstanceOf(Change.Update.class);
    }

    @Test
    void onAPersonsWordTheyAre() {
        Consent consent = new Consent(Set.of(), Set.of(), Set.of(), Set.of(ResourceKind.WEBHOOK), Secrets.TYPED);

        assertThat(new ThoughtSpotComparison(consent).webhook(WANTED, List.of(GOOGLES)))
                .isInstanceOf(Change.Update.class);
    }

    @Test
    void deletingOneSaysThatItsDestinationCantBeBroughtBack() {
        Change.Delete delete = (Change.Delete) comparison(Set.of("w1")).removal(GOOGLES);

        assertThat(delete.details())
                .filteredOn(lost -> lost.field().equals("field.bucket"))
                .extracting(Difference::note)
                .containsExactly(Optional.of("note.google-not-kept"));
        assertThat(delete.details()).extracting(Difference::field).doesNotContain("field.region", "field.role-arn");
    }

    @Test
    void ofSeveralTheOneThatIsOursIsMeant() {
        Webhook ours = webhook("w2", "Old_name", S3);

        assertThat(comparison(Set.of("w2")).theOne(List.of(GOOGLES, ours), "Webhook_S3"))
                .contains(ours);
        assertThat(comparison(Set.of()).theOne(List.of(ours, GOOGLES), "Webhook_S3"))
                .contains(GOOGLES);
        assertThat(comparison(Set.of()).theOne(List.of(ours, GOOGLES), "Neither"))
                .contains(ours);
    }

    private static ThoughtSpotComparison comparison(Set<String> ours) {
        return new ThoughtSpotComparison(new Consent(Set.of(), ours, Set.of(), Set.of(), Secrets.TYPED));
    }

    private static Webhook webhook(String id, String name, StorageDestination storage) {
        return new Webhook(
                Optional.of(id).filter(text -> !text.isEmpty()),
                name,
                "https://api.example.com/hook",
                Optional.empty(),
                Map.of(),
                new WebhookAuthentication.None(),
                Optional.empty(),
                Map.of(),
                Optional.of(storage),
                Optional.empty());
    }
}
