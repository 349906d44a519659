package io.spotdock.gui.step.livetest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.check.CheckGroup;
import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.check.Strength;
import io.spotdock.domain.Fault;
import io.spotdock.service.Known.Tested;
import io.spotdock.settings.Checked;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Settings;
import io.spotdock.text.Texts;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;

class ReportWordsTest {
    private static final String EVIL = "<script>alert('&')</script>";

    private final ReportWords words = new ReportWords(new Texts(Locale.ENGLISH), ZoneId.of("UTC"));

    private static Settings settings() {
        Draft draft = Draft.EMPTY
                .with(Field.HOSTING, "aws")
                .with(Field.THOUGHTSPOT_ACCOUNT, "123456789012")
                .with(Field.EXTERNAL_ID, "ts-webhook-x7k9m2p4q1")
                .with(Field.ACCOUNT, "999888777666")
                .with(Field.REGION, "us-east-1")
                .with(Field.BUCKET_NAME, "my-company-data-exports")
                .with(Field.PREFIX, "thoughtspot/")
                .with(Field.ROLE_NAME, "thoughtspot-s3-upload")
                .with(Field.WEBHOOK_NAME, EVIL)
                .with(Field.WEBHOOK_URL, "https://api.example.com/hook")
                .with(Field.BEARER_TOKEN, "env:HOOK_TOKEN");
        return switch (draft.check()) {
            case Checked.Good(Settings good) -> good;
            case Checked.Bad bad -> throw new AssertionError(bad.problems());
        };
    }

    private static Tested tested() {
        CheckResult failed = new CheckResult(
                "delivery.validate",
                CheckGroup.DELIVERY,
                Strength.PERFORMED_BY_THOUGHTSPOT,
                Status.FAILED,
                Optional.of(Fault.of("cause.other-account", "210987654321", "123456789012")),
                Optional.of(Fault.of("remedy.confirm-account")),
                Optional.empty(),
                "AccessDenied: " + EVIL);
        return new Tested(settings(), Instant.parse("2026-11-23T10:42:00Z"), List.of(failed));
    }

    @Test
    void aFilesEndingSaysWhichFormItTakes() {
        assertThat(words.content("report.JSON", tested())).startsWith("{");
        assertThat(words.content("report.html", tested())).contains("<!DOCTYPE html>");
        assertThat(words.content("report", tested())).contains("<!DOCTYPE html>");
    }

    @Test
    void thePageEscapesWhateverOthersWroteAndLoadsNothing() throws Exception {
        String html = words.content("report.html", tested());

        assertThat(html).doesNotContain("<script", "http://", "https://", " src=");
        StringBuilder read = new StringBuilder();
        XMLStreamReader reader = XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(html));
        while (reader.hasNext()) if (reader.next() == XMLStreamReader.CHARACTERS) read.append(reader.getText());
        assertThat(read.toString())
                .contains(EVIL, "AccessDenied: " + EVIL)
                .contains("ThoughtSpot assumes the role and writes a file", "210987654321", "November 23, 2026")
                .contains("Shows the real thing: ThoughtSpot gets in")
                .contains("0 of 1 checks passed, 1 failed")
                .doesNotContain("**");
    }

    @Test
    void aProgramReadsTheSameWordsAsTheCommandLinePrints() throws Exception {
        JsonNode report = new ObjectMapper().readTree(words.content("report.json", tested()));

        assertThat(report.path("tested").asText()).isEqualTo("2026-11-23T10:42:00Z");
        assertThat(report.path("bucket").asText()).isEqualTo("my-company-data-exports");
        assertThat(report.path("counts").path("failed").asInt()).isOne();
        JsonNode check = report.path("checks").path(0);
        assertThat(check.path("id").asText()).isEqualTo("delivery.validate");
        assertThat(check.path("status").asText()).isEqualTo("failed");
        assertThat(check.path("proves").asText()).startsWith("Shows the real thing");
        assertThat(check.path("said").asText()).isEqualTo("AccessDenied: " + EVIL);
    }

    @Test
    void noReportTellsWhereASecretIsKept() {
        assertThat(words.content("report.json", tested())).doesNotContain("HOOK_TOKEN");
        assertThat(words.content("report.html", tested())).doesNotContain("HOOK_TOKEN");
    }
}
