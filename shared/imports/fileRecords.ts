import { distinct } from '#shared/exports/distinct.ts';
import { coderName, readRecordTitle } from '#shared/exports/recordTitle.ts';
import { type FileEvent, fileWord, type FileRecord, inOrder } from './codedFile.ts';

/** Where the events of a file belong: an observation or an annotator, by its title in the file. */
type FilePart = { readonly title: string; readonly coder: string; readonly events: readonly FileEvent[] };

/** A file's records with an event. Parts of one coder's record that our own exports keep apart are joined. */
export function fileRecords(parts: readonly FilePart[]): readonly FileRecord[] {
  const records = new Map<string, FileRecord>();
  for (const { title, coder, events } of parts) {
    const own = readRecordTitle(title);
    const isGiven = own?.of === 'given' || own?.of === 'undone';
    const key = JSON.stringify(isGiven ? [own.coder] : [title, 'whole']);
    const now = own?.of === 'undone' ? events.map((event) => ({ ...event, retracted: true })) : events;
    records.set(key, {
      title: isGiven ? own.coder : title,
      coder: fileWord(own === undefined ? coder : coderName(own.coder)),
      of: isGiven ? 'given' : (own?.of ?? 'other'),
      events: inOrder([...(records.get(key)?.events ?? []), ...now]),
    });
  }
  const found = [...records.values()].filter(({ events }) => events.length > 0);
  const titles = distinct(found.map(({ title }) => fileWord(title) || '–'));
  return found.map((record, index) => ({ ...record, title: titles[index] ?? record.title }));
}
