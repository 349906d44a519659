package io.spotdock.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the module is written; {@code ExportEquivalenceTest} carries it out. */
class TerraformTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void theModuleIsNobodysInParticular(Samples sample) {
        for (String file : List.of("main", "outputs", "versions", "variables"))
            assertThat(sample.file("terraform/" + file + ".tf"))
                    .doesNotContain("999888777666", "stand-in", "222222222222", "my-company-data-exports");
    }

    @ParameterizedTest
    @EnumSource
    void terraformItselfWouldLayItOutSo(Samples sample) throws Exception {
        ExportWriter.write(folder, sample.files(Format.TERRAFORM), false);
        assertThat(terraform("fmt", "-check", "-diff", "-recursive", "-no-color", "terraform"))
                .isEmpty();
    }

    /** Without the resources, so that no provider is needed. */
    @ParameterizedTest
    @EnumSource
    void terraformItselfTakesTheValues(Samples sample) throws Exception {
        String root = sample.file("terraform/example/main.tf");
        String values = root.substring(root.indexOf("source = \"../\"") + 15, root.indexOf("\n}\n\n# What"));
        Files.writeString(folder.resolve("variables.tf"), sample.file("terraform/variables.tf"));
        Files.writeString(folder.resolve("terraform.tfvars"), values);
        assertThat(terraform("plan", "-no-color", "-input=false")).contains("No changes.");
    }

    /** What it says; its exit code is zero. */
    private String terraform(String... arguments) throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "terraform"))),
                "no Terraform on this machine");
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of("terraform"), Stream.of(arguments))
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("CHECKPOINT_DISABLE", "1");
        builder.environment().put("TF_CLI_CONFIG_FILE", File.separatorChar == '/' ? "/dev/null" : "NUL");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void aTextIsNoTemplateUnlessItIsMeantToBe() {
        assertThat(Hcl.quoted("${a} %{b} $ % $${c} \"d\" \\ \n\t\u0007"))
                .isEqualTo("\"$${a} %%{b} $ % $$${c} \\\"d\\\" \\\\ \\n\\t\\u0007\"");
    }
}
