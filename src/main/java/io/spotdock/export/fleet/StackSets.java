package io.spotdock.export.fleet;

import io.spotdock.domain.Partition;
import io.spotdock.export.Defaults;
import io.spotdock.export.TemplateFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lays a fleet out in StackSets, in the order in which they are to be made. */
final class StackSets {
    private final String fleet;
    private final Layout layout;

    /** @param fleet its name */
    StackSets(String fleet, Layout layout) {
        this.fleet = fleet;
        this.layout = layout;
    }

    /** Sites of one shape, of which an account and region holds several only in different sets. */
    private record Kind(Partition partition, Shape shape, int round) {}

    private record Place(Partition partition, Shape shape, String account, String region) {}

    /**
     * Identity providers before the roles that let in by them, and buckets before the roles that share them; of one
     * partition after the other, since each has a sign-in of its own.
     */
    List<StackSet> inOrder() {
        List<StackSet> sets = new ArrayList<>(ofProviders());
        Map<Place, Integer> rounds = new HashMap<>();
        Map<Kind, List<Site>> kinds = layout.sites()
                .collect(Collectors.groupingBy(site -> kind(site, rounds), LinkedHashMap::new, Collectors.toList()));
        Map<Site, List<String>> names = layout.byName().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        kinds.entrySet().stream()
                .sorted(Comparator.comparing(kind -> !kind.getKey().shape().makesBucket()))
                .forEach(kind -> sets.add(set(kind.getKey(), kind.getValue(), names)));
        sets.sort(Comparator.comparing(StackSet::partition));
        return sets;
    }

    private static Kind kind(Site site, Map<Place, Integer> rounds) {
        Partition partition = site.wanted().partition();
        Place place = new Place(
                partition, site.shape(), site.account().value(), site.region().value());
        return new Kind(partition, site.shape(), rounds.merge(place, 1, Integer::sum));
    }

    private StackSet set(Kind kind, List<Site> sites, Map<Site, List<String>> names) {
        TemplateFiles first = sites.getFirst().templates();
        List<StackSet.Stack> stacks = sites.stream()
                .map(site -> new StackSet.Stack(
                        site.account(),
                        site.region(),
                        site.templates().parameters(),
                        names.getOrDefault(site, List.of())))
                .toList();
        String round = kind.round() == 1 ? "" : "-" + kind.round();
        return new StackSet(
                name(kind.shape().toString(), kind.partition()) + round,
                kind.partition(),
                first.cloudFormation(Defaults.NONE),
                Unset.of(first.parameters()),
                stacks);
    }

    private List<StackSet> ofProviders() {
        Map<Partition, List<StackSet.Stack>> stacks = layout.providers().values().stream()
                .collect(Collectors.groupingBy(
                        shared -> shared.provider().partition(),
                        LinkedHashMap::new,
                        Collectors.mapping(StackSets::stack, Collectors.toList())));
        List<StackSet> sets = new ArrayList<>();
        stacks.forEach((partition, all) -> sets.add(new StackSet(
                name("identity-provider", partition),
                partition,
                ProviderTemplate.text(),
                Unset.of(all.getFirst().values()),
                all)));
        return sets;
    }

    private static StackSet.Stack stack(Layout.SharedProvider shared) {
        String clients = shared.provider().clientIds().stream().sorted().collect(Collectors.joining(","));
        return new StackSet.Stack(
                shared.provider().account(), shared.region(), Map.of(ProviderTemplate.CLIENT_IDS, clients), List.of());
    }

    private String name(String what, Partition partition) {
        String where = partition == Partition.AWS ? "" : "-" + partition.id();
        return "spotdock-" + fleet.replaceAll("[^A-Za-z0-9]+", "-") + "-" + what + where;
    }
}
