package io.spotdock.settings.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NestingPropertiesTest {
    /** A prefix, and where it stands. */
    record Item(int at, String prefix) {}

    @Property
    void whatIsFoundInOrderIsWhatComparingAllWithAllFinds(@ForAll("prefixes") List<String> prefixes) {
        List<Item> items = IntStream.range(0, prefixes.size())
                .mapToObj(i -> new Item(i, prefixes.get(i)))
                .toList();
        List<Nesting<Item>> naive = new ArrayList<>();
        for (Item item : items) narrowest(item, items).ifPresent(holder -> naive.add(new Nesting<>(item, holder)));
        assertThat(Nesting.among(items, Item::prefix)).containsExactlyInAnyOrderElementsOf(naive);
    }

    private static Optional<Item> narrowest(Item item, List<Item> items) {
        Item best = null;
        for (Item other : items) {
            boolean former = other.prefix().equals(item.prefix()) ? other.at() < item.at() : true;
            if (!former || !item.prefix().startsWith(other.prefix())) continue;
            if (best == null || other.prefix().length() > best.prefix().length()) best = other;
        }
        return Optional.ofNullable(best);
    }

    /** Of few letters, so that they often hold each other; with one that sorts before the slash and one behind. */
    @Provide
    Arbitrary<List<String>> prefixes() {
        return Arbitraries.strings()
                .withChars('a', '/', '-', '~')
                .ofMaxLength(5)
                .list()
                .ofMaxSize(40);
    }
}
