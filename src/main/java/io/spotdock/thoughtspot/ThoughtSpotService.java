package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Cluster;
import io.spotdock.domain.Org;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookField;
import io.spotdock.network.http.Reply;
import io.spotdock.port.DeliveryHistory;
import io.spotdock.port.Schedules;
import io.spotdock.port.WebhookService;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** ThoughtSpot, signed in to one Org. */
final class ThoughtSpotService implements WebhookService {
    private final Session session;
    private final WebhookSearch search;
    private final Webhooks webhooks;
    private final Channels channels;
    private final JobSearch jobs;
    private final Schedules schedules;
    private final ClusterReader cluster;

    private final Runnable ending;

    /** {@code ending} forgets what is secret. */
    ThoughtSpotService(Session session, Function<SecretReference, String> secrets, Runnable ending) {
        this.ending = ending;
        this.session = session;
        this.search = new WebhookSearch(session);
        this.webhooks = new Webhooks(session, search, secrets);
        this.channels = new Channels(session);
        this.jobs = new JobSearch(session);
        this.schedules = new LiveboardSchedules(session);
        this.cluster = new ClusterReader(session);
    }

    @Override
    public SessionUser user() {
        return session.user();
    }

    @Override
    public Optional<TokenLife> tokenLife() {
        return session.tokenLife();
    }

    @Override
    public Cluster cluster() {
        return cluster.read();
    }

    @Override
    public List<StorageOffer> storageOffers() {
        Reply.Answer answer = session.read(Call.STORAGE_CONFIG, Optional.empty());
        return Json.read(answer.body())
                .map(StorageOfferReader::offers)
                .orElseThrow(() -> session.failures().notUnderstood(Call.STORAGE_CONFIG, answer));
    }

    @Override
    public List<Webhook> webhooks() {
        return search.all();
    }

    @Override
    public Webhook create(Webhook wanted) {
        return webhooks.create(wanted);
    }

    @Override
    public void update(String serverId, Webhook wanted, Set<WebhookField> fields) {
        webhooks.update(serverId, wanted, fields);
    }

    @Override
    public void delete(String serverId) {
        webhooks.delete(serverId);
    }

    @Override
    public ChannelPreference channels() {
        return channels.get();
    }

    @Override
    public void setChannels(ChannelPreference wanted) {
        channels.set(wanted);
    }

    @Override
    public void resetChannels(Org org) {
        channels.reset(org);
    }

    @Override
    public Validation validate(String serverId) {
        ObjectNode body = Json.object()
                .put("channel_type", "WEBHOOK")
                .put("channel_identifier", serverId)
                .put("event_type", WebhookRequest.EVENT);
        Reply.Answer answer = session.once(Call.VALIDATE, body);
        return Json.read(answer.body())
                .flatMap(ValidationReader::validation)
                .map(this::withoutSecrets)
                .orElseThrow(() -> session.failures().notUnderstood(Call.VALIDATE, answer));
    }

    @Override
    public DeliveryHistory history() {
        return jobs;
    }

    @Override
    public Schedules schedules() {
        return schedules;
    }

    @Override
    public void close() {
        ending.run();
    }

    private Validation withoutSecrets(Validation validation) {
        return new Validation(
                validation.jobId(),
                validation.result(),
                validation.steps().stream()
                        .map(step -> new ValidationStep(
                                step.step(),
                                step.passed(),
                                step.httpStatus(),
                                step.error().map(session.failures()::clean),
                                step.objectKey()))
                        .toList());
    }
}
