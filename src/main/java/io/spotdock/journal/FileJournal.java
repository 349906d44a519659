package io.spotdock.journal;

import java.util.List;

/** A journal as lines of JSON in a file of its own. */
final class FileJournal implements Journal {
    private final LineFile file;

    /** @param file from now on the journal's own */
    FileJournal(LineFile file) {
        this.file = file;
    }

    @Override
    public void append(Entry entry) {
        file.append(EntryJson.write(entry));
    }

    @Override
    public List<Entry> entries() {
        return JournalText.of(file.lines()).entries();
    }

    @Override
    public List<Unread> unread() {
        return JournalText.of(file.lines()).unread();
    }

    @Override
    public void close() {
        file.close();
    }
}
