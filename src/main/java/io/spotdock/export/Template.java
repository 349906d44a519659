package io.spotdock.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.Partition;
import io.spotdock.domain.ServiceAccountId;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.plan.Wanted;
import io.spotdock.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The policy documents with parameters in place of values. They are made by the very code that makes the real ones, from
 * stand-ins; so whatever a value gets into, its parameter gets into.
 */
final class Template {
    private static final String ACCOUNT = "222222222222";
    private static final Partition PARTITION = Partition.AWS_US_GOV;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Blueprint blueprint;
    private final Blueprint standIns;

    Template(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.standIns = standIns(blueprint);
    }

    Blueprint blueprint() {
        return blueprint;
    }

    /** The parameters that this integration has values for. */
    List<Parameter> parameters() {
        return List.of(Parameter.values()).stream()
                .filter(parameter -> parameter.in(blueprint).isPresent())
                .toList();
    }

    /** What this integration fills a parameter of its own with. */
    String value(Parameter parameter) {
        return parameter.in(blueprint).orElseThrow();
    }

    /** The default of a parameter; empty where there is none. */
    Optional<String> preset(Parameter parameter, Defaults defaults) {
        return switch (defaults) {
            case OWN -> Optional.of(value(parameter));
            case NONE -> parameter.usual();
        };
    }

    /** Whose texts are to be read with {@link #pieces}. */
    JsonNode trust() {
        return tree(standIns.trust());
    }

    JsonNode permissions() {
        return tree(standIns.permissions());
    }

    Optional<JsonNode> bucketPolicy() {
        return standIns.bucketPolicy().map(Template::tree);
    }

    private static JsonNode tree(PolicyDocument document) {
        try {
            return MAPPER.readTree(PolicyJson.compact(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was just printed can be read", e);
        }
    }

    private static Blueprint standIns(Blueprint blueprint) {
        Settings settings = blueprint.settings();
        Optional<KmsKeyArn> key = blueprint.key().map(_ -> new KmsKeyArn(standIn(Parameter.KMS_KEY_ARN)));
        Settings general = new Settings(
                settings.thoughtSpot(),
                new Settings.Aws(
                        new AccountId(ACCOUNT), Optional.empty(), settings.aws().region()),
                new Settings.Bucket(
                        new BucketName(standIn(Parameter.BUCKET_NAME)),
                        new KeyPrefix(standIn(Parameter.PATH_PREFIX)),
                        blueprint.bucket().isPresent(),
                        settings.bucket().tlsOnly(),
                        key),
                settings.role(),
                Optional.empty());
        return new Blueprint(
                new Wanted(general, standIn(blueprint.wanted().hosting()), PARTITION), blueprint.standing());
    }

    private static String standIn(Parameter parameter) {
        return parameter.standIn().orElseThrow();
    }

    private static Hosting standIn(Hosting hosting) {
        return switch (hosting) {
            case Hosting.OnAws _ ->
                new Hosting.OnAws(
                        new AccountId(standIn(Parameter.THOUGHTSPOT_ACCOUNT_ID)),
                        new ExternalId(standIn(Parameter.EXTERNAL_ID)));
            case Hosting.OnGcp gcp ->
                new Hosting.OnGcp(new ServiceAccountId(standIn(Parameter.SERVICE_ACCOUNT_ID)), gcp.provider());
        };
    }

    /** Reads a text of one of the documents: stand-ins become parameters again. */
    static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = standInPattern().matcher(text);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() > end) pieces.add(new Piece.Literal(text.substring(end, matcher.start())));
            pieces.add(piece(matcher.group()));
            end = matcher.end();
        }
        if (end < text.length() || pieces.isEmpty()) pieces.add(new Piece.Literal(text.substring(end)));
        return pieces;
    }

    /** The partition comes last, for the key holds one. */
    private static Pattern standInPattern() {
        List<String> all = new ArrayList<>();
        for (Parameter parameter : Parameter.values())
            parameter.standIn().map(Pattern::quote).ifPresent(all::add);
        all.add("(?<=\\barn:)" + PARTITION.id() + "(?=:)");
        all.add(ACCOUNT);
        return Pattern.compile(String.join("|", all));
    }

    private static Piece piece(String standIn) {
        if (standIn.equals(PARTITION.id())) return Piece.Surrounding.PARTITION;
        if (standIn.equals(ACCOUNT)) return Piece.Surrounding.ACCOUNT;
        for (Parameter parameter : Parameter.values())
            if (parameter.standIn().equals(Optional.of(standIn))) return new Piece.Value(parameter);
        throw new IllegalStateException(standIn);
    }
}
