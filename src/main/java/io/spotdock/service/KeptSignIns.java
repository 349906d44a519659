package io.spotdock.service;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Parsed;
import io.spotdock.domain.Secret;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.journal.DataDirectory;
import io.spotdock.port.Keychain;
import io.spotdock.port.Keychain.Item;
import io.spotdock.port.WebhookConnector.SignIn;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sign-ins to ThoughtSpot that a person had kept in the system's keychain: a token for each cluster, and a password for
 * each user of it. A secret key is never kept, since whoever has it may sign in as anybody. A file beside the journal says
 * for which clusters and users there is one, so that the keychain need not be asked before somebody wants it; what is kept
 * for one cluster is never sent to another. Methods block; those that may ask the person say so.
 */
public final class KeptSignIns {
    private static final String NAME = "kept-sign-ins";

    private final Keychain keychain;
    private final DataDirectory directory;
    private final Path file;

    public KeptSignIns(Keychain keychain, DataDirectory directory) {
        this.keychain = keychain;
        this.directory = directory;
        file = directory.path().resolve(NAME);
    }

    /** What the system calls its keychain. */
    public Fault keychain() {
        return keychain.name();
    }

    /** Why nothing can be kept on this computer; empty where something can, as far as can be told without trying. */
    public Optional<Fault> hindrance() {
        return switch (keychain.availability()) {
            case Keychain.Availability.Available _ -> Optional.empty();
            case Keychain.Availability.Absent(Fault why) -> Optional.of(why);
        };
    }

    /** What is kept, by Spotdock's own record: the keychain isn't asked. */
    public synchronized List<Item> list() {
        try {
            if (Files.notExists(file)) return List.of();
            return Files.readAllLines(file).stream()
                    .flatMap(line -> read(line).stream())
                    .toList();
        } catch (IOException e) {
            throw unwritable("fault.journal.unreadable", e);
        }
    }

    /**
     * What is kept for a cluster, by the same record.
     *
     * @param user empty for whatever there is, a token first
     */
    public Optional<Item> of(ThoughtSpotHost host, Optional<String> user) {
        List<Item> all = list().stream()
                .filter(item -> item.host().equals(host))
                .filter(item -> user.isEmpty() || user.get().equals(item.user()))
                .toList();
        return all.stream()
                .filter(item -> item.user().isEmpty())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /**
     * Keeps a sign-in, which remains its owner's. May ask the person.
     *
     * @throws FailureException Invalid for a secret key, and where the keychain refuses
     */
    public Item keep(ThoughtSpotHost host, SignIn signIn) {
        Item item = switch (signIn) {
            case SignIn.Token _ -> new Item(host, "");
            case SignIn.Password(String user, Secret _) -> new Item(host, user);
            case SignIn.SecretKey _ ->
                throw new FailureException(new Failure.Invalid("keychain", Fault.of("fault.keychain.secret-key"), ""));
        };
        boolean first = record(item);
        try {
            keychain.keep(item, signIn.secret());
        } catch (RuntimeException e) {
            // Whether an interrupted keychain still kept it is not known; then the record stays, and finds out.
            if (first && e instanceof FailureException) strike(item);
            throw e;
        }
        return item;
    }

    /**
     * The sign-in that was kept; its receiver wipes the secret. May ask the person.
     *
     * @throws FailureException Invalid where the keychain refuses, or somebody took it out
     */
    public SignIn take(Item item) {
        Optional<Secret> secret = keychain.find(item);
        if (secret.isEmpty()) {
            strike(item);
            throw new FailureException(new Failure.Invalid(
                    "keychain", Fault.of("fault.keychain.gone", item.host().name()), ""));
        }
        return item.user().isEmpty() ? new SignIn.Token(secret.get()) : new SignIn.Password(item.user(), secret.get());
    }

    /** Takes it out of the keychain. May ask the person. */
    public void forget(Item item) {
        keychain.forget(item);
        strike(item);
    }

    /** Written before it is kept, so that nothing is in the keychain that nobody knows of. */
    private synchronized boolean record(Item item) {
        List<Item> all = new ArrayList<>(list());
        if (all.contains(item)) return false;
        all.add(item);
        write(all);
        return true;
    }

    private synchronized void strike(Item item) {
        List<Item> all = new ArrayList<>(list());
        if (all.remove(item)) write(all);
    }

    private void write(List<Item> all) {
        try {
            directory.replace(
                    NAME,
                    all.stream()
                            .map(item -> item.host() + " " + encoded(item.user()) + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw unwritable("fault.journal.unwritable", e);
        }
    }

    private static String encoded(String user) {
        return URLEncoder.encode(user, StandardCharsets.UTF_8);
    }

    /** A line that somebody spoilt is no item. */
    private static Optional<Item> read(String line) {
        String[] parts = line.split(" ", 2);
        if (parts.length < 2) return Optional.empty();
        return switch (ThoughtSpotHost.parse(parts[0])) {
            case Parsed.Good<ThoughtSpotHost>(ThoughtSpotHost host) ->
                user(parts[1]).map(user -> new Item(host, user));
            case Parsed.Bad<ThoughtSpotHost> _ -> Optional.empty();
        };
    }

    private static Optional<String> user(String encoded) {
        try {
            return Optional.of(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private FailureException unwritable(String key, IOException e) {
        return new FailureException(new Failure.Invalid("keychain", Fault.of(key, file), e.toString()), e);
    }
}
