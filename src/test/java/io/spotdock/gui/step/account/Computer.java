package io.spotdock.gui.step.account;

import io.spotdock.TestRooms;
import io.spotdock.gui.step.TestPlace;
import io.spotdock.port.SsoSignIn;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.service.Rooms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A computer that has the sandbox's keys in its AWS configuration rather than in the environment. */
final class Computer {
    private final Path home;
    private final SandboxOptions options;
    private UnaryOperator<Rooms> rooms = all -> all;

    Computer(Path home, SandboxOptions options) {
        this.home = home;
        this.options = options;
    }

    static Computer in(Path home) {
        return new Computer(home, SandboxOptions.aws());
    }

    Computer with(SsoSignIn sso) {
        rooms = all -> new Rooms(
                all.externalIds(),
                all.journals(),
                all.clouds(),
                all.profiles(),
                _ -> sso,
                all.webhooks(),
                all.receivers(),
                all.signIns(),
                TestRooms.noUpdates(),
                all.webhookDocument(),
                all.sleeper());
        return this;
    }

    /**
     * Switches it on.
     *
     * @param config the configuration file; {@code KEYS} stands for the administrator's keys
     */
    TestPlace place(String config) {
        TestPlace place = new TestPlace(options, home, Computer::withoutKeys, rooms);
        write(
                "config",
                config.replace(
                        "KEYS",
                        "aws_access_key_id = %s\naws_secret_access_key = %s"
                                .formatted(
                                        place.sandbox.access().accessKeyId(),
                                        place.sandbox.access().secretAccessKey())));
        return place;
    }

    void write(String name, String text) {
        try {
            Files.createDirectories(home.resolve(".aws"));
            Files.writeString(home.resolve(".aws").resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> withoutKeys(Map<String, String> sandbox) {
        Map<String, String> own = new HashMap<>();
        own.put("AWS_ENDPOINT_URL", sandbox.getOrDefault("AWS_ENDPOINT_URL", ""));
        own.put("AWS_EC2_METADATA_DISABLED", "true");
        return own;
    }
}
