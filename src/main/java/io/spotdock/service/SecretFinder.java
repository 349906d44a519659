package io.spotdock.service;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Finds the secrets that settings refer to, at the moment they are needed. */
public final class SecretFinder implements Function<SecretReference, Secret> {
    private static final int LARGEST = 1 << 16;

    private final Map<String, String> environment;
    private final Path folder;
    private final Consumer<Fault> notes;

    /**
     * @param folder that relative paths start from: the settings file's own
     * @param notes hears of files that others may read
     */
    public SecretFinder(Map<String, String> environment, Path folder, Consumer<Fault> notes) {
        this.environment = environment;
        this.folder = folder;
        this.notes = notes;
    }

    /** @throws FailureException Invalid, which names the reference and never what it holds */
    @Override
    public Secret apply(SecretReference reference) {
        return switch (reference) {
            case SecretReference.Environment(String name) -> {
                String value = environment.get(name);
                if (value == null) throw refused(reference, "fault.secret.missing");
                if (value.isEmpty()) throw refused(reference, "fault.secret.empty");
                yield Secret.of(value);
            }
            case SecretReference.File(String path) -> read(reference, folder.resolve(path));
            // Typed secrets live in the wizard's session only.
            case SecretReference.Entered _ -> throw refused(reference, "fault.secret.missing");
        };
    }

    private Secret read(SecretReference reference, Path file) {
        if (Files.notExists(file)) throw refused(reference, "fault.secret.missing");
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST)
                throw refused(reference, "fault.secret.unreadable");
            warnIfOthersMayRead(file);
            Secret secret = decoded(Files.readAllBytes(file));
            if (secret.isEmpty()) throw refused(reference, "fault.secret.empty");
            return secret;
        } catch (IOException _) {
            throw refused(reference, "fault.secret.unreadable");
        }
    }

    /** Without the line break that editors put at the end of a file. */
    private static Secret decoded(byte[] bytes) {
        CharBuffer buffer = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        char[] characters = new char[buffer.remaining()];
        buffer.get(characters);
        int length = characters.length;
        while (length > 0 && (characters[length - 1] == '\n' || characters[length - 1] == '\r')) length--;
        char[] trimmed = Arrays.copyOf(characters, length);
        Secret secret = new Secret(trimmed);
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(characters, '\0');
        Arrays.fill(trimmed, '\0');
        if (buffer.hasArray()) Arrays.fill(buffer.array(), '\0');
        return secret;
    }

    private void warnIfOthersMayRead(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ))
            notes.accept(Fault.of("note.secret-file-readable", file));
    }

    private static FailureException refused(SecretReference reference, String key) {
        return new FailureException(new Failure.Invalid(reference.toString(), Fault.of(key, reference), ""));
    }
}
