package io.spotdock.keychain;

import io.spotdock.domain.FailureException;
import io.spotdock.keychain.SecretService.Prompt;
import io.spotdock.keychain.SecretService.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

/** A connection to the Secret Service, and a session in it; closing it ends both. */
final class BusTalk implements AutoCloseable {
    /** How long a person has to answer; afterwards the question is taken back. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Secrets cross the bus as they are: it is the person's own, and who can listen there can ask for them as well. */
    private static final String PLAIN = "plain";

    private final DBusConnection connection;
    private final Service service;
    private final DBusPath session;

    private BusTalk(DBusConnection connection) {
        this.connection = connection;
        service = object(new DBusPath(SecretService.PATH), Service.class);
        try {
            session = service.OpenSession(PLAIN, new Variant<>("")).second;
        } catch (DBusExecutionException e) {
            // The first word with it: nobody is there, or could be started.
            throw Refusal.NO_SERVICE.because(words(e));
        }
    }

    static BusTalk open(String address) {
        DBusConnection connection;
        try {
            connection =
                    DBusConnectionBuilder.forAddress(address).withShared(false).build();
        } catch (DBusException e) {
            throw Refusal.NO_BUS.because(words(e));
        }
        try {
            return new BusTalk(connection);
        } catch (FailureException e) {
            connection.disconnect();
            throw e;
        }
    }

    Service service() {
        return service;
    }

    DBusPath session() {
        return session;
    }

    <T extends DBusInterface> T object(DBusPath path, Class<T> type) {
        try {
            return connection.getRemoteObject(SecretService.NAME, path.getPath(), type);
        } catch (DBusException e) {
            throw Refusal.REFUSED.because(words(e));
        }
    }

    /** Asks the service, whose refusals are failures. */
    <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (DBusExecutionException e) {
            throw Refusal.REFUSED.because(words(e));
        }
    }

    /** Unlocks what is locked of these, which the person may have to answer for. */
    void unlock(List<DBusPath> objects) throws InterruptedException {
        answer(ask(() -> service.Unlock(objects)).second);
    }

    /**
     * Has the service put its question to the person, where it has one.
     *
     * @throws InterruptedException when this is interrupted; the question has been taken back then
     */
    void answer(DBusPath path) throws InterruptedException {
        if (path.getPath().equals(SecretService.NOWHERE)) return;
        Prompt prompt = object(path, Prompt.class);
        CompletableFuture<Boolean> dismissed = new CompletableFuture<>();
        try (AutoCloseable _ = connection.addSigHandler(
                Prompt.Completed.class, prompt, signal -> dismissed.complete(signal.dismissed))) {
            ask(() -> {
                prompt.Prompt("");
                return true;
            });
            if (await(dismissed, prompt)) throw Refusal.LOCKED.because("");
        } catch (FailureException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw Refusal.REFUSED.because(words(e));
        }
    }

    private static boolean await(CompletableFuture<Boolean> dismissed, Prompt prompt) throws InterruptedException {
        try {
            return dismissed.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            takeBack(prompt);
            throw e;
        } catch (TimeoutException _) {
            takeBack(prompt);
            throw Refusal.UNANSWERED.because("");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void takeBack(Prompt prompt) {
        try {
            prompt.Dismiss();
        } catch (DBusExecutionException _) {
            // Answered at this very moment, or gone with its service.
        }
    }

    private static String words(Exception e) {
        return String.valueOf(e.getMessage());
    }

    @Override
    public void close() {
        try {
            object(session, SecretService.Session.class).Close();
        } catch (DBusExecutionException | FailureException _) {
            // The service ends sessions with their connection.
        }
        try {
            connection.close();
        } catch (IOException _) {
            // Nothing more is asked over it.
        }
    }
}
