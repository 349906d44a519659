package io.spotdock.discovery;

import io.spotdock.domain.Failure;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.domain.policy.Statement;
import io.spotdock.domain.policy.Statement.Effect;
import io.spotdock.domain.policy.Statement.Matched;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where a role may write, and with which key. */
final class RightsReading {
    private static final String WRITE = "s3:PutObject";
    private static final String ENCRYPT = "kms:GenerateDataKey";

    /** What a delivery takes, and what AWS's guides give besides. */
    private static final Set<String> OF_DELIVERIES = Set.of(
            "s3:putobject",
            "s3:putobjectacl",
            "s3:abortmultipartupload",
            "s3:listmultipartuploadparts",
            "kms:generatedatakey",
            "kms:generatedatakey*",
            "kms:decrypt");

    private final Notebook notes;
    private final List<Place> places = new ArrayList<>();
    private final Set<String> keys = new TreeSet<>();
    private final Set<String> more = new TreeSet<>();
    private final Set<String> conditions = new TreeSet<>();
    private final Set<String> odd = new TreeSet<>();

    private RightsReading(RoleFacts facts, Notebook notes) {
        this.notes = notes;
        facts.policies()
                .forEach(policy -> policy.document().statements().forEach(statement -> read(policy.name(), statement)));
        notes.list(
                "note.discovery.hidden",
                facts.hidden().stream()
                        .map(failure -> failure instanceof Failure.Denied denied ? denied.action() : failure.said())
                        .filter(why -> !why.isBlank())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** @param known what is known already, to tell the bucket of deliveries from others by */
    static void read(RoleFacts facts, Draft known, Notebook notes) {
        RightsReading reading = new RightsReading(facts, notes);
        reading.tellPlaces(known);
        reading.keys.forEach(key -> notes.says(Field.KMS_KEY, key));
        reading.tellWhatIsLeft(facts);
    }

    private void read(String policy, Statement statement) {
        boolean writes = statement.actions().coversAction(WRITE);
        boolean encrypts = statement.actions().coversAction(ENCRYPT);
        if (statement.effect() == Effect.DENY) {
            if (writes || encrypts) odd.add("Deny (" + policy + ")");
            return;
        }
        if (statement.actions().negated()) odd.add("NotAction (" + policy + ")");
        else
            statement.actions().patterns().stream()
                    .filter(action -> !OF_DELIVERIES.contains(action.toLowerCase(Locale.ROOT)))
                    .forEach(more::add);
        Optional<Matched> resources = statement.resources();
        if (!writes && !encrypts || resources.isEmpty()) return;
        if (resources.get().negated()) {
            odd.add("NotResource (" + policy + ")");
            return;
        }
        statement
                .conditions()
                .forEach((operator, byKey) -> byKey.keySet().forEach(key -> conditions.add(operator + " " + key)));
        for (String resource : resources.get().patterns()) {
            if (writes) Place.of(resource, policy).ifPresent(this::add);
            if (encrypts) KmsKeyArn.parse(resource).good().map(KmsKeyArn::value).ifPresent(keys::add);
        }
    }

    private void add(Place place) {
        if (places.stream().noneMatch(other -> other.toString().equals(place.toString()))) places.add(place);
    }

    private void tellPlaces(Draft known) {
        Optional<String> bucket = known.text(Field.BUCKET_NAME);
        List<Place> ofIt = bucket.map(name ->
                        places.stream().filter(place -> place.isOf(name)).toList())
                .orElse(List.of());
        List<Place> meant = ofIt.isEmpty() ? places : ofIt;
        if (places.isEmpty()) notes.needs(Field.BUCKET_NAME, "fault.discovery.no-bucket");
        Set<String> named = meant.stream()
                .filter(Place::isOneBucket)
                .map(Place::bucket)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!ofIt.isEmpty()) bucket.ifPresent(name -> notes.says(Field.BUCKET_NAME, name));
        else named.forEach(name -> notes.says(Field.BUCKET_NAME, name));
        if (named.isEmpty() && ofIt.isEmpty() && !places.isEmpty())
            notes.needs(Field.BUCKET_NAME, "fault.discovery.bucket-pattern", shown(places));
        notes.list(
                "note.discovery.patterns",
                meant.stream()
                        .filter(place -> !place.isOneBucket())
                        .map(Place::toString)
                        .toList());
        boolean elsewhere = bucket.isPresent() && ofIt.isEmpty();
        if (elsewhere) notes.needs(Field.PREFIX, "fault.discovery.prefix", shown(meant));
        else if (!ofIt.isEmpty() || named.size() == 1 && meant.stream().allMatch(Place::isOneBucket))
            tellPrefix(meant, known);
    }

    private void tellPrefix(List<Place> meant, Draft known) {
        Optional<String> writes = known.text(Field.PREFIX);
        List<Place> wider = writes.stream()
                .flatMap(prefix -> meant.stream().filter(place -> place.covers(prefix)))
                .toList();
        if (!wider.isEmpty()) {
            String prefix = writes.orElseThrow();
            notes.says(Field.PREFIX, prefix);
            if (wider.stream().noneMatch(place -> place.prefix().equals(writes)))
                notes.note("note.discovery.wider", shown(wider), prefix);
            return;
        }
        meant.stream().flatMap(place -> place.prefix().stream()).forEach(prefix -> notes.says(Field.PREFIX, prefix));
        if (meant.stream().noneMatch(place -> place.prefix().isPresent()))
            notes.needs(Field.PREFIX, "fault.discovery.prefix", shown(meant));
    }

    private static String shown(List<Place> places) {
        return places.stream().map(Place::toString).collect(Collectors.joining(", "));
    }

    private void tellWhatIsLeft(RoleFacts facts) {
        notes.list("note.discovery.more-rights", more);
        notes.list("note.discovery.conditions", conditions);
        notes.list("note.discovery.odd", odd);
        notes.list(
                "note.discovery.attached",
                facts.attached().stream().map(Named::name).toList());
    }
}
