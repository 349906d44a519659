package io.spotdock.cli.fleet;

import io.spotdock.domain.AccountId;
import io.spotdock.plan.Change;
import io.spotdock.service.fleet.Planned;
import io.spotdock.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How much a fleet's plans would change: in all, and in each account. */
final class Extent {
    private static final int MOST_ACCOUNTS = 20;

    private final List<Planned> plans;
    private final Texts texts;

    Extent(List<Planned> plans, Texts texts) {
        this.plans = List.copyOf(plans);
        this.texts = texts;
    }

    List<String> lines() {
        Map<AccountId, List<Planned>> accounts = plans.stream()
                .collect(Collectors.groupingBy(
                        planned -> planned.plan().account(), LinkedHashMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        lines.add("\n" + texts.get("cli.fleet.extent", counts(plans), plans.size(), accounts.size()));
        accounts.entrySet().stream()
                .limit(MOST_ACCOUNTS)
                .forEach(account -> lines.add("  "
                        + texts.get(
                                "cli.fleet.extent.account",
                                account.getKey().value(),
                                counts(account.getValue()),
                                account.getValue().size())));
        int rest = accounts.size() - MOST_ACCOUNTS;
        if (rest > 0) lines.add("  " + texts.get("cli.fleet.extent.more", rest));
        return lines;
    }

    private String counts(List<Planned> some) {
        List<String> parts = new ArrayList<>();
        count(some, "create", "cli.fleet.to-create", parts);
        count(some, "update", "cli.fleet.to-update", parts);
        return String.join(", ", parts);
    }

    private void count(List<Planned> some, String kind, String key, List<String> parts) {
        long count = some.stream()
                .flatMap(planned -> planned.plan().changes().stream())
                .filter(Change::writes)
                .filter(change -> change.kind().equals(kind))
                .count();
        if (count > 0) parts.add(texts.get(key, count));
    }
}
