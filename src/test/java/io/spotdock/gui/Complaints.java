package io.spotdock.gui;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the toolkit says about stylesheets while this is open. It says it in the log. */
public final class Complaints extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger styles = (Logger) LoggerFactory.getLogger("javafx.css");
    private final List<String> heard = new CopyOnWriteArrayList<>();

    public Complaints() {
        start();
        styles.addAppender(this);
    }

    public List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    protected void append(ILoggingEvent complaint) {
        heard.add(complaint.getFormattedMessage());
    }

    @Override
    public void close() {
        styles.detachAppender(this);
        stop();
    }
}
