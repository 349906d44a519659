package io.spotdock.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Secret;
import io.spotdock.domain.Telltales;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A record shows its components wherever it is put into a text: none of those that may hold a secret does. */
class ShownAsTextTest {
    private static final String PLANTED = "pl4nted-in-a-compon3nt";

    /** Of the sandbox, which prints the keys to itself and opens nothing else. */
    private static final Set<String> ROOMS_LEFT_OUT = Set.of("io.spotdock.sandbox");

    private static List<Class<?>> product() throws Exception {
        Path root = Path.of(URI.create(
                Secret.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                String name = root.relativize(file).toString().replace('/', '.').replace('\\', '.');
                name = name.substring(0, name.length() - ".class".length());
                String found = name;
                if (name.endsWith("package-info") || ROOMS_LEFT_OUT.stream().anyMatch(found::startsWith)) continue;
                types.add(Class.forName(name, false, Secret.class.getClassLoader()));
            }
        }
        return types;
    }

    /** A secret by its type, or a text or bytes by their name. */
    private static boolean mayHoldASecret(RecordComponent component) {
        return component.getGenericType().getTypeName().contains(Secret.class.getName())
                || (component.getType() == String.class || component.getType().isArray())
                        && Telltales.isName(component.getName().replaceAll("([A-Z])", "-$1"));
    }

    @Test
    void noRecordShowsASecret() throws Exception {
        List<String> looked = new ArrayList<>();
        List<String> leaks = new ArrayList<>();
        for (Class<?> type : product()) {
            if (!type.isRecord()
                    || Arrays.stream(type.getRecordComponents()).noneMatch(ShownAsTextTest::mayHoldASecret)) continue;
            looked.add(type.getSimpleName());
            if (String.valueOf(made(type)).contains(PLANTED)) leaks.add(type.getName());
        }
        System.out.println("# records that may hold a secret: " + looked);
        assertThat(leaks).isEmpty();
        assertThat(looked).contains("Token", "Password", "SecretKey", "Keys", "SsoToken");
    }

    @Test
    void aClassWithASecretInItShowsNothingOfItself() throws Exception {
        List<String> speaking = new ArrayList<>();
        List<String> looked = new ArrayList<>();
        for (Class<?> type : product()) {
            if (type.isRecord() || type == Secret.class) continue;
            for (Field field : type.getDeclaredFields()) {
                boolean secret = field.getGenericType().getTypeName().contains(Secret.class.getName());
                if (!secret || Modifier.isStatic(field.getModifiers())) continue;
                looked.add(type.getSimpleName());
                if (type.getMethod("toString").getDeclaringClass() != Object.class) speaking.add(type.getName());
            }
        }
        System.out.println("# classes with a secret in them: " + looked);
        assertThat(speaking).isEmpty();
        assertThat(looked).contains("Vault", "Lent", "TokenKeeper");
    }

    private static Object made(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++)
            values[i] = mayHoldASecret(components[i]) && !isSecret(components[i].getGenericType())
                    ? planted(components[i].getType())
                    : value(components[i].getGenericType());
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static boolean isSecret(Type type) {
        return type.getTypeName().contains(Secret.class.getName());
    }

    private static Object planted(Class<?> type) {
        if (type == char[].class) return PLANTED.toCharArray();
        return type == byte[].class ? PLANTED.getBytes(java.nio.charset.StandardCharsets.UTF_8) : PLANTED;
    }

    private static @Nullable Object value(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType of) {
            Type inner = of.getActualTypeArguments()[0];
            if (of.getRawType() == Optional.class)
                return isSecret(inner) ? Optional.of(Secret.of(PLANTED)) : Optional.empty();
            if (of.getRawType() == List.class) return isSecret(inner) ? List.of(Secret.of(PLANTED)) : List.of();
            if (of.getRawType() == Set.class) return Set.of();
            if (of.getRawType() == Map.class) return Map.of();
            return null;
        }
        if (type == Secret.class) return Secret.of(PLANTED);
        if (type == String.class) return "plain";
        if (type == boolean.class) return false;
        if (type == int.class) return 1;
        if (type == long.class) return 1L;
        if (type == Instant.class) return Instant.EPOCH;
        if (type == Duration.class) return Duration.ZERO;
        if (type == URI.class) return URI.create("https://x");
        if (type instanceof Class<?> record && record.getSimpleName().equals("AccessKeyId"))
            return record.getConstructor(String.class).newInstance("AKIAIOSFODNN7EXAMPLE");
        return null;
    }
}
