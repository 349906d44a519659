package io.spotdock.gui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the toolkit says about stylesheets while this is open. It says it in the log, which goes to standard error. */
public final class Complaints extends Handler implements AutoCloseable {
    /** Held, as a logger that nobody holds is forgotten together with its handlers. */
    private final Logger styles = Logger.getLogger("javafx.css");

    private final List<String> heard = new CopyOnWriteArrayList<>();

    public Complaints() {
        styles.addHandler(this);
    }

    public List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void publish(LogRecord complaint) {
        heard.add(new SimpleFormatter().formatMessage(complaint));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        styles.removeHandler(this);
    }
}
