package io.spotdock;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls of the house, as {@code CONTRIBUTING.md} draws them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the house is read once
class HouseTest {
    private static final String ROOT = "io.spotdock.";

    private static final List<String> DOMAIN =
            List.of("domain", "domain.policy", "domain.resource", "domain.signature");

    private static final String[] INSIDE_SANDBOX = {
        "sandbox.control", "sandbox.wire..", "sandbox.google..", "sandbox.aws..", "sandbox.thoughtspot.."
    };

    /** The sandbox too: front ends start one for their users, and see nothing of its inside. */
    private static final List<String> SERVICE_AND_BELOW = with(
            DOMAIN,
            "sandbox",
            "sandbox.control",
            "settings",
            "settings.fleet",
            "plan",
            "check",
            "discovery",
            "export",
            "export.fleet",
            "journal",
            "log",
            "network",
            "port",
            "service",
            "service.fleet",
            "support",
            "text",
            "text.plan",
            "update");

    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.spotdock");

    /** A room, and the rooms it may look into besides itself. */
    record Room(String own, List<String> others) {}

    /** Front ends and adapters never look into each other; {@code app} sees all. */
    static Stream<Room> rooms() {
        return Stream.of(
                new Room("domain", List.of()),
                new Room("domain.policy", List.of("domain")),
                new Room("domain.resource", List.of("domain", "domain.policy")),
                new Room("domain.signature", List.of("domain")),
                new Room("settings", DOMAIN),
                new Room("settings.fleet", with(DOMAIN, "settings")),
                new Room("port", DOMAIN),
                new Room("network", List.of("domain")),
                new Room("network.http", List.of("domain", "network")),
                new Room("log", List.of("domain")),
                new Room("support", with(DOMAIN, "settings")),
                new Room("text", DOMAIN),
                new Room("text.plan", with(DOMAIN, "plan", "text")),
                new Room("plan", with(DOMAIN, "settings")),
                new Room("export", with(DOMAIN, "settings", "plan", "check")),
                new Room("export.fleet", with(DOMAIN, "settings", "settings.fleet", "plan", "export")),
                new Room("journal", with(DOMAIN, "plan")),
                new Room("check", with(DOMAIN, "settings", "plan", "port")),
                new Room("discovery", with(DOMAIN, "settings", "plan", "port")),
                new Room(
                        "service",
                        with(DOMAIN, "settings", "plan", "check", "discovery", "export", "journal", "port", "update")),
                new Room(
                        "service.fleet",
                        with(
                                DOMAIN,
                                "settings",
                                "settings.fleet",
                                "plan",
                                "check",
                                "export",
                                "export.fleet",
                                "journal",
                                "port",
                                "service")),
                new Room("aws..", with(DOMAIN, "network", "port")),
                new Room("thoughtspot..", with(DOMAIN, "network", "network.http", "port")),
                new Room("keychain", with(DOMAIN, "port")),
                new Room("update", with(DOMAIN, "journal", "port")),
                new Room("releases", with(DOMAIN, "network", "network.http", "port")),
                new Room("sandbox", with(DOMAIN, INSIDE_SANDBOX)),
                new Room("sandbox.control", DOMAIN),
                new Room("sandbox.wire..", with(DOMAIN, "sandbox.control")),
                new Room("sandbox.google..", with(DOMAIN, "sandbox.control", "sandbox.wire..")),
                new Room("sandbox.aws..", with(DOMAIN, "sandbox.control", "sandbox.wire..")),
                new Room(
                        "sandbox.thoughtspot..", with(DOMAIN, "sandbox.control", "sandbox.wire..", "sandbox.google..")),
                new Room("cli..", SERVICE_AND_BELOW),
                new Room("gui..", SERVICE_AND_BELOW),
                new Room(
                        "app",
                        with(
                                SERVICE_AND_BELOW,
                                "aws..",
                                "thoughtspot..",
                                "keychain",
                                "releases",
                                "sandbox.aws..",
                                "sandbox.google..",
                                "sandbox.thoughtspot..",
                                "sandbox.wire..",
                                "cli..",
                                "gui..")));
    }

    /** A library (or a part of the JDK), and the only rooms that know it. */
    record Guest(String library, List<String> hosts) {}

