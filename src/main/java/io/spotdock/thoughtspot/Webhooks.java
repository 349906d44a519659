package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.domain.resource.WebhookField;
import io.spotdock.network.http.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The calls that change webhooks. */
final class Webhooks {
    private static final boolean DONE = true;
    private static final int MOST_LOOKS = 3;

    private final Session session;
    private final WebhookSearch search;
    private final Function<SecretReference, String> secrets;

    Webhooks(Session session, WebhookSearch search, Function<SecretReference, String> secrets) {
        this.session = session;
        this.search = search;
        this.secrets = secrets;
    }

    Webhook create(Webhook wanted) {
        try {
            return session.write(
                    Call.WEBHOOK_CREATE,
                    WebhookRequest.create(wanted, secrets),
                    "",
                    answer -> created(wanted, answer),
                    () -> search.all().stream()
                            .filter(found -> isOurs(found, wanted))
                            .findFirst());
        } catch (FailureException e) {
            throw e.failure() instanceof Failure.Invalid invalid
                            && invalid.field().startsWith("webhook")
                    ? secondOne(invalid).map(FailureException::new).orElse(e)
                    : e;
        }
    }

    /** A refusal whose words we don't know is most likely the rule of one webhook for each Org. */
    private Optional<Failure> secondOne(Failure.Invalid invalid) {
        if (!invalid.fault().key().equals(ThoughtSpotFailures.REFUSED)) return Optional.empty();
        return search.all().isEmpty()
                ? Optional.empty()
                : Optional.of(new Failure.AlreadyThere(Call.WEBHOOK_CREATE.resource(), invalid.said()));
    }

    private Webhook created(Webhook wanted, Reply.Answer answer) {
        Optional<Webhook> told = Json.read(answer.body())
                .filter(json -> Json.text(json.path("id")).isPresent())
                .flatMap(WebhookReader::webhook)
                .filter(webhook -> webhook.name().equals(wanted.name()));
        if (told.isPresent()) return told.get();
        // The documentation once promises 204 without a body.
        for (int look = 1; ; look++) {
            Optional<Webhook> found = search.all().stream()
                    .filter(webhook -> webhook.name().equals(wanted.name()))
                    .findFirst();
            if (found.isPresent()) return found.get();
            if (look == MOST_LOOKS)
                throw new FailureException(new Failure.NotVisibleYet(
                        wanted.id().toString(), "created, but not listed: " + answer.status()));
            session.patience().sleep(Duration.ofSeconds(look));
        }
    }

    /** Whether it is what an unanswered create made: the same in all that can be seen. */
    private static boolean isOurs(Webhook found, Webhook wanted) {
        return found.name().equals(wanted.name())
                && isSeen(found, wanted, Set.of(WebhookField.values()))
                && found.authentication().looksLike(wanted.authentication());
    }

    void update(String serverId, Webhook wanted, Set<WebhookField> fields) {
        if (fields.isEmpty()) return;
        boolean visible = (!fields.contains(WebhookField.AUTHENTICATION)
                        || wanted.authentication() instanceof WebhookAuthentication.None)
                && (!fields.contains(WebhookField.SIGNATURE)
                        || wanted.signature().isEmpty());
        session.write(
                Call.WEBHOOK_UPDATE,
                WebhookRequest.update(wanted, fields, secrets),
                serverId,
                answer -> Replies.accepted(session, Call.WEBHOOK_UPDATE, answer),
                // A new secret cannot be seen; sending the same update again does no harm.
                () -> visible
                                && find(serverId)
                                        .filter(found -> isSeen(found, wanted, fields))
                                        .isPresent()
                        ? Optional.of(DONE)
                        : Optional.empty());
    }

    private static boolean isSeen(Webhook found, Webhook wanted, Set<WebhookField> fields) {
        return fields.stream().allMatch(field -> switch (field) {
            case NAME -> found.name().equals(wanted.name());
            case URL -> found.url().equals(wanted.url());
            case DESCRIPTION ->
                found.description().orElse("").equals(wanted.description().orElse(""));
            case URL_PARAMS -> found.urlParams().equals(wanted.urlParams());
            case AUTHENTICATION -> found.authentication().looksLike(wanted.authentication());
            case SIGNATURE ->
                found.signature().map(s -> s.header()).equals(wanted.signature().map(s -> s.header()));
            case HEADERS -> found.headers().equals(wanted.headers());
            case STORAGE -> found.storage().equals(wanted.storage());
            case ENABLED -> found.isDisabled() == wanted.isDisabled();
        });
    }

    void delete(String serverId) {
        ObjectNode body = Json.object();
        body.putArray("webhook_identifiers").add(serverId);
        session.write(
                Call.WEBHOOK_DELETE,
                body,
                "",
                answer -> deleted(serverId, answer),
                () -> find(serverId).isEmpty() ? Optional.of(DONE) : Optional.empty());
    }

    private boolean deleted(String serverId, Reply.Answer answer) {
        JsonNode json = Json.read(answer.body()).orElseGet(Json::object);
        List<JsonNode> failed = Json.list(json.path("failed_webhooks"));
        if (!failed.isEmpty()) throw refused(failed.getFirst(), answer);
        boolean told = Json.number(json.path("deleted_count")).orElse(0) > 0
                && Json.number(json.path("failed_count")).orElse(0) == 0;
        if (told || find(serverId).isEmpty()) return DONE;
        throw session.failures().notUnderstood(Call.WEBHOOK_DELETE, answer);
    }

    private FailureException refused(JsonNode failed, Reply.Answer answer) {
        String error = failed.path("error").toString().toLowerCase(Locale.ROOT);
        int status = error.matches(".*(not found|does not exist|no such).*")
                ? 404
                : error.matches(".*(not allowed|unauthori[sz]ed|forbidden|permission|privilege|denied).*") ? 403 : 0;
        return status == 0
                ? session.failures().notUnderstood(Call.WEBHOOK_DELETE, answer)
                : session.failure(Call.WEBHOOK_DELETE, new Reply.Answer(status, answer.headers(), answer.body()));
    }

    private Optional<Webhook> find(String serverId) {
        return search.all().stream()
                .filter(webhook -> webhook.serverId().orElse("").equals(serverId)
                        || webhook.name().equals(serverId))
                .findFirst();
    }
}
