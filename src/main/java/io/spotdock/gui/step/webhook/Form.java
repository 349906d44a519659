package io.spotdock.gui.step.webhook;

import io.spotdock.domain.Fault;
import io.spotdock.domain.signature.Example;
import io.spotdock.gui.step.DraftEntry;
import io.spotdock.gui.step.Place;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.SignInWay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is entered of the webhook. */
public final class Form {
    static final String USUAL_NAME = "Webhook_S3";
    private static final List<Field> LINES = List.of(
            Field.WEBHOOK_NAME,
            Field.WEBHOOK_URL,
            Field.DESCRIPTION,
            Field.API_KEY_NAME,
            Field.BASIC_USERNAME,
            Field.OAUTH2_URL,
            Field.OAUTH2_CLIENT,
            Field.SIGNATURE_HEADER);

    private final Place place;
    private final Map<Field, DraftEntry> lines = new EnumMap<>(Field.class);
    private final Map<Field, SecretAnswer> secrets = new EnumMap<>(Field.class);
    private final Pairs urlParams;
    private final Pairs headers;
    private final ReadOnlyObjectWrapper<SignInWay> way = new ReadOnlyObjectWrapper<>(SignInWay.NONE);
    private final ReadOnlyBooleanWrapper signing = new ReadOnlyBooleanWrapper();

    /**
     * An empty form, filled from the draft.
     *
     * @param retyped hears when a secret is another one
     * @param changed hears of what the draft does not show: a choice without a value, a row without a name
     */
    Form(Place place, Runnable retyped, Runnable changed) {
        this.place = place;
        // Without TLS is without TLS, however the URL goes on; every other fault may pass.
        for (Field field : LINES)
            lines.put(
                    field,
                    new DraftEntry(
                            place,
                            field,
                            fault -> fault.key().equals("fault.webhook-url.https")
                                    && place.draft()
                                            .get()
                                            .text(field)
                                            .orElse("")
                                            .startsWith("http:")));
        for (Field field : Field.values())
            if (field.kind() == Field.Kind.REFERENCE) secrets.put(field, new SecretAnswer(place, field, retyped));
        urlParams = new Pairs(place, Field.URL_PARAMS, changed);
        headers = new Pairs(place, Field.HEADERS, changed);
        place.draft().subscribe(this::read);
        way.subscribe((_, _) -> changed.run());
        signing.subscribe((_, _) -> changed.run());
    }

    /** What the draft names is meant; a way that was chosen and is still empty stays chosen. */
    private void read(Draft draft) {
        SignInWay meant = SignInWay.meantBy(draft);
        if (meant != SignInWay.NONE) way.set(meant);
        if (draft.has(Field.SIGNATURE_HEADER) || draft.has(Field.SIGNATURE_SECRET)) signing.set(true);
    }

    void enter() {
        place.publish(draft -> draft.has(Field.WEBHOOK_NAME) ? draft : draft.with(Field.WEBHOOK_NAME, USUAL_NAME));
        secrets.values().forEach(SecretAnswer::enter);
    }

    public DraftEntry line(Field field) {
        DraftEntry line = lines.get(field);
        if (line == null) throw new IllegalArgumentException("not a line: " + field);
        return line;
    }

    public SecretAnswer secret(Field field) {
        SecretAnswer secret = secrets.get(field);
        if (secret == null) throw new IllegalArgumentException("not a secret: " + field);
        return secret;
    }

    public Pairs urlParams() {
        return urlParams;
    }

    public Pairs headers() {
        return headers;
    }

    public ReadOnlyObjectProperty<SignInWay> way() {
        return way.getReadOnlyProperty();
    }

    public void choose(SignInWay wanted) {
        if (wanted == way.get()) return;
        way.set(wanted);
        for (Field field : secrets.keySet())
            if (field != Field.SIGNATURE_SECRET) secrets.get(field).forget();
        place.publish(wanted::alone);
    }

    public ReadOnlyBooleanProperty signing() {
        return signing.getReadOnlyProperty();
    }

    public void sign(boolean wanted) {
        if (wanted == signing.get()) return;
        signing.set(wanted);
        secret(Field.SIGNATURE_SECRET).forget();
        place.publish(draft -> wanted
                ? draft.with(Field.SIGNATURE_HEADER, Example.USUAL_HEADER)
                : draft.without(Field.SIGNATURE_HEADER).without(Field.SIGNATURE_SECRET));
    }

    /** The first field, in reading order, that is missing or wrong. */
    Optional<Field> firstFault() {
        Draft draft = place.draft().get();
        List<Field> shown = new ArrayList<>(List.of(Field.WEBHOOK_NAME, Field.WEBHOOK_URL));
        shown.addAll(way.get().fields());
        shown.add(Field.DESCRIPTION);
        if (signing.get()) shown.addAll(List.of(Field.SIGNATURE_SECRET, Field.SIGNATURE_HEADER));
        Optional<Field> single = shown.stream()
                .filter(field -> isNeeded(field) && !draft.has(field)
                        || !draft.problemsOf(field).isEmpty())
                .findFirst();
        if (single.isPresent()) return single;
        if (urlParams.isFaulty()) return Optional.of(Field.URL_PARAMS);
        return headers.isFaulty() ? Optional.of(Field.HEADERS) : Optional.empty();
    }

    private static boolean isNeeded(Field field) {
        return field != Field.DESCRIPTION;
    }

    /** From now on faults are told. */
    void insist() {
        lines.values().forEach(DraftEntry::insist);
        secrets.values().forEach(SecretAnswer::insist);
    }

    /** What the closed part of the form holds. */
    Fault summary() {
        return Fault.of("wizard.webhook.advanced.summary", urlParams.size(), headers.size(), signing.get() ? 1 : 0);
    }
}