    static Stream<Guest> guests() {
        return Stream.of(
                new Guest("javafx..", List.of("gui..")),
                // JavaFX's own, for the one thing that it lets nobody say otherwise.
                new Guest("com.sun.glass.ui", List.of("gui.task")),
                new Guest("org.controlsfx..", List.of("gui..")),
                new Guest("atlantafx..", List.of("gui..")),
                new Guest("org.kordamp..", List.of("gui..")),
                new Guest("software.amazon..", List.of("aws..")),
                new Guest("com.github.javakeyring..", List.of("keychain")),
                new Guest("org.freedesktop.dbus..", List.of("keychain")),
                new Guest("picocli..", List.of("cli..", "app")),
                new Guest("java.net.http..", List.of("network.http", "releases", "thoughtspot..", "sandbox..")),
                new Guest("com.sun.net.httpserver..", List.of("sandbox..")),
                new Guest(
                        "com.fasterxml.jackson..",
                        List.of(
                                "domain.policy",
                                "settings..",
                                "aws..",
                                "thoughtspot..",
                                "sandbox..",
                                "cli..",
                                "export..",
                                "journal",
                                "releases",
                                "text.plan")),
                new Guest(
                        "org.slf4j..",
                        List.of(
                                "log",
                                "network",
                                "network.http",
                                "service..",
                                "aws..",
                                "thoughtspot..",
                                "sandbox..",
                                "cli..",
                                "gui..",
                                "app")),
                new Guest("ch.qos.logback..", List.of("log")),
                new Guest("org.yaml.snakeyaml..", List.of("settings")),
                new Guest("java.util.logging..", List.of()));
    }

    @Test
    void theWholeHouseIsRead() throws IOException {
        // A reader that did not know Java 25's class files would find nothing, and every rule would hold.
        Path compiled = Path.of("target/classes/io/spotdock");
        try (Stream<Path> files = Files.walk(compiled)) {
            long written = files.filter(f -> f.toString().endsWith(".class")).count();
            assertThat(product).hasSizeGreaterThan(50).hasSize((int) written);
        }
        assertThat(product.get("io.spotdock.domain.RoleArn").getDirectDependenciesFromSelf())
                .anyMatch(d -> d.getTargetClass().getSimpleName().equals("AccountId"));
    }

