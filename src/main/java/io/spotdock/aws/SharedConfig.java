package io.spotdock.aws;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * The shared configuration and credentials files, and the profile in use (AWS SDKs and Tools Reference Guide, "Shared
 * config and credentials files").
 *
 * @param profile by name; {@code default} when none was named
 * @param named whether a person named it for this call, which puts it before the keys in the environment
 */
record SharedConfig(ProfileFile file, String profile, boolean named) {
    private static final String DEFAULT = "default";
    /** A thousand profiles have a tenth of it. */
    private static final int LARGEST = 4 << 20;

    private static final Pattern LINE = Pattern.compile("line [0-9]+");

    /** @throws FailureException Invalid when a file can't be read or the profile is in none */
    static SharedConfig read(Map<String, String> environment, Path home, Optional<String> asked) {
        ProfileFile file = file(environment, home);
        Optional<String> wanted = asked.or(() -> Optional.ofNullable(environment.get("AWS_PROFILE")))
                .or(() -> Optional.ofNullable(environment.get("AWS_DEFAULT_PROFILE")))
                .filter(name -> !name.isBlank());
        String profile = wanted.orElse(DEFAULT);
        boolean absentDefault = profile.equals(DEFAULT) && asked.isEmpty();
        if (file.profile(profile).isEmpty() && !absentDefault)
            throw invalid(Fault.of("fault.aws.profile.unknown", profile), "");
        return new SharedConfig(file, profile, asked.isPresent());
    }

    /** No file at all, for a sign-in that must not fail on a broken one. */
    static SharedConfig none() {
        return new SharedConfig(ProfileFile.aggregator().build(), DEFAULT, false);
    }

    private static ProfileFile file(Map<String, String> environment, Path home) {
        ProfileFile.Aggregator files = ProfileFile.aggregator();
        add(files, path(environment, "AWS_CONFIG_FILE", home, "config"), ProfileFile.Type.CONFIGURATION);
        add(files, path(environment, "AWS_SHARED_CREDENTIALS_FILE", home, "credentials"), ProfileFile.Type.CREDENTIALS);
        return files.build();
    }

    private static Path path(Map<String, String> environment, String variable, Path home, String file) {
        String named = environment.getOrDefault(variable, "");
        if (named.isBlank()) return home.resolve(".aws").resolve(file);
        try {
            return named.startsWith("~/") ? home.resolve(named.substring(2)) : Path.of(named);
        } catch (InvalidPathException _) {
            throw invalid(Fault.of("fault.aws.profile.unreadable", named), "");
        }
    }

    private static void add(ProfileFile.Aggregator files, Path path, ProfileFile.Type type) {
        if (!Files.isRegularFile(path)) return;
        try (InputStream content = Files.newInputStream(path)) {
            byte[] bytes = content.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) throw invalid(Fault.of("fault.aws.profile.too-large", path), "");
            files.addFile(ProfileFile.builder()
                    .content(new ByteArrayInputStream(bytes))
                    .type(type)
                    .build());
        } catch (IOException e) {
            throw invalid(
                    Fault.of("fault.aws.profile.unreadable", path), e.getClass().getSimpleName());
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            // The parser's message may quote the line, and with it a key.
            Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
            throw invalid(Fault.of("fault.aws.profile.malformed", path), line.find() ? line.group() : "");
        }
    }

    private static FailureException invalid(Fault fault, String said) {
        return new FailureException(new Failure.Invalid("aws.profile", fault, said));
    }

    /** Every profile of the files, the default first. */
    static List<SharedConfig> all(Map<String, String> environment, Path home) {
        ProfileFile file = file(environment, home);
        return file.profiles().keySet().stream()
                .sorted(Comparator.comparing((String name) -> !name.equals(DEFAULT))
                        .thenComparing(name -> name))
                .map(name -> new SharedConfig(file, name, true))
                .toList();
    }

    /** The same files, seen from another profile. */
    SharedConfig of(String otherProfile) {
        return new SharedConfig(file, otherProfile, named);
    }

    /** A property of the profile in use. */
    Optional<String> property(String name) {
        return file.profile(profile).flatMap(p -> p.property(name)).filter(value -> !value.isBlank());
    }

    /** A property of a section that is no profile, such as {@code [sso-session corp]}. */
    Optional<String> property(String section, String title, String name) {
        return file.getSection(section, title).flatMap(s -> s.property(name)).filter(value -> !value.isBlank());
    }

    /** A service's own end point: from the section of services that the profile names, else the profile's. */
    Optional<String> endpointUrl(String service) {
        return property("services")
                .flatMap(name -> property("services", name, service + ".endpoint_url"))
                .or(() -> property("endpoint_url"));
    }
}
