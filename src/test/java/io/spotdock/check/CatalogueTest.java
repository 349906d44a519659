package io.spotdock.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.text.Texts;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    static Stream<Check> checks() {
        return Catalogue.with(EnumSet.allOf(Extra.class)).stream();
    }

    @Test
    void noTwoChecksShareAnId() {
        assertThat(Catalogue.with(EnumSet.allOf(Extra.class)))
                .extracting(Check::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void theGroupsStandOneAfterTheOther() {
        List<CheckGroup> groups = checks().map(Check::group).toList();

        assertThat(groups).isSorted().contains(CheckGroup.values());
    }

    @Test
    void whatACheckNeedsOrComesAfterStandsBeforeIt() {
        Set<String> before = new HashSet<>();
        for (Check check : Catalogue.with(EnumSet.allOf(Extra.class))) {
            assertThat(before).as(check.id()).containsAll(check.needs()).containsAll(check.after());
            before.add(check.id());
        }
    }

    @ParameterizedTest
    @MethodSource("checks")
    void aCheckHasANameAndSaysWhatItProvesInEveryLanguage(Check check) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Texts texts = new Texts(language);
            assertThat(texts.get("check." + check.id())).isNotBlank().doesNotEndWith(".");
            assertThat(texts.get("check." + check.id() + ".proves")).matches("(?:Shows|Zeigt),? .*\\.");
        }
    }
}
