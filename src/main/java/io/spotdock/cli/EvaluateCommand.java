package io.spotdock.cli;

import io.spotdock.domain.Unseen;
import io.spotdock.domain.policy.PolicyEvaluator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who may do what under given policy documents, offline. */
@Command(
        name = "evaluate",
        description =
                "Says who may do what under given policy documents, offline: one decision a case, with the statement"
                        + " that decided it. Service and resource control policies of an organisation are not known here.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock evaluate cases.json",
            "  spotdock evaluate - < cases.json | jq -r '.name + \": \" + .decision'"
        })
public final class EvaluateCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int WRONG_USAGE = 2;

    /** Bytes; some ten thousand cases with inline documents. */
    private static final int LARGEST = 32 << 20;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "CASES.json",
            description = "A case or a list of cases; - reads standard input. Files named in it are relative to it.")
    private String cases = "";

    @Override
    public Integer call() {
        boolean standardInput = cases.equals("-");
        List<EvaluationCase> read;
        Path folder;
        try {
            Path file = Path.of(standardInput ? "." : cases).toAbsolutePath();
            Path parent = file.getParent();
            folder = standardInput || parent == null ? file : parent;
            read = EvaluationCase.list(standardInput ? decoded(readInput()) : text(file, LARGEST));
        } catch (InvalidPathException e) {
            return refuse("not a path");
        } catch (NoSuchFileException e) {
            return refuse("no such file");
        } catch (IOException e) {
            return refuse(e.getMessage() == null ? "cannot be read" : e.getMessage());
        }
        PolicyEvaluator evaluator = new PolicyEvaluator();
        var out = spec.commandLine().getOut();
        for (EvaluationCase one : read) out.print(Unseen.shown(one.decide(evaluator, folder)) + "\n");
        out.flush();
        return DONE;
    }

    private int refuse(String why) {
        var err = spec.commandLine().getErr();
        err.println(Unseen.shown("evaluate: " + cases + ": " + why));
        err.flush();
        return WRONG_USAGE;
    }

    private static byte[] readInput() throws IOException {
        InputStream in = System.in;
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) throw new IOException("larger than " + LARGEST + " bytes");
        return bytes;
    }

    /** The text of a regular file of at most {@code largest} bytes. */
    static String text(Path file, int largest) throws IOException {
        // A device or pipe could block or never end.
        if (Files.exists(file) && !Files.isRegularFile(file)) throw new IOException("not a regular file");
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(largest + 1);
            if (bytes.length > largest) throw new IOException("larger than " + largest + " bytes");
            return decoded(bytes);
        } catch (java.nio.file.AccessDeniedException e) {
            throw new IOException("may not be read", e);
        }
    }

    private static String decoded(byte[] bytes) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IOException("not UTF-8", e);
        }
    }
}
