package io.spotdock.text;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Unseen;
import java.math.BigDecimal;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sentences of one language. */
public final class Texts {
    /** The bundles: what both front ends say, and what only the window does. */
    public static final List<String> BUNDLES = List.of("io.spotdock.text.messages", "io.spotdock.text.wizard");

    /** Nobody reads more; the longest policy that AWS takes (KMS Developer Guide, "Resource quotas"). */
    private static final int LONGEST = 32_768;

    private final List<Bundle> bundles;
    private final Locale locale;

    public Texts(Locale locale) {
        this.locale = locale;
        bundles = BUNDLES.stream().map(name -> new Bundle(name, locale)).toList();
    }

    /** The language and country that numbers and dates are written for. */
    public Locale locale() {
        return locale;
    }

    public String of(Fault fault) {
        return get(fault.key(), fault.arguments().toArray());
    }

    public FailureText of(Failure failure) {
        return switch (failure) {
            // An answer without a body names nobody.
            case Failure.Denied f
            when f.principal().isBlank() -> told("failure.denied-you", "", f.action(), f.resource());
            case Failure.Denied f
            when f.action().equals("sts:AssumeRole") -> told("failure.denied-role", f.principal(), f.resource());
            case Failure.Denied f -> told("failure.denied", f.principal(), f.action(), f.resource());
            case Failure.Missing f when f.resource().equals("delivery-history") -> told("failure.no-history");
            case Failure.Missing f -> told("failure.missing", f.resource());
            case Failure.AlreadyThere f -> told("failure.already-there", f.resource());
            case Failure.Conflict f -> caused(told("failure.conflict", f.resource()), f.evidence());
            case Failure.Invalid f -> caused(told("failure.invalid", f.field()), f.fault());
            case Failure.Throttled f -> told("failure.throttled", f.service());
            case Failure.Unreachable f -> unreachable(f);
            case Failure.Expired f -> expired(f.signIn(), f.arguments().toArray());
            case Failure.NotVisibleYet f -> told("failure.not-visible-yet", f.resource());
            case Failure.Unexpected f -> told("failure.unexpected", f.reference());
        };
    }

    /** What has to be mended on the way says for itself how. */
    private FailureText unreachable(Failure.Unreachable failure) {
        FailureText text = told("failure.unreachable", failure.host());
        return failure.why()
                .map(why -> new FailureText(
                        text.sentence(),
                        Optional.of(of(why)),
                        get(why.key() + ".remedy", why.arguments().toArray())))
                .orElse(text);
    }

    private FailureText told(String key, Object... arguments) {
        return new FailureText(get(key, arguments), Optional.empty(), get(key + ".remedy", arguments));
    }

    private FailureText caused(FailureText text, Fault cause) {
        return new FailureText(text.sentence(), Optional.of(of(cause)), text.remedy());
    }

    /** Each kind of sign-in says for itself how to get a new one. */
    private FailureText expired(String signIn, Object... arguments) {
        return new FailureText(
                get("failure.expired"),
                Optional.of(get(signIn, arguments)),
                has(signIn + ".remedy") ? get(signIn + ".remedy", arguments) : get("failure.expired.remedy"));
    }

    /** The name of a field that differs; for a policy's condition, the operator and key stand after a colon. */
    public String field(String key) {
        String[] parts = key.split(":", 2);
        return parts.length == 1 ? get(key) : get(parts[0], parts[1]);
    }

    public boolean has(String key) {
        return find(key).isPresent();
    }

    /** The text of a key; the key itself where there is none, so that a person has something to report. */
    public String get(String key, Object... arguments) {
        return find(key)
                .map(pattern -> filled(new MessageFormat(pattern, locale), arguments))
                .orElseGet(() -> arguments.length == 0 ? key : key + " " + List.of(arguments));
    }

    private Optional<String> find(String key) {
        return bundles.stream().flatMap(bundle -> bundle.find(key).stream()).findFirst();
    }

    /**
     * Arguments of a fault are texts, often of others; where the pattern writes or chooses by numbers, they are read as
     * numbers.
     */
    private static String filled(MessageFormat pattern, Object... arguments) {
        Format[] formats = pattern.getFormatsByArgumentIndex();
        Object[] values = arguments.clone();
        for (int i = 0; i < Math.min(formats.length, values.length); i++) values[i] = value(values[i], formats[i]);
        return pattern.format(values);
    }

    private static Object value(Object argument, @Nullable Format format) {
        if (argument instanceof Number) return argument;
        String text = String.valueOf(argument);
        if (format == null) return bearable(text);
        return format instanceof NumberFormat && argument instanceof String ? new BigDecimal(text) : argument;
    }

    private static String bearable(String text) {
        return Unseen.shown(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }
}
