package io.spotdock.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.file.Path;

/**
 * Sets Logback up when the first word is logged, which spares whoever logs nothing. Code rather than XML, which takes
 * Logback ten times as long to read, and which a file on the class path could replace by one that logs requests. Found by
 * {@code ServiceLoader}.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
    /** The folder that the log lies in. Without it nothing is written, as in tests. */
    static final String FOLDER = "spotdock.log.folder";

    static final String LEVEL = "spotdock.log.level";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        set(context, LogLevel.of(System.getProperty(LEVEL, "")).orElse(LogLevel.INFO));
        String folder = System.getProperty(FOLDER, "");
        if (!folder.isEmpty()) {
            LogAppender appender = new LogAppender(new LogFile(Path.of(folder)));
            appender.setContext(context);
            appender.start();
            context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(appender);
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /**
     * The level is that of our own words. The AWS SDK and the JDK's HTTP client log requests with their headers and bodies
     * below the level of a warning, and so never.
     */
    static void set(LoggerContext context, LogLevel level) {
        Level ours = Level.toLevel(level.toString(), Level.INFO);
        Level others = ours.isGreaterOrEqual(Level.WARN) ? ours : Level.WARN;
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(others);
        context.getLogger("io.spotdock").setLevel(ours);
        // At each start JavaFX warns that it isn't a module; why it can't be one here:
        // docs/decisions/0003-no-module-info.md.
        Logger javafx = context.getLogger("javafx");
        javafx.setLevel(ours.isGreaterOrEqual(Level.ERROR) ? ours : Level.ERROR);
        context.getLogger("javafx.css").setLevel(others);
    }
}
