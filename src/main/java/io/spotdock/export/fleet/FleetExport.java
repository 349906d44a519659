package io.spotdock.export.fleet;

import io.spotdock.domain.Hosting;
import io.spotdock.export.ExportFile;
import io.spotdock.export.Wording;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.settings.fleet.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The files of one fleet. The same input gives the same files, to the byte. */
public final class FleetExport {
    private final Manifest manifest;
    private final Layout layout;
    private final Wording words;

    /**
     * Prepares the files.
     *
     * @param hostings where each integration's ThoughtSpot is; with an external ID that is kept, where the settings name
     *     none. Asked once for each role
     */
    public FleetExport(Manifest manifest, Function<FleetEntry, Hosting> hostings, Wording words) {
        this.manifest = manifest;
        this.layout = new Layout(manifest, hostings);
        this.words = words;
    }

    /** The files for these engines, in the order of {@link FleetFormat}. */
    public List<ExportFile> files(Set<FleetFormat> formats) {
        List<ExportFile> files = new ArrayList<>();
        for (FleetFormat format : FleetFormat.values()) if (formats.contains(format)) files.addAll(files(format));
        return List.copyOf(files);
    }

    private List<ExportFile> files(FleetFormat format) {
        FleetReadme readme = new FleetReadme(manifest.name(), layout, words);
        List<ExportFile> files = new ArrayList<>();
        return switch (format) {
            case CLOUDFORMATION -> {
                List<StackSet> sets = new StackSets(manifest.name(), layout).inOrder();
                files.add(readme.ofStackSets(sets));
                sets.forEach(set -> files.addAll(set.files()));
                yield files.stream().map(file -> file.below("stacksets")).toList();
            }
            case TERRAFORM -> {
                files.add(readme.ofTerraform());
                files.addAll(new TerraformRoot(layout, manifest.signIns().role()).files());
                yield files.stream().map(file -> file.below("terraform")).toList();
            }
        };
    }

    /** The integrations that are not in them, since somebody else makes their roles. */
    public List<String> leftOut() {
        return List.copyOf(layout.leftOut());
    }
}
