package io.spotdock.settings.fleet;

import io.spotdock.domain.Fault;
import io.spotdock.domain.Parsed;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.settings.Nearest;
import io.spotdock.settings.Node;
import io.spotdock.settings.Position;
import io.spotdock.settings.Problem;
import io.spotdock.settings.fleet.SignIns.ThoughtSpotSignIn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks along a manifest's sign-ins. Texts that may be a secret in the wrong place are never repeated. */
final class SignInWalk {
    private static final String ROLE = "role";
    private static final String THOUGHTSPOT = "thoughtspot";
    private static final String USER = "user";
    private static final String TOKEN = "token";
    private static final String PASSWORD = "password";
    private static final String SECRET_KEY = "secret-key";

    private final List<Problem> problems;

    /** @param problems to which this adds */
    SignInWalk(List<Problem> problems) {
        this.problems = problems;
    }

    SignIns walk(String path, Node node) {
        Map<String, Node.Member> members = members(path, node, List.of(ROLE, THOUGHTSPOT));
        Optional<Text> role = text(path, members, ROLE).filter(text -> isRole(path, text));
        Map<ThoughtSpotHost, ThoughtSpotSignIn> signIns = new LinkedHashMap<>();
        Node.Member hosts = members.get(THOUGHTSPOT);
        if (hosts != null)
            switch (hosts.value()) {
                case Node.Nothing _ -> {}
                case Node.Mapping mapping ->
                    mapping.members().forEach((key, member) -> host(path + "." + THOUGHTSPOT, key, member, signIns));
                case Node.Scalar _, Node.Sequence _ ->
                    problem(
                            path + "." + THOUGHTSPOT,
                            Fault.of("fault.fleet.hosts"),
                            hosts.value().at());
            }
        return new SignIns(role.map(Text::text), signIns);
    }

    private record Text(String text, Position at) {}

    /** A name, or a path and a name, as they stand in an ARN behind {@code role/}. */
    private boolean isRole(String path, Text role) {
        boolean legal = RoleArn.parse("arn:aws:iam::000000000000:role/" + role.text())
                .good()
                .isPresent();
        if (!legal) problem(path + "." + ROLE, Fault.of("fault.fleet.role"), role.at());
        return legal;
    }

    private void host(String path, String key, Node.Member member, Map<ThoughtSpotHost, ThoughtSpotSignIn> signIns) {
        String inner = path + "." + key;
        switch (ThoughtSpotHost.parse(key)) {
            case Parsed.Bad<ThoughtSpotHost>(Fault fault) -> problem(inner, fault, member.keyAt());
            case Parsed.Good<ThoughtSpotHost>(ThoughtSpotHost host) -> {
                if (signIns.containsKey(host))
                    problem(inner, Fault.of("fault.fleet.host-twice", host.name()), member.keyAt());
                signIn(inner, member.value()).ifPresent(signIn -> signIns.put(host, signIn));
            }
        }
    }

    private Optional<ThoughtSpotSignIn> signIn(String path, Node node) {
        Map<String, Node.Member> members = members(path, node, List.of(USER, TOKEN, PASSWORD, SECRET_KEY));
        if (!(node instanceof Node.Mapping)) return Optional.empty();
        Optional<String> user = text(path, members, USER).map(Text::text);
        Set<String> ways = Set.of(TOKEN, PASSWORD, SECRET_KEY);
        List<String> chosen = members.keySet().stream().filter(ways::contains).toList();
        // A token is some user's already; the others need to know whose they are.
        boolean fits = chosen.size() == 1 && (chosen.getFirst().equals(TOKEN) != members.containsKey(USER));
        if (!fits) {
            problem(path, Fault.of("fault.fleet.sign-in"), node.at());
            return Optional.empty();
        }
        return reference(path, members, chosen.getFirst()).flatMap(secret -> switch (chosen.getFirst()) {
            case TOKEN -> Optional.of(new ThoughtSpotSignIn.Token(secret));
            case PASSWORD -> user.map(name -> new ThoughtSpotSignIn.Password(name, secret));
            default -> user.map(name -> new ThoughtSpotSignIn.SecretKey(name, secret));
        });
    }

    private Optional<SecretReference> reference(String path, Map<String, Node.Member> members, String key) {
        return text(path, members, key).flatMap(text -> {
            Parsed<SecretReference> reference = SecretReference.parse(text.text());
            reference.bad().ifPresent(fault -> problem(path + "." + key, fault, text.at()));
            return reference.good();
        });
    }

    private Optional<Text> text(String path, Map<String, Node.Member> members, String key) {
        Node.Member member = members.get(key);
        if (member == null) return Optional.empty();
        if (member.value() instanceof Node.Scalar(Position at, String text, Node.Shape shape)
                && shape != Node.Shape.FLAG
                && !text.isBlank()) return Optional.of(new Text(text.strip(), at));
        problem(path + "." + key, Fault.of("fault.type.text"), member.value().at());
        return Optional.empty();
    }

    private Map<String, Node.Member> members(String path, Node node, List<String> known) {
        switch (node) {
            case Node.Mapping mapping -> {
                mapping.members().forEach((key, member) -> {
                    if (!known.contains(key)) unknown(path, key, member.keyAt(), known);
                });
                return mapping.members();
            }
            case Node.Nothing _ -> {}
            case Node.Scalar _, Node.Sequence _ ->
                problem(path, Fault.of("fault.type.section", String.join(", ", known)), node.at());
        }
        return Map.of();
    }

    private void unknown(String path, String key, Position at, List<String> known) {
        Fault fault = Nearest.to(key, known)
                .map(near -> Fault.of("fault.key.unknown.near", key, near))
                .orElseGet(() -> Fault.of("fault.key.unknown", key, String.join(", ", known)));
        problem(path + "." + key, fault, at);
    }

    private void problem(String path, Fault fault, Position at) {
        problems.add(new Problem(path, fault, Optional.of(at)));
    }
}
