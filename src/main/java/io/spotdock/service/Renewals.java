package io.spotdock.service;

import io.spotdock.port.CloudConnector;
import io.spotdock.port.Renewal.Lapse;
import io.spotdock.port.WebhookConnector;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Has a person sign in anew where a sign-in runs out while something is carried out, one thing at a time. Who gives up is not
 * asked again before the next run, and outside of a run nobody is: nothing there says who waits for what. Thread-safe.
 */
public final class Renewals {
    private final Person person;
    private final ReentrantLock asking = new ReentrantLock();
    private int runs;
    private boolean givenUp;

    /** Who can be asked. Blocks for as long as that takes; false when it is given up. */
    public interface Person {
        boolean aws(Lapse<CloudConnector.SignIn> lapse);

        boolean thoughtSpot(Lapse<WebhookConnector.SignIn> lapse);

        /** Nobody, for who can't ask. */
        static Person nobody() {
            return new Person() {
                @Override
                public boolean aws(Lapse<CloudConnector.SignIn> lapse) {
                    return false;
                }

                @Override
                public boolean thoughtSpot(Lapse<WebhookConnector.SignIn> lapse) {
                    return false;
                }
            };
        }
    }

    public Renewals(Person person) {
        this.person = person;
    }

    /** Of one run that has begun, and ends with the program. */
    public static Renewals ofRun(Person person) {
        Renewals renewals = new Renewals(person);
        renewals.begin();
        return renewals;
    }

    /** Carries something out, in which the person may be asked. */
    <T> T during(Supplier<T> run) {
        begin();
        try {
            return run.get();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        if (runs++ == 0) givenUp = false;
    }

    private synchronized void end() {
        runs--;
    }

    private synchronized boolean mayAsk() {
        return runs > 0 && !givenUp;
    }

    private synchronized void giveUp() {
        givenUp = true;
    }

    boolean aws(Lapse<CloudConnector.SignIn> lapse) {
        return asked(() -> person.aws(lapse));
    }

    boolean thoughtSpot(Lapse<WebhookConnector.SignIn> lapse) {
        return asked(() -> person.thoughtSpot(lapse));
    }

    private boolean asked(BooleanSupplier question) {
        try {
            asking.lockInterruptibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted before the person was asked");
        }
        try {
            if (!mayAsk()) return false;
            boolean renewed = question.getAsBoolean();
            if (!renewed) giveUp();
            return renewed;
        } finally {
            asking.unlock();
        }
    }

    /** A connector whose sign-ins are renewed so. */
    public CloudConnector over(CloudConnector clouds) {
        return clouds.renewing(this::aws);
    }

    /** A connector whose sign-ins are renewed so. */
    public WebhookConnector over(WebhookConnector webhooks) {
        return webhooks.renewing(this::thoughtSpot);
    }
}
