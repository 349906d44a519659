package io.spotdock.keychain;

import io.spotdock.keychain.SecretService.Content;
import io.spotdock.keychain.SecretService.Pair;
import io.spotdock.keychain.SecretService.Prompt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.Variant;

/** A session bus, and on it a Secret Service as the specification has it, whose person does what a test wants. */
final class StandInSecretService implements AutoCloseable {
    /** What the person at the keychain's question does. */
    enum Person {
        UNLOCKS,
        DISMISSES,
        STAYS_AWAY
    }

    private static final String COLLECTION = "/org/freedesktop/secrets/collection/login";
    private static final String PROMPT = "/org/freedesktop/secrets/prompt/p1";
    private static final String SESSION = "/org/freedesktop/secrets/session/s1";

    private final EmbeddedDBusDaemon daemon;
    private final DBusConnection connection;
    private final Map<String, Kept> items = new LinkedHashMap<>();
    /** Counted down when the person is asked, and when the question is taken back. */
    final CountDownLatch asked = new CountDownLatch(1);

    final CountDownLatch takenBack = new CountDownLatch(1);
    private Person person = Person.UNLOCKS;
    private boolean locked;
    private boolean collection = true;
    private int number;

    private record Kept(Map<String, String> attributes, byte[] value) {}

    private StandInSecretService(EmbeddedDBusDaemon daemon, DBusConnection connection) {
        this.daemon = daemon;
        this.connection = connection;
    }

    /** @param folder for the bus's socket */
    static EmbeddedDBusDaemon bus(Path folder) throws DBusException {
        EmbeddedDBusDaemon daemon = new EmbeddedDBusDaemon(address(folder) + ",listen=true");
        daemon.startInBackgroundAndWait();
        return daemon;
    }

    static String address(Path folder) {
        return "unix:path=" + folder.resolve("bus");
    }

    static StandInSecretService start(Path folder) throws DBusException {
        EmbeddedDBusDaemon daemon = bus(folder);
        DBusConnection connection = DBusConnectionBuilder.forAddress(address(folder))
                .withShared(false)
                .build();
        StandInSecretService service = new StandInSecretService(daemon, connection);
        connection.requestBusName(SecretService.NAME);
        connection.exportObject(SecretService.PATH, service.new TheService());
        connection.exportObject(SESSION, new TheSession());
        connection.exportObject(COLLECTION, service.new TheCollection());
        connection.exportObject(PROMPT, service.new ThePrompt());
        return service;
    }

    /** It is locked from now on, and the person who is asked does this. */
    synchronized void lock(Person who) {
        locked = true;
        person = who;
    }

    synchronized void loseItsCollection() {
        collection = false;
    }

    private synchronized DBusPath question() {
        return new DBusPath(locked ? PROMPT : SecretService.NOWHERE);
    }

    /** The service itself. */
    private final class TheService implements SecretService.Service {
        @Override
        public Pair<Variant<?>, DBusPath> OpenSession(String algorithm, Variant<?> input) {
            if (!algorithm.equals("plain")) throw new IllegalArgumentException(algorithm);
            return new Pair<>(new Variant<>(""), new DBusPath(SESSION));
        }

        @Override
        public Pair<List<DBusPath>, List<DBusPath>> SearchItems(Map<String, String> attributes) {
            synchronized (StandInSecretService.this) {
                List<DBusPath> paths = new ArrayList<>();
                items.forEach((path, kept) -> {
                    if (kept.attributes().entrySet().containsAll(attributes.entrySet())) paths.add(new DBusPath(path));
                });
                return locked ? new Pair<>(List.of(), paths) : new Pair<>(paths, List.of());
            }
        }

        @Override
        public Pair<List<DBusPath>, DBusPath> Unlock(List<DBusPath> objects) {
            DBusPath question = question();
            boolean open = question.getPath().equals(SecretService.NOWHERE);
            return new Pair<>(open ? objects : List.of(), question);
        }

        @Override
        public DBusPath ReadAlias(String name) {
            synchronized (StandInSecretService.this) {
                return new DBusPath(collection && name.equals("default") ? COLLECTION : SecretService.NOWHERE);
            }
        }

        @Override
        public String getObjectPath() {
            return SecretService.PATH;
        }
    }

    /** The only session. */
    private static final class TheSession implements SecretService.Session {
        @Override
        public void Close() {}

        @Override
        public String getObjectPath() {
            return SESSION;
        }
    }

    /** The default collection. */
    private final class TheCollection implements SecretService.Collection {
        @Override
        @SuppressWarnings("unchecked")
        public Pair<DBusPath, DBusPath> CreateItem(
                Map<String, Variant<?>> properties, Content secret, boolean replace) {
            synchronized (StandInSecretService.this) {
                Variant<?> given = properties.get("org.freedesktop.Secret.Item.Attributes");
                if (locked || given == null) throw new IllegalStateException("not now");
                Map<String, String> attributes = Map.copyOf((Map<String, String>) given.getValue());
                if (replace) items.values().removeIf(kept -> kept.attributes().equals(attributes));
                String path = COLLECTION + "/" + ++number;
                items.put(path, new Kept(attributes, secret.value.clone()));
                export(path);
                return new Pair<>(new DBusPath(path), new DBusPath(SecretService.NOWHERE));
            }
        }

        @Override
        public String getObjectPath() {
            return COLLECTION;
        }
    }

    private void export(String path) {
        try {
            connection.exportObject(path, new TheItem(path));
        } catch (DBusException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was kept. */
    private final class TheItem implements SecretService.Item {
        private final String path;

        TheItem(String path) {
            this.path = path;
        }

        @Override
        public Content GetSecret(DBusPath session) {
            synchronized (StandInSecretService.this) {
                Kept kept = items.get(path);
                if (locked || kept == null) throw new IllegalStateException("not now");
                return new Content(session, new byte[0], kept.value(), "text/plain");
            }
        }

        @Override
        public DBusPath Delete() {
            synchronized (StandInSecretService.this) {
                items.remove(path);
                return new DBusPath(SecretService.NOWHERE);
            }
        }

        @Override
        public String getObjectPath() {
            return path;
        }
    }

    /** The question, answered as the person likes. */
    private final class ThePrompt implements Prompt {
        @Override
        public void Prompt(String window) {
            synchronized (StandInSecretService.this) {
                if (person == Person.UNLOCKS) locked = false;
                if (person != Person.STAYS_AWAY) completed(person == Person.DISMISSES);
            }
            asked.countDown();
        }

        @Override
        public void Dismiss() {
            takenBack.countDown();
            completed(true);
        }

        private void completed(boolean dismissed) {
            try {
                connection.sendMessage(new Completed(PROMPT, dismissed, new Variant<>("")));
            } catch (DBusException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String getObjectPath() {
            return PROMPT;
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
        daemon.close();
    }
}
