package io.spotdock.cli;

import io.spotdock.domain.Fault;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Reading;
import io.spotdock.settings.SettingsFile;
import io.spotdock.support.Bundle;
import io.spotdock.support.Collector;
import io.spotdock.support.Part;
import io.spotdock.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a person sends to whoever helps. */
@Command(
        name = "support-bundle",
        description = {
            "Collects what helps whoever helps you in one ZIP file: versions, settings, journal, log; no secrets.",
            "Sends nothing. Read it before you do. Asks nobody outside, but for --doctor."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock support-bundle",
            "  spotdock support-bundle -s spotdock.yaml --doctor -o bundle.zip",
            "  spotdock support-bundle -s spotdock.yaml --anonymous --list"
        })
final class SupportBundleCommand extends Verb {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @Option(
            names = {"-s", "--settings"},
            paramLabel = "FILE",
            description = "The settings file it is about, YAML or JSON; what is wrong in it does no harm.")
    private @Nullable Path settings;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write; without this, spotdock-support-TIME.zip here.")
    private @Nullable Path file;

    @Option(names = "--doctor", description = "Ask the doctor as well, which looks at AWS and ThoughtSpot.")
    private boolean doctor;

    @Option(
            names = "--anonymous",
            description =
                    "Have accounts, hosts, buckets, roles and people stand under other names, the same throughout.")
    private boolean anonymous;

    @Option(
            names = {"--list", "--dry-run"},
            description = "Only list what it would hold; write nothing.")
    private boolean list;

    SupportBundleCommand(Frame frame) {
        super(frame);
    }

    @Override
    protected ExitCode run(Output output) {
        CliContext context = frame().context();
        Optional<Path> given = Optional.ofNullable(settings).map(context.directory()::resolve);
        Optional<Reading> reading = given.map(path -> LocalFiles.read("--settings", path, SettingsFile::read));
        if (doctor && given.isEmpty()) throw LocalFiles.invalid("--settings", Fault.of("fault.support.doctor"));
        // Before anything is read, so that what the log says about it is read as well.
        Optional<String> said = doctor ? given.map(this::askDoctor) : Optional.empty();
        Instant now = context.clock().instant();
        Bundle bundle = collector(now, way(reading)).collect(reading, said, anonymous, parts -> readme(parts, now));
        tell(output, bundle);
        if (list) return ExitCode.OK;
        String name = "spotdock-support-" + STAMP.format(now);
        Path target = context.directory().resolve(file == null ? Path.of(name + ".zip") : file);
        LocalFiles.writePrivate("--output", target, bundle.zip(name, now));
        output.member("file", target.toString());
        output.say(context.texts().get("cli.support.written", target));
        return ExitCode.OK;
    }

    private Map<String, String> way(Optional<Reading> reading) {
        Optional<Draft> draft = reading.map(Reading::draft);
        return new WayThrough(frame().context())
                .facts(
                        draft.flatMap(given -> given.text(Field.PROFILE)),
                        draft.flatMap(given -> given.text(Field.HOST))
                                .flatMap(text -> ThoughtSpotHost.parse(text).good())
                                .map(ThoughtSpotHost::origin),
                        anonymous);
    }

    private Collector collector(Instant now, Map<String, String> way) {
        CliContext context = frame().context();
        return new Collector(
                Cli.version(),
                context.environment(),
                way,
                context.own().directory().path(),
                context.own().log().files(),
                Path.of(System.getProperty("user.home")),
                now);
    }

    /** The same as a person would see who asked it with {@code --json}; a failure is a result too. */
    private String askDoctor(Path given) {
        CliContext context = frame().context();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of("doctor", "--json", "-s", given.toString()));
        if (frame().options().noInput) arguments.add("--no-input");
        Cli.run(
                context.into(new PrintStream(said, true, StandardCharsets.UTF_8)),
                List.of(),
                arguments.toArray(String[]::new));
        return said.toString(StandardCharsets.UTF_8);
    }

    private void tell(Output output, Bundle bundle) {
        List<Map<String, Object>> files = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        for (Part part : bundle.parts()) {
            int size = part.text().getBytes(StandardCharsets.UTF_8).length;
            Map<String, Object> form = new LinkedHashMap<>();
            form.put("name", part.name());
            form.put("kind", part.kind().toString());
            form.put("bytes", size);
            files.add(form);
            lines.append(row(part, size)).append('\n');
        }
        output.member("files", files);
        output.print(lines.toString());
    }

    private String row(Part part, int size) {
        return String.format("%9d  %-36s  %s", size, part.name(), words(part));
    }

    private String words(Part part) {
        return frame().context().texts().get("cli.support.kind." + part.kind());
    }

    private String readme(List<Part> parts, Instant now) {
        Texts texts = frame().context().texts();
        StringBuilder text = new StringBuilder();
        text.append(texts.get("cli.support.readme.title", Cli.version(), now)).append("\n\n");
        for (Part part : parts) text.append(String.format("  %-36s  %s%n", part.name(), words(part)));
        text.append('\n').append(texts.get("cli.support.readme.hidden")).append("\n\n");
        text.append(texts.get(anonymous ? "cli.support.readme.anonymous" : "cli.support.readme.named"))
                .append("\n\n");
        return text.append(texts.get("cli.support.readme.read")).append('\n').toString();
    }
}
