package io.spotdock.network;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Signs in to the proxy. A password that is asked for twice in one call was refused, and is not tried again in that call or in
 * any later one: that locks the account at many a company.
 */
public final class ProxySignIn extends Authenticator {
    private final PasswordAuthentication known;
    /** Who began a call, and whether it was answered; a thread makes one call at a time. */
    private final Map<Thread, Boolean> answered = new WeakHashMap<>();

    private boolean refused;

    ProxySignIn(PasswordAuthentication known) {
        this.known = known;
    }

    /** This thread begins a call. A client that limits its attempts itself need not say so. */
    public void begin() {
        synchronized (answered) {
            answered.put(Thread.currentThread(), false);
        }
    }

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        return getRequestorType() == RequestorType.PROXY && isFirst() ? known : null;
    }

    private boolean isFirst() {
        synchronized (answered) {
            refused |= Boolean.TRUE.equals(answered.replace(Thread.currentThread(), true));
            return !refused;
        }
    }
}
