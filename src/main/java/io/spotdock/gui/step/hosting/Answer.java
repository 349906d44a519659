package io.spotdock.gui.step.hosting;

import io.spotdock.domain.Cluster;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Release;
import io.spotdock.domain.ThoughtSpotRight;
import io.spotdock.port.WebhookService.SessionUser;
import io.spotdock.service.Connected;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of what ThoughtSpot answered.
 *
 * @param says what it means, unless something about it has to be told at length
 */
public record Answer(About about, String value, Optional<Fault> says) {
    /** What a line is about. */
    public enum About {
        AWS_ACCOUNT("wizard.hosting.aws-account", "wizard.hosting.aws-account-says"),
        SERVICE_ACCOUNT("wizard.hosting.service-account", "wizard.hosting.service-account-says"),
        EXTERNAL_ID("wizard.hosting.external-id", "wizard.hosting.external-id-says"),
        ORG("wizard.hosting.org", "wizard.hosting.org-says"),
        YOU("wizard.hosting.you", "wizard.hosting.you-says"),
        RELEASE("wizard.hosting.release", "wizard.hosting.release-says");

        private final String label;
        private final String meaning;

        About(String label, String meaning) {
            this.label = label;
            this.meaning = meaning;
        }

        public Fault label() {
            return Fault.of(label);
        }

        /** Whether it is a machine's word rather than a person's. */
        public boolean isCode() {
            return switch (this) {
                case AWS_ACCOUNT, SERVICE_ACCOUNT, EXTERNAL_ID -> true;
                case ORG, YOU, RELEASE -> false;
            };
        }
    }

    static List<Answer> of(Connected connected, Draft draft) {
        List<Answer> all = new ArrayList<>();
        connected.onAws().ifPresent(offer -> {
            all.add(plain(About.AWS_ACCOUNT, offer.account().value()));
            offer.externalId().ifPresent(id -> all.add(externalId(draft, connected, id.value())));
        });
        connected
                .onGcp()
                .ifPresent(offer -> all.add(
                        plain(About.SERVICE_ACCOUNT, offer.serviceAccount().value())));
        SessionUser user = connected.user();
        all.add(plain(About.ORG, user.currentOrg().name()));
        all.add(user.may(ThoughtSpotRight.WEBHOOKS) ? plain(About.YOU, user.name()) : bare(About.YOU, user.name()));
        Cluster cluster = connected.cluster();
        cluster.release()
                .map(Release::name)
                .ifPresent(release -> all.add(
                        cluster.lacking().isEmpty() ? plain(About.RELEASE, release) : bare(About.RELEASE, release)));
        return List.copyOf(all);
    }

    private static Answer externalId(Draft draft, Connected connected, String offered) {
        return Answers.otherExternalId(draft, connected).isPresent()
                ? bare(About.EXTERNAL_ID, draft.text(Field.EXTERNAL_ID).orElse(offered))
                : plain(About.EXTERNAL_ID, offered);
    }

    private static Answer plain(About about, String value) {
        return new Answer(about, value, Optional.of(Fault.of(about.meaning)));
    }

    private static Answer bare(About about, String value) {
        return new Answer(about, value, Optional.empty());
    }
}
