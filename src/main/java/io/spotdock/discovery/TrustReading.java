package io.spotdock.discovery;

import io.spotdock.domain.Arn;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.policy.SelfTestStatement;
import io.spotdock.domain.policy.Statement;
import io.spotdock.domain.policy.Statement.Effect;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Whom a role lets in: of those, ThoughtSpot. */
final class TrustReading {
    private static final String EXTERNAL_ID = "sts:externalid";
    private static final String SUBJECT = GoogleProvider.HOST + ":sub";
    private static final String AUDIENCE = GoogleProvider.HOST + ":aud";

    /** What Spotdock itself would write. */
    private static final Set<String> KNOWN =
            Set.of("stringequals " + EXTERNAL_ID, "stringequals " + SUBJECT, "stringequals " + AUDIENCE);

    /** What a deleted user or role leaves behind (IAM User Guide, "IAM identifiers"). */
    private static final Pattern UNIQUE_ID = Pattern.compile("A[A-Z0-9]{3}[A-Z0-9]{12,124}");

    private final RoleArn role;
    private final Notebook notes;
    private final List<Party> parties = new ArrayList<>();
    private final Set<String> others = new TreeSet<>();
    private final Set<String> narrow = new TreeSet<>();
    private final Set<String> conditions = new TreeSet<>();

    private TrustReading(RoleFacts facts, Notebook notes) {
        this.role = facts.role().arn();
        this.notes = notes;
        SelfTestStatement.without(facts.trust()).statements().forEach(this::read);
    }

    /** @param known what is known already, to tell ThoughtSpot from others by */
    static void read(RoleFacts facts, Draft known, Notebook notes) {
        new TrustReading(facts, notes).tell(known);
    }

    private void read(Statement statement) {
        boolean allows = statement.effect() == Effect.ALLOW;
        boolean account = statement.actions().coversAction("sts:AssumeRole");
        boolean token = statement.actions().coversAction("sts:AssumeRoleWithWebIdentity");
        if (!allows) notes.note("note.discovery.trust-denies");
        if (!allows || !account && !token || statement.principals().isEmpty()) return;
        Statement.Principals principals = statement.principals().get();
        if (principals.negated()) {
            others.add("NotPrincipal");
            return;
        }
        int before = parties.size();
        principals
                .byType()
                .forEach((type, values) -> values.forEach(value -> {
                    switch (type) {
                        case "AWS", "*" -> {
                            if (account) ofAws(value, statement);
                        }
                        case "Federated" -> {
                            if (token) ofGoogle(value, statement);
                        }
                        default -> others.add(value);
                    }
                }));
        if (parties.size() > before) unusual(statement);
    }

    private void ofAws(String principal, Statement statement) {
        if (UNIQUE_ID.matcher(principal).matches()) {
            others.add(principal);
            return;
        }
        List<String> externalIds = values(statement, EXTERNAL_ID);
        if (principal.equals("*")) {
            parties.add(new Party.OfAws(Optional.empty(), externalIds));
            return;
        }
        Optional<Arn> arn = Arn.parse(principal);
        String account = arn.map(Arn::account).orElse(principal);
        // ThoughtSpot has no user and no role in its customers' accounts.
        if (account.equals(role.account().value())) {
            others.add(principal);
            return;
        }
        if (arn.filter(named -> !named.resource().equals("root")).isPresent()) narrow.add(principal);
        parties.add(new Party.OfAws(Optional.of(account), externalIds));
    }

    private void ofGoogle(String principal, Statement statement) {
        boolean builtIn = principal.equals(GoogleProvider.HOST);
        if (!builtIn && !principal.endsWith(":oidc-provider/" + GoogleProvider.HOST)) {
            others.add(principal);
            return;
        }
        GoogleProvider provider = builtIn ? GoogleProvider.BUILT_IN : GoogleProvider.IN_ACCOUNT;
        List<String> subjects = values(statement, SUBJECT);
        if (subjects.isEmpty()) parties.add(new Party.OfGoogle(Optional.empty(), provider));
        subjects.forEach(subject -> parties.add(new Party.OfGoogle(Optional.of(subject), provider)));
    }

    /** The values that a key has to have; patterns and what is left open are none. */
    private static List<String> values(Statement statement, String key) {
        List<String> values = new ArrayList<>();
        statement.conditions().forEach((operator, keys) -> {
            String how = operator.toLowerCase(Locale.ROOT);
            boolean patterns = how.equals("stringlike") || how.equals("foranyvalue:stringlike");
            boolean equal = Set.of("stringequals", "stringequalsignorecase", "foranyvalue:stringequals")
                    .contains(how);
            if (!patterns && !equal) return;
            keys.forEach((found, wanted) -> {
                if (found.toLowerCase(Locale.ROOT).equals(key))
                    wanted.stream()
                            .filter(value -> !value.contains("${"))
                            .filter(value -> equal || !value.contains("*") && !value.contains("?"))
                            .forEach(values::add);
            });
        });
        return values;
    }

    private void unusual(Statement statement) {
        statement
                .conditions()
                .forEach((operator, keys) -> keys.keySet().forEach(key -> {
                    if (!KNOWN.contains((operator + " " + key).toLowerCase(Locale.ROOT)))
                        conditions.add(operator + " " + key);
                }));
    }

    private void tell(Draft known) {
        List<Party> fitting =
                parties.stream().filter(party -> party.fits(known)).toList();
        List<Party> meant = fitting.isEmpty() ? parties : fitting;
        parties.stream().filter(party -> !meant.contains(party)).forEach(this::other);
        if (meant.isEmpty())
            notes.needs(
                    Field.HOSTING,
                    others.isEmpty() ? "fault.discovery.trust-nobody" : "fault.discovery.trust-others",
                    String.join(", ", others));
        else notes.list("note.discovery.others", others);
        notes.list("note.discovery.narrow", narrow);
        notes.list("note.discovery.conditions", conditions);
        meant.forEach(party -> tell(party, known));
    }

    private void other(Party party) {
        others.add(
                switch (party) {
                    case Party.OfAws(Optional<String> account, List<String> _) -> account.orElse("*");
                    case Party.OfGoogle(Optional<String> subject, GoogleProvider _) ->
                        GoogleProvider.HOST + subject.map(id -> " " + id).orElse("");
                });
    }

    private void tell(Party party, Draft known) {
        switch (party) {
            case Party.OfAws(Optional<String> account, List<String> externalIds) -> {
                notes.says(Field.HOSTING, "aws");
                account.ifPresentOrElse(
                        id -> notes.says(Field.THOUGHTSPOT_ACCOUNT, id),
                        () -> notes.needs(Field.THOUGHTSPOT_ACCOUNT, "fault.discovery.trust-everyone"));
                externalIds.forEach(id -> notes.says(Field.EXTERNAL_ID, id));
                if (!externalIds.isEmpty()) return;
                notes.needs(Field.EXTERNAL_ID, "fault.discovery.no-external-id");
                if (known.has(Field.EXTERNAL_ID)) notes.note("fault.discovery.no-external-id");
            }
            case Party.OfGoogle(Optional<String> subject, GoogleProvider provider) -> {
                notes.says(Field.HOSTING, "gcp");
                subject.ifPresentOrElse(
                        id -> notes.says(Field.SERVICE_ACCOUNT, id),
                        () -> notes.needs(Field.SERVICE_ACCOUNT, "fault.discovery.no-subject"));
                notes.says(
                        Field.GOOGLE_PROVIDER,
                        switch (provider) {
                            case IN_ACCOUNT -> "in-account";
                            case BUILT_IN -> "built-in";
                        });
            }
        }
    }
}