    @Test
    void everyClassLivesInAKnownRoom() {
        String[] rooms = rooms().map(room -> ROOT + room.own()).toArray(String[]::new);
        classes().should().resideInAnyPackage(rooms).check(product);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomLooksOnlyWhereItMay(Room room) {
        String[] forbidden = rooms().map(Room::own)
                .filter(other -> !other.equals(room.own()) && !room.others().contains(other))
                .map(other -> ROOT + other)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + room.own())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true)
                .check(product);
    }

    @ParameterizedTest
    @MethodSource("guests")
    void aLibraryStaysInItsRooms(Guest guest) {
        String[] hosts = guest.hosts().stream().map(host -> ROOT + host).toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(hosts)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(guest.library())
                .check(product);
    }

    @Test
    void everyLibraryIsAnnounced() {
        String[] known = Stream.concat(
                        guests().map(Guest::library),
                        Stream.of(
                                "io.spotdock..",
                                "java..",
                                "javax..",
                                "org.w3c.dom..",
                                "org.xml.sax..",
                                "org.jspecify.."))
                .toArray(String[]::new);
        classes().should().onlyDependOnClassesThat().resideInAnyPackage(known).check(product);
    }

    @Test
    void noPackagesGoRoundInCircles() {
        slices().matching("io.spotdock.(**)").should().beFreeOfCycles().check(product);
    }

    @Test
    void onlyAppEndsTheProcess() {
        everywhereBut("app", callMethod(System.class, "exit", int.class));
        everywhereBut("app", callMethod(Runtime.class, "exit", int.class));
        everywhereBut("app", callMethod(Runtime.class, "halt", int.class));
    }

    /** Everybody on the computer can read what a program is started with: no secret may come near. */
    @Test
    void programsAreStartedInThreePlacesThatHoldNoSecrets() {
        assertThat(product.stream()
                        .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(used -> used.getTargetClass().isEquivalentTo(ProcessBuilder.class)))
                        .map(JavaClass::getFullName))
                .containsExactlyInAnyOrder(
                        ROOT + "app.ConsoleTerminal",
                        // What the person's own profile says, and no more.
                        ROOT + "aws.CredentialProcesses",
                        ROOT + "gui.task.Pages");
        assertThat(product.stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getTargetOwner().isEquivalentTo(Runtime.class)
                                && call.getName().equals("exec")))
                .isEmpty();
    }

    @Test
    void onlyTheFrontDoorPrints() {
        for (String stream : List.of("out", "err"))
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + "app", ROOT + "cli..")
                    .should(accessField(System.class, stream))
                    .check(product);
        assertThat(product.stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getName().equals("printStackTrace")
                                && call.getTarget().getRawParameterTypes().isEmpty()))
                .isEmpty();
    }

    @Test
    void oneClassOfTheServiceSleepsAndNoTestDoes() {
        Set<String> sleepers = product.stream()
                .filter(HouseTest::sleeps)
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        assertThat(sleepers).hasSizeLessThan(2).allMatch(name -> name.startsWith(ROOT + "service."));
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("io.spotdock");
        assertThat(tests.stream().filter(HouseTest::sleeps)).isEmpty();
        assertThat(tests.contain(HouseTest.class)).isTrue();
    }

    @Test
    void nothingStaticChanges() {
        fields().that()
                .areStatic()
                .and(notMadeByTheCompiler())
                .should()
                .beFinal()
                .check(product);
        fields().that()
                .areStatic()
                .and(notMadeByTheCompiler())
                .should()
                .notHaveRawType(resideInAnyPackage("java.util.concurrent.atomic.."))
                .andShould()
                .notHaveRawType(DescribedPredicate.describe("an array", (JavaClass type) -> type.isArray()))
                .allowEmptyShould(true)
                .check(product);
    }

    @Test
    void staticCollectionsRefuseChanges() throws ReflectiveOperationException {
        List<String> changeable = new ArrayList<>();
        for (JavaClass type : product)
            for (var field : type.getFields()) {
                boolean collection = field.getRawType().isAssignableTo(java.util.Collection.class)
                        || field.getRawType().isAssignableTo(java.util.Map.class);
                if (!collection || !field.getModifiers().contains(JavaModifier.STATIC)) continue;
                var reflected = field.reflect();
                reflected.setAccessible(true);
                String made = reflected.get(null).getClass().getName();
                if (!made.startsWith("java.util.ImmutableCollections")
                        && !made.startsWith("java.util.Collections$Unmodifiable"))
                    changeable.add(field.getFullName() + " is a " + made);
            }
        assertThat(changeable).isEmpty();
    }

    @Test
    void everyRoomIsNullMarkedAndSaysItsDuty() throws IOException {
        List<String> faults = new ArrayList<>();
        for (JavaPackage room : packages()) {
            if (!room.isAnnotatedWith(NullMarked.class)) faults.add(room.getName() + " is not @NullMarked");
            Path source = Path.of("src/main/java", room.getName().replace('.', '/'), "package-info.java");
            if (!Files.exists(source) || !Files.readString(source).startsWith("/**"))
                faults.add(room.getName() + " does not say its duty");
        }
        assertThat(faults).isEmpty();
    }

    private Set<JavaPackage> packages() {
        return product.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
    }

    private static List<String> with(List<String> rooms, String... more) {
        return Stream.concat(rooms.stream(), Stream.of(more)).toList();
    }

    private void everywhereBut(String room, ArchCondition<JavaClass> act) {
        ArchRule rule = classes().that().resideOutsideOfPackage(ROOT + room).should(never(act));
        rule.check(product);
    }

    private static boolean sleeps(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getName().equals("sleep")
                        && (call.getTargetOwner().isEquivalentTo(Thread.class)
                                || call.getTargetOwner().isEquivalentTo(TimeUnit.class)));
    }

    private static DescribedPredicate<JavaField> notMadeByTheCompiler() {
        return DescribedPredicate.describe(
                "not made by the compiler",
                field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !field.getName().startsWith("$"));
    }
}
