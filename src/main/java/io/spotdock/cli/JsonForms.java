package io.spotdock.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.check.CheckResult;
import io.spotdock.domain.Failure;
import io.spotdock.plan.Change;
import io.spotdock.plan.Difference;
import io.spotdock.text.FailureText;
import io.spotdock.text.Texts;
import java.util.List;
import java.util.Optional;

/** The JSON forms of what a command reports; others read them, so names stay as they are. */
final class JsonForms {
    private final JsonMapper mapper;
    private final Texts texts;

    JsonForms(JsonMapper mapper, Texts texts) {
        this.mapper = mapper;
        this.texts = texts;
    }

    ObjectNode of(Change change) {
        ObjectNode node = mapper.createObjectNode()
                .put("resource", change.resource().toString())
                .put("kind", change.kind());
        switch (change) {
            case Change.Keep _ -> {}
            case Change.Create create -> differences(node, create.details());
            case Change.Update update -> differences(node, update.differences());
            case Change.Conflict conflict -> {
                differences(node, conflict.differences());
                node.set("failure", of(conflict.failure()));
                node.put("mayBeOverwritten", conflict.found().isPresent());
            }
        }
        return node;
    }

    private void differences(ObjectNode node, List<Difference> differences) {
        node.putArray("differences");
        for (Difference difference : differences) {
            ObjectNode form = mapper.createObjectNode().put("field", difference.field());
            form.set("found", mapper.valueToTree(difference.found()));
            form.set("wanted", mapper.valueToTree(difference.wanted()));
            difference.note().ifPresent(note -> form.put("note", texts.get(note)));
            node.withArray("/differences").add(form);
        }
    }

    /** A failure's own sentence and remedy stand in for those a check that could not look has not. */
    ObjectNode of(CheckResult check) {
        Optional<FailureText> failed = check.failure().map(texts::of);
        ObjectNode node = mapper.createObjectNode()
                .put("id", check.id())
                .put("group", check.group().id())
                .put("status", check.status().id())
                .put("strength", check.strength().id())
                .put("title", texts.get("check." + check.id()))
                .put(
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

    ObjectNode of(Failure failure) {
        FailureText text = texts.of(failure);
        ObjectNode node = mapper.createObjectNode().put("kind", kind(failure)).put("text", text.sentence());
        text.cause().ifPresent(cause -> node.put("cause", cause));
        node.put("remedy", text.remedy());
        if (!failure.said().isBlank()) node.put("said", failure.said());
        return node;
    }

    private static String kind(Failure failure) {
        return switch (failure) {
            case Failure.Denied _ -> "denied";
            case Failure.Missing _ -> "missing";
            case Failure.AlreadyThere _ -> "already-there";
            case Failure.Conflict _ -> "conflict";
            case Failure.Invalid _ -> "invalid";
            case Failure.Throttled _ -> "throttled";
            case Failure.Unreachable _ -> "unreachable";
            case Failure.Expired _ -> "expired";
            case Failure.NotVisibleYet _ -> "not-visible-yet";
            case Failure.Unexpected _ -> "unexpected";
        };
    }
}
