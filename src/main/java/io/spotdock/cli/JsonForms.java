package io.spotdock.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.check.CheckResult;
import io.spotdock.text.FailureText;
import io.spotdock.text.Texts;
import java.util.Optional;

/** The JSON form of a check; others read it, so names stay as they are. Those of a plan are {@code PlanJson}'s. */
public final class JsonForms {
    private final JsonMapper mapper;
    private final Texts texts;

    public JsonForms(JsonMapper mapper, Texts texts) {
        this.mapper = mapper;
        this.texts = texts;
    }

    /** A failure's own sentence and remedy stand in for those a check that could not look has not. */
    public ObjectNode of(CheckResult check) {
        Optional<FailureText> failed = check.failure().map(texts::of);
        ObjectNode node = mapper.createObjectNode()
                .put("id", check.id())
                .put("group", check.group().id())
                .put("status", check.status().id())
                .put("strength", check.strength().id())
                .put("title", texts.get("check." + check.id()));
        String proves = "check." + check.id() + ".proves";
        if (texts.has(proves)) node.put("proves", texts.get(proves));
        node.put(
                        "evidence",
                        check.evidence()
                                .map(texts::of)
                                .or(() -> failed.map(FailureText::sentence))
                                .orElse(""))
                .put(
                        "remedy",
                        check.remedy()
                                .map(texts::of)
                                .or(() -> failed.map(FailureText::remedy))
                                .orElse(""));
        if (!check.said().isBlank()) node.put("said", check.said());
        return node;
    }
}
