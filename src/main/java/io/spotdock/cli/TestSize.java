package io.spotdock.cli;

import io.spotdock.text.Texts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How large a test file is. */
public final class TestSize {
    /** ThoughtSpot delivers up to 25 MB. */
    private static final int LARGEST = 25 * 1024 * 1024;

    @Option(
            names = "--size",
            paramLabel = "BYTES",
            description = "The size of your own test file, up to 25 MB (default: ${DEFAULT-VALUE}).")
    private int size = 1024;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** @throws ParameterException for a size that ThoughtSpot would not deliver */
    public int bytes(Texts texts) {
        if (size < 1 || size > LARGEST)
            throw new ParameterException(spec.commandLine(), texts.get("cli.test.size", String.valueOf(LARGEST)));
        return size;
    }
}
