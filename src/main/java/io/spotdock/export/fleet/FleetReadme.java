package io.spotdock.export.fleet;

import io.spotdock.domain.Partition;
import io.spotdock.export.ExportFile;
import io.spotdock.export.Wording;
import java.util.List;
import java.util.stream.Collectors;

/** What to do with a fleet's files, in Markdown. Names of fleets and integrations hold nothing that Markdown reads. */
final class FleetReadme {
    private final String fleet;
    private final Layout layout;
    private final Wording words;

    FleetReadme(String fleet, Layout layout, Wording words) {
        this.fleet = fleet;
        this.layout = layout;
        this.words = words;
    }

    /** @param sets in the order in which they are to be made */
    ExportFile ofStackSets(List<StackSet> sets) {
        StringBuilder text = new StringBuilder();
        title(text, "export.fleet.stacksets.title");
        paragraph(text, "export.fleet.stacksets.opening");
        paragraph(text, "export.fleet.stacksets.before");
        if (sets.stream().map(StackSet::partition).distinct().count() > 1)
            paragraph(text, "export.fleet.stacksets.partitions");
        paragraph(text, "export.fleet.stacksets.order");
        int number = 1;
        for (StackSet set : sets) set(text, number++, set);
        heading(text, "export.fleet.stacksets.change");
        paragraph(text, "export.fleet.stacksets.change.says");
        command(text, "aws cloudformation update-stack-instances --cli-input-json file://FOLDER/FILE");
        leftOut(text);
        return new ExportFile("README.md", text.toString(), false);
    }

    private void set(StringBuilder text, int number, StackSet set) {
        String name = set.name();
        text.append("## ").append(number).append(". ").append(name).append("\n\n");
        if (set.partition() != Partition.AWS)
            paragraph(text, "export.fleet.stacksets.partition", set.partition().id());
        command(text, """
                aws cloudformation create-stack-set --cli-input-json file://%1$s/stack-set.json --template-body file://%1$s/template.yaml
                for file in %1$s/instances-*.json; do
                  aws cloudformation create-stack-instances --cli-input-json "file://$file"
                done
                aws cloudformation list-stack-instances --stack-set-name %1$s --query 'Summaries[?Status!=`CURRENT`]'""".formatted(name));
        boolean shared =
                set.stacks().stream().allMatch(stack -> stack.integrations().isEmpty());
        if (shared) paragraph(text, "export.fleet.stacksets.provider");
        text.append("| ")
                .append(words.get("export.fleet.column.file"))
                .append(" | ")
                .append(words.get("export.fleet.column.integrations"))
                .append(" |\n|---|---|\n");
        for (StackSet.Stack stack : set.stacks())
            text.append("| `")
                    .append(stack.file())
                    .append("` | ")
                    .append(integrations(stack))
                    .append(" |\n");
        text.append('\n');
    }

    private String integrations(StackSet.Stack stack) {
        return stack.integrations().isEmpty()
                ? words.get("export.fleet.all-of-account")
                : stack.integrations().stream().map(FleetReadme::code).collect(Collectors.joining(", "));
    }

    ExportFile ofTerraform() {
        StringBuilder text = new StringBuilder();
        title(text, "export.fleet.terraform.title");
        paragraph(text, "export.fleet.terraform.opening");
        command(text, "terraform init\nterraform plan -out fleet.tfplan\nterraform apply fleet.tfplan");
        paragraph(text, "export.fleet.terraform.sign-in");
        paragraph(text, "export.fleet.terraform.many");
        if (!layout.providers().isEmpty()) paragraph(text, "export.fleet.terraform.provider");
        leftOut(text);
        return new ExportFile("README.md", text.toString(), false);
    }

    private void leftOut(StringBuilder text) {
        if (layout.leftOut().isEmpty()) return;
        heading(text, "export.fleet.left-out");
        paragraph(text, "export.fleet.left-out.says");
        layout.leftOut().forEach(name -> text.append("- ").append(code(name)).append('\n'));
    }

    private void title(StringBuilder text, String key) {
        text.append("# ").append(words.get(key, fleet)).append("\n\n");
    }

    private void heading(StringBuilder text, String key) {
        text.append("## ").append(words.get(key)).append("\n\n");
    }

    private void paragraph(StringBuilder text, String key, Object... arguments) {
        text.append(words.get(key, arguments)).append("\n\n");
    }

    private static void command(StringBuilder text, String command) {
        text.append("```sh\n").append(command).append("\n```\n\n");
    }

    private static String code(String name) {
        return "`" + name + "`";
    }
}
