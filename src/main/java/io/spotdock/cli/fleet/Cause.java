package io.spotdock.cli.fleet;

import io.spotdock.check.CheckResult;
import io.spotdock.domain.Failure;
import io.spotdock.text.FailureText;
import io.spotdock.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Why an integration is not well, told once for all that share it.
 *
 * @param kind what it is, for programs: of a failure, or the check's ID
 * @param key the same for causes that are mended by one and the same act
 * @param what happened
 * @param more why, and what to do
 */
record Cause(String kind, List<Object> key, String what, List<String> more) {
    Cause {
        key = List.copyOf(key);
        more = List.copyOf(more);
    }

    static Cause of(Failure failure, Texts texts) {
        FailureText told = texts.of(failure);
        List<String> more = new ArrayList<>();
        told.cause().ifPresent(more::add);
        more.add(told.remedy());
        return new Cause(kind(failure), key(failure), told.sentence(), more);
    }

    /** A check that failed, or is to be looked at. */
    static Cause of(CheckResult check, Texts texts) {
        List<String> more = new ArrayList<>();
        check.evidence().map(texts::of).ifPresent(more::add);
        List<Object> key = new ArrayList<>(List.of(check.id()));
        check.failure().ifPresent(failure -> {
            Cause under = of(failure, texts);
            more.add(under.what());
            more.addAll(under.more());
            key.addAll(under.key());
        });
        // The evidence names the bucket or role of each: what is wrong with it is the same.
        check.evidence().ifPresent(evidence -> key.add(evidence.key()));
        check.remedy().map(texts::of).ifPresent(more::add);
        return new Cause(check.id(), key, texts.get("check." + check.id()), more);
    }

    /**
     * What tells causes apart. One right that is missing is missing for every role in the account, one host that doesn't
     * answer is silent for all; each bug has a reference of its own, and they are told together all the same.
     */
    private static List<Object> key(Failure failure) {
        String kind = kind(failure);
        return switch (failure) {
            case Failure.Denied f -> List.of(kind, f.action(), f.principal());
            case Failure.Missing f -> List.of(kind, sort(f.resource()));
            case Failure.AlreadyThere f -> List.of(kind, sort(f.resource()));
            case Failure.Conflict f ->
                List.of(kind, sort(f.resource()), f.evidence().key());
            case Failure.Invalid f -> List.of(kind, f.field(), f.fault());
            case Failure.Throttled f -> List.of(kind, f.service());
            case Failure.Unreachable f -> List.of(kind, f.host(), f.why());
            case Failure.Expired f -> List.of(kind, f.signIn(), f.arguments());
            case Failure.NotVisibleYet f -> List.of(kind, sort(f.resource()));
            case Failure.Unexpected _ -> List.of(kind);
        };
    }

    /** The kind of a resource, which stands before its name. */
    private static String sort(String resource) {
        return resource.split(" ", 2)[0];
    }

    private static String kind(Failure failure) {
        return failure.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
