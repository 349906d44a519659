package io.spotdock.log;

import ch.qos.logback.classic.LoggerContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** The log of this process. Opening it takes no time: Logback is set up when the first word is logged. */
public final class ProcessLog implements LogBook {
    private final LogFile file;

    private ProcessLog(Path folder) {
        file = new LogFile(folder);
    }

    /** To be called once, before anything is logged. */
    public static ProcessLog open(Path folder, LogLevel level) {
        // Logback makes its setup by itself, and so can be told in no other way.
        System.setProperty(LogSetup.FOLDER, folder.toString());
        System.setProperty(LogSetup.LEVEL, level.toString());
        return new ProcessLog(folder);
    }

    @Override
    public List<Path> files() {
        return file.files();
    }

    @Override
    public void setLevel(LogLevel level) {
        context().ifPresent(context -> LogSetup.set(context, level));
    }

    @Override
    public Optional<String> trouble() {
        return context()
                .map(context ->
                        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender(LogAppender.NAME))
                .flatMap(appender -> ((LogAppender) appender).file().trouble());
    }

    private static Optional<LoggerContext> context() {
        return LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                ? Optional.of(context)
                : Optional.empty();
    }
}
