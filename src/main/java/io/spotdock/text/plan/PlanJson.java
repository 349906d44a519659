package io.spotdock.text.plan;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.plan.Change;
import io.spotdock.plan.Difference;
import io.spotdock.plan.Plan;
import io.spotdock.text.FailureText;
import io.spotdock.text.Texts;
import java.util.List;

/** The JSON forms of a plan and of a failure; others read them, so names stay as they are. */
public final class PlanJson {
    private final JsonMapper mapper;
    private final Texts texts;

    public PlanJson(JsonMapper mapper, Texts texts) {
        this.mapper = mapper;
        this.texts = texts;
    }

    public PlanJson(Texts texts) {
        this(JsonMapper.builder().build(), texts);
    }

    /** As the content of a file. */
    public String written(Plan plan) {
        return of(plan).toPrettyString() + "\n";
    }

    public ObjectNode of(Plan plan) {
        ObjectNode node =
                mapper.createObjectNode().put("account", plan.account().value());
        node.putArray("changes").addAll(plan.changes().stream().map(this::of).toList());
        node.putArray("notes").addAll(plan.notes().stream().map(this::note).toList());
        return node;
    }

    public ObjectNode note(Fault note) {
        return mapper.createObjectNode().put("key", note.key()).put("text", texts.of(note));
    }

    public ObjectNode of(Change change) {
        ObjectNode node = mapper.createObjectNode()
                .put("resource", change.resource().toString())
                .put("kind", change.kind());
        switch (change) {
            case Change.Keep _ -> {}
            case Change.Create create -> differences(node, create.details());
            case Change.Update update -> differences(node, update.differences());
            case Change.Delete delete -> differences(node, delete.details());
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

    public ObjectNode of(Failure failure) {
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
