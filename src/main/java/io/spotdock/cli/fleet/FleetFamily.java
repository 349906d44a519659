package io.spotdock.cli.fleet;

import io.spotdock.cli.CommandFamily;
import io.spotdock.cli.Frame;
import io.spotdock.journal.RunRecords;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands over a fleet. */
public final class FleetFamily implements CommandFamily {
    private final RunRecords records;

    /** @param records of what earlier runs carried out */
    public FleetFamily(RunRecords records) {
        this.records = records;
    }

    @Override
    public String name() {
        return "fleet";
    }

    @Override
    public CommandLine of(Frame frame) {
        CommandLine fleet = new CommandLine(new Fleet());
        fleet.addSubcommand(new FleetPlanCommand(frame));
        fleet.addSubcommand(new FleetApplyCommand(frame, records));
        fleet.addSubcommand(new FleetTestCommand(frame));
        fleet.addSubcommand(new FleetDoctorCommand(frame));
        fleet.addSubcommand(new FleetExportCommand(frame));
        return fleet;
    }

    /** Many integrations at once; its subcommands do the work. */
    @Command(
            name = "fleet",
            description = {
                "Sets up and looks after many integrations at once: Orgs, accounts and regions from one manifest,"
                        + " YAML with defaults, or CSV.",
                "One that fails stops no other."
            },
            synopsisSubcommandLabel = "COMMAND",
            footerHeading = "%nExamples:%n",
            footer = {
                "  spotdock fleet plan -m fleet.yaml",
                "  spotdock fleet apply -m fleet.yaml",
                "  spotdock fleet test -m fleet.yaml --junit test.xml",
                "  spotdock fleet doctor -m fleet.yaml --match 'sales-*'",
                "  spotdock fleet export -m fleet.yaml -o files"
            })
    private static final class Fleet {}
}
