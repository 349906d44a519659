import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes the manual page, spotdock(1): what each command says of itself, which can't be out of date.
 *
 * <p>Usage: java Manual.java PAGE VERSION DATE PROGRAM…
 */
final class Manual {
    private static final Pattern COMMAND = Pattern.compile("^  ([a-z][a-z-]*)  +\\S.*");

    private final List<String> program;

    private Manual(List<String> program) {
        this.program = program;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Manual manual = new Manual(List.of(arguments).subList(3, arguments.length));
        StringBuilder page = new StringBuilder();
        page.append(".TH SPOTDOCK 1 \"%s\" \"Spotdock %s\" \"User commands\"\n".formatted(arguments[2], arguments[1]))
                .append(".SH NAME\nspotdock \\- set up ThoughtSpot's webhook delivery into an Amazon S3 bucket\n")
                .append(".SH SYNOPSIS\n.B spotdock\n[\\fICOMMAND\\fR] [\\fIOPTION\\fR...]\n");
        String root = manual.help(List.of());
        section(page, "DESCRIPTION", root);
        for (String command : commands(root)) {
            String help = manual.help(List.of(command));
            section(page, "spotdock " + command, help);
            for (String below : commands(help))
                section(page, "spotdock " + command + " " + below, manual.help(List.of(command, below)));
        }
        page.append(".SH SEE ALSO\n.BR aws (1)\n");
        Files.writeString(Path.of(arguments[0]), page);
    }

    private String help(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.addAll(words);
        command.add("--help");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IllegalStateException(words + " has no help");
        return said;
    }

    /** Those in the list under "Commands:". */
    private static List<String> commands(String help) {
        int at = help.indexOf("\nCommands:\n");
        if (at < 0) return List.of();
        return help.substring(at + "\nCommands:\n".length())
                .lines()
                .takeWhile(line -> line.startsWith("  "))
                .map(COMMAND::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(line -> line.group(1))
                .toList();
    }

    private static void section(StringBuilder page, String title, String text) {
        page.append(".SH \"").append(title).append("\"\n.nf\n");
        text.stripTrailing().lines().forEach(line -> page.append(escaped(line)).append('\n'));
        page.append(".fi\n");
    }

    private static String escaped(String line) {
        String plain = line.replace("\\", "\\e").replace("-", "\\-");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}
