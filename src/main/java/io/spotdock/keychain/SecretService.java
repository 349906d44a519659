package io.spotdock.keychain;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;

/** The Secret Service as it stands on the bus (freedesktop.org, "Secret Service API" 0.2): of it, what is used here. */
final class SecretService {
    static final String NAME = "org.freedesktop.secrets";
    static final String PATH = "/org/freedesktop/secrets";

    /** A path that leads nowhere: no prompt is needed, no collection is there. */
    static final String NOWHERE = "/";

    private SecretService() {}

    /** The service itself. */
    @DBusInterfaceName("org.freedesktop.Secret.Service")
    public interface Service extends DBusInterface {
        /** @return what the algorithm wants known, and the session */
        Pair<Variant<?>, DBusPath> OpenSession(String algorithm, Variant<?> input);

        /** @return the unlocked and the locked ones */
        Pair<List<DBusPath>, List<DBusPath>> SearchItems(Map<String, String> attributes);

        /** @return those that are unlocked, and the prompt for the others */
        Pair<List<DBusPath>, DBusPath> Unlock(List<DBusPath> objects);

        DBusPath ReadAlias(String name);
    }

    /** Secrets are handed over within one. */
    @DBusInterfaceName("org.freedesktop.Secret.Session")
    public interface Session extends DBusInterface {
        void Close();
    }

    /** Where items lie, and what is unlocked as a whole. */
    @DBusInterfaceName("org.freedesktop.Secret.Collection")
    public interface Collection extends DBusInterface {
        /** @return the item, and the prompt before it is there */
        Pair<DBusPath, DBusPath> CreateItem(Map<String, Variant<?>> properties, Content secret, boolean replace);
    }

    /** A secret with its attributes. */
    @DBusInterfaceName("org.freedesktop.Secret.Item")
    public interface Item extends DBusInterface {
        Content GetSecret(DBusPath session);

        DBusPath Delete();
    }

    /** A question to the person, that the service asks in a window of its own. */
    @DBusInterfaceName("org.freedesktop.Secret.Prompt")
    public interface Prompt extends DBusInterface {
        void Prompt(String window);

        void Dismiss();

        /** The question's end. */
        final class Completed extends DBusSignal {
            final boolean dismissed;

            public Completed(String path, boolean dismissed, Variant<?> result) throws DBusException {
                super(path, dismissed, result);
                this.dismissed = dismissed;
            }
        }
    }

    /** An answer of two values. */
    public static final class Pair<A, B> extends Tuple {
        @Position(0)
        public final A first;

        @Position(1)
        public final B second;

        public Pair(A first, B second) {
            this.first = first;
            this.second = second;
        }
    }

    /** A secret on its way. */
    public static final class Content extends Struct {
        @Position(0)
        public final DBusPath session;

        @Position(1)
        public final byte[] parameters;

        @Position(2)
        public final byte[] value;

        @Position(3)
        public final String contentType;

        public Content(DBusPath session, byte[] parameters, byte[] value, String contentType) {
            this.session = session;
            this.parameters = parameters;
            this.value = value;
            this.contentType = contentType;
        }
    }
}
