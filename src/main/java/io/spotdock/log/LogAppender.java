package io.spotdock.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.Optional;

/** Hands what is logged to the log's file. */
public final class LogAppender extends AppenderBase<ILoggingEvent> {
    static final String NAME = "file";

    private final LogFile file;
    private final long process = ProcessHandle.current().pid();

    public LogAppender(LogFile file) {
        this.file = file;
        setName(NAME);
    }

    LogFile file() {
        return file;
    }

    @Override
    protected void append(ILoggingEvent event) {
        Optional<Throwable> thrown = event.getThrowableProxy() instanceof ThrowableProxy proxy
                ? Optional.of(proxy.getThrowable())
                : Optional.empty();
        file.write(Line.of(
                event.getInstant(),
                event.getLevel().toString(),
                process,
                event.getLoggerName(),
                event.getFormattedMessage(),
                thrown));
    }
}
