package io.spotdock.network;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.HostnameVerifier;
import org.junit.jupiter.api.Test;

/** There is no way through the program on which a certificate or a host's name goes unchecked. */
class TlsStaysOnTest {
    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.spotdock");

    @Test
    void theTwoManagersThatThereAreAskThoseOfTheJdk() {
        assertThat(product.stream().filter(TlsStaysOnTest::isTrustManager).map(JavaClass::getName))
                .containsExactlyInAnyOrder("io.spotdock.network.Trust", "io.spotdock.thoughtspot.RememberingTrust");
    }

    @Test
    void nobodyHasAWordOfItsOwnOnHostNames() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(HostnameVerifier.class.getName())
                .check(product);
    }

    /** By the names of what it extends and implements, as the JDK's own classes are not read here. */
    private static boolean isTrustManager(JavaClass type) {
        return Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
                .anyMatch(above -> above.getName().matches("javax\\.net\\.ssl\\..*TrustManager"));
    }

    @Test
    void noSourceNamesASwitchThatTurnsTheChecksOff() throws IOException {
        List<String> switches = List.of(
                "setHostnameVerifier",
                "setDefaultHostnameVerifier",
                "TRUST_ALL_CERTIFICATES",
                "trustAllCertificates",
                "jdk.tls.client.protocols",
                "com.sun.net.ssl.checkRevocation",
                "setEndpointIdentificationAlgorithm(null",
                "setEndpointIdentificationAlgorithm(\"\"");
        for (String root : List.of("src/main", "packaging"))
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(file ->
                                file.toString().matches(".*(\\.java|\\.properties|\\.xml|\\.sh|\\.cmd|/spotdock)"))
                        .toList())
                    assertThat(Files.readString(file)).as(file.toString()).doesNotContain(switches);
            }
    }

    @Test
    void whoStartsJavaWithoutNamesCheckedHasThemChecked() {
        Properties properties = new Properties();
        properties.setProperty("jdk.internal.httpclient.disableHostnameVerification", "");
        JavaNetworking.prepare(properties);
        assertThat(properties).doesNotContainKey("jdk.internal.httpclient.disableHostnameVerification");
    }

    @Test
    void whoSaysOtherwiseOfProxiesIsHeard() {
        Properties properties = new Properties();
        properties.setProperty("jdk.http.auth.tunneling.disabledSchemes", "Basic");
        properties.setProperty("java.net.useSystemProxies", "false");
        JavaNetworking.prepare(properties);
        assertThat(properties)
                .containsEntry("jdk.http.auth.tunneling.disabledSchemes", "Basic")
                .containsEntry("java.net.useSystemProxies", "false");
        Properties none = new Properties();
        JavaNetworking.prepare(none);
        assertThat(none)
                .containsEntry("jdk.http.auth.tunneling.disabledSchemes", "")
                .containsEntry("java.net.useSystemProxies", "true");
    }
}
