package io.spotdock.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The folder {@code ~/.aws/sso/cache}, which the AWS CLI and every SDK share: a token lies in a file named by the SHA-1 of
 * the session's name, or of the start URL in the older form (AWS SDKs and Tools Reference Guide, "Understand IAM Identity
 * Center authentication"). What can't be read there counts as absent, since signing in again writes it anew.
 */
final class SsoCache {
    private static final int LARGEST = 1 << 20;

    private final ObjectMapper json = new ObjectMapper();
    private final Path folder;

    SsoCache(Path home) {
        folder = home.resolve(".aws").resolve("sso").resolve("cache");
    }

    Optional<SsoToken> token(SsoProfile sso) {
        return read(file(sso.key())).flatMap(SsoCache::token);
    }

    private static Optional<SsoToken> token(JsonNode node) {
        Optional<SsoToken.Renewal> renewal = text(node, "refreshToken")
                .flatMap(refresh -> registration(node, "registrationExpiresAt")
                        .map(client -> new SsoToken.Renewal(refresh, client)));
        return text(node, "accessToken")
                .flatMap(token -> time(node, "expiresAt").map(until -> new SsoToken(token, until, renewal)));
    }

    private static Optional<SsoClientRegistration> registration(JsonNode node, String expiry) {
        return text(node, "clientId")
                .flatMap(id -> text(node, "clientSecret")
                        .flatMap(secret ->
                                time(node, expiry).map(until -> new SsoClientRegistration(id, secret, until))));
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> !text.isBlank());
    }

    /** Version 1 of the AWS CLI wrote {@code UTC} for {@code Z}. */
    private static Optional<Instant> time(JsonNode node, String name) {
        try {
            return text(node, name).map(text -> Instant.parse(text.replaceFirst("UTC$", "Z")));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** @throws FailureException Invalid when the file can't be written */
    void keep(SsoProfile sso, SsoToken token) {
        ObjectNode node = json.createObjectNode()
                .put("startUrl", sso.startUrl())
                .put("region", sso.region().id())
                .put("accessToken", token.accessToken())
                .put("expiresAt", text(token.expiresAt()));
        token.renewal()
                .ifPresent(renewal -> put(node, renewal.client(), "registrationExpiresAt")
                        .put("refreshToken", renewal.refreshToken()));
        write(file(sso.key()), node);
    }

    /** Where a token can't be kept, it still serves whoever has it. */
    void tryKeep(SsoProfile sso, SsoToken token) {
        try {
            keep(sso, token);
        } catch (FailureException _) {
            // The next one has to be got anew.
        }
    }

    /** This program's registration for such a profile; in a file of its own, since other programs have theirs. */
    Optional<SsoClientRegistration> registration(SsoProfile sso) {
        return read(registrationFile(sso)).flatMap(node -> registration(node, "expiresAt"));
    }

    /** Where it can't be kept, the next sign-in registers anew. */
    void tryKeep(SsoProfile sso, SsoClientRegistration client) {
        try {
            write(registrationFile(sso), put(json.createObjectNode(), client, "expiresAt"));
        } catch (FailureException _) {
            // This sign-in has it.
        }
    }

    private Path registrationFile(SsoProfile sso) {
        return file(String.join(
                "\n",
                "spotdock",
                sso.region().id(),
                sso.startUrl(),
                sso.session().orElse(""),
                sso.scopes().toString()));
    }

    private static ObjectNode put(ObjectNode node, SsoClientRegistration client, String expiry) {
        return node.put("clientId", client.id())
                .put("clientSecret", client.secret())
                .put(expiry, text(client.expiresAt()));
    }

    /** In whole seconds, as the AWS CLI writes it and not every SDK reads it otherwise. */
    private static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void write(Path file, JsonNode node) {
        try {
            PrivateFiles.write(file, json.writeValueAsBytes(node));
        } catch (IOException e) {
            throw new FailureException(new Failure.Invalid(
                    "aws.profile",
                    Fault.of("fault.aws.sso-cache", file),
                    e.getClass().getSimpleName()));
        }
    }

    private Optional<JsonNode> read(Path file) {
        if (!Files.isRegularFile(file)) return Optional.empty();
        try (InputStream content = Files.newInputStream(file)) {
            byte[] bytes = content.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST ? Optional.empty() : Optional.ofNullable(json.readTree(bytes));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private Path file(String key) {
        try {
            byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(key.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(sha1) + ".json");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
