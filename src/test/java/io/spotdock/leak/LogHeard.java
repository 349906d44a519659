package io.spotdock.leak;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.spotdock.log.LogAppender;
import io.spotdock.log.LogFile;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** While this is open, everything that is logged in this process is written down, at the level that says most. */
final class LogHeard implements AutoCloseable {
    private final Logger all = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.spotdock");
    private final Level before = ours.getLevel();
    private final LogAppender appender;

    LogHeard(Path folder) {
        appender = new LogAppender(new LogFile(folder));
        appender.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        appender.start();
        all.addAppender(appender);
        ours.setLevel(Level.DEBUG);
    }

    @Override
    public void close() {
        all.detachAppender(appender);
        ours.setLevel(before);
    }
}
