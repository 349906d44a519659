package io.spotdock.keychain;

import io.spotdock.domain.Secret;
import io.spotdock.keychain.SecretService.Content;
import io.spotdock.keychain.SecretService.Pair;
import io.spotdock.port.Keychain.Item;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/**
 * The Secret Service of Linux: GNOME Keyring, KWallet, KeePassXC, whichever answers on the session bus. Another connection
 * for each call, since the next may come days later, or never.
 */
final class SecretServiceStore implements Store {
    private static final String SCHEMA = "io.spotdock.SignIn";
    private static final String DEFAULT = "default";

    private final SessionBus bus;

    SecretServiceStore(SessionBus bus) {
        this.bus = bus;
    }

    /** Work over a connection. */
    private interface Work<T> {
        T over(BusTalk talk) throws InterruptedException;
    }

    private <T> T talking(Work<T> work) throws InterruptedException {
        String address = bus.address().orElseThrow(() -> Refusal.NO_BUS.because(""));
        try (BusTalk talk = BusTalk.open(address)) {
            return work.over(talk);
        }
    }

    @Override
    public Optional<Secret> find(Item item) throws InterruptedException {
        return talking(talk -> {
            Optional<DBusPath> there = unlocked(talk, item).stream().findFirst();
            return there.map(path -> read(talk, path));
        });
    }

    private static Secret read(BusTalk talk, DBusPath path) {
        Content content =
                talk.ask(() -> talk.object(path, SecretService.Item.class).GetSecret(talk.session()));
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(content.value));
        char[] characters = Arrays.copyOf(text.array(), text.limit());
        try {
            return new Secret(characters);
        } finally {
            Arrays.fill(characters, '\0');
            Arrays.fill(text.array(), '\0');
            Arrays.fill(content.value, (byte) 0);
        }
    }

    @Override
    public void keep(Item item, Secret secret) throws InterruptedException {
        talking(talk -> {
            DBusPath collection = talk.ask(() -> talk.service().ReadAlias(DEFAULT));
            if (collection.getPath().equals(SecretService.NOWHERE)) throw Refusal.NO_COLLECTION.because("");
            talk.unlock(List.of(collection));
            byte[] value = secret.use(text -> text.getBytes(StandardCharsets.UTF_8));
            try {
                Content content = new Content(talk.session(), new byte[0], value, "text/plain; charset=utf8");
                talk.answer(talk.ask(() -> talk.object(collection, SecretService.Collection.class)
                                .CreateItem(properties(item), content, true))
                        .second);
            } finally {
                Arrays.fill(value, (byte) 0);
            }
            return true;
        });
    }

    @Override
    public void forget(Item item) throws InterruptedException {
        talking(talk -> {
            for (DBusPath path : unlocked(talk, item))
                talk.answer(talk.ask(
                        () -> talk.object(path, SecretService.Item.class).Delete()));
            return true;
        });
    }

    /** Those that are kept under this name, after the person has unlocked them where that is needed. */
    private static List<DBusPath> unlocked(BusTalk talk, Item item) throws InterruptedException {
        Pair<List<DBusPath>, List<DBusPath>> found =
                talk.ask(() -> talk.service().SearchItems(attributes(item)));
        List<DBusPath> locked = found.second;
        if (!found.first.isEmpty() || locked.isEmpty()) return found.first;
        talk.unlock(locked);
        return locked;
    }

    private static Map<String, String> attributes(Item item) {
        // By its schema, libsecret's own search finds it too.
        return Map.of(
                "xdg:schema",
                SCHEMA,
                "application",
                "spotdock",
                "host",
                item.host().toString(),
                "user",
                item.user());
    }

    private static Map<String, Variant<?>> properties(Item item) {
        String who = item.user().isEmpty() ? "" : item.user() + " @ ";
        Map<String, Variant<?>> properties = new LinkedHashMap<>();
        properties.put(
                "org.freedesktop.Secret.Item.Label",
                new Variant<>("Spotdock: " + who + item.host().name()));
        properties.put("org.freedesktop.Secret.Item.Attributes", new Variant<>(attributes(item), "a{ss}"));
        return properties;
    }
}
