package io.spotdock.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The process's own streams. */
record Streams(PrintStream out, PrintStream err) {
    static Streams ofProcess() {
        return new Streams(
                stream(FileDescriptor.out, System.out.charset()), stream(FileDescriptor.err, System.err.charset()));
    }

    /** A locale that was never set says ASCII, while what reads us reads UTF-8. */
    private static PrintStream stream(FileDescriptor descriptor, Charset charset) {
        Charset used = charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
        return new PrintStream(new FileOutputStream(descriptor), true, used);
    }
}
