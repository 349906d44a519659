package io.spotdock.export.fleet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;

/**
 * Terraform's identifiers of integrations: letters, digits, underscores and hyphens, no digit first (Terraform Language,
 * "Identifiers"). A name that is one stays as it is. Another gets its own sum behind it, so that it is told apart from
 * all others, and called the same whatever comes into the manifest or goes: by another name Terraform would take a role
 * for another and make it anew.
 */
final class Identifiers {
    private static final int SIGNS_OF_SUM = 8;

    private final Set<String> plain;

    Identifiers(Collection<String> names) {
        plain = Set.copyOf(names.stream().filter(Identifiers::isPlain).toList());
    }

    private static boolean isPlain(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_-]*");
    }

    String of(String name) {
        if (plain.contains(name)) return name;
        String sum = sum(name);
        String start = "n_" + name.replaceAll("[^A-Za-z0-9_-]", "_") + "_";
        int length = SIGNS_OF_SUM;
        while (plain.contains(start + sum.substring(0, length))) length++;
        return start + sum.substring(0, length);
    }

    private static String sum(String name) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java knows SHA-256", e);
        }
    }
}
