import { z } from 'zod';
import { SessionId } from '#shared/protocol/ids.ts';
import { ok, type Reply } from '#shared/protocol/reply.ts';
import { windowKind } from '#shared/exports/borisWindow.ts';
import { WINDOWS_TITLE } from '#shared/exports/recordTitle.ts';
import {
  type CodedFile,
  type FileEvent,
  type FileSpan,
  fileWord,
  inOrder,
  isMoment,
  MAX_EVENTS,
  NOTHING_CODED,
  refuse,
  TOO_MANY,
} from './codedFile.ts';
import { fileRecords } from './fileRecords.ts';

/** Seconds, subject, behavior, modifiers and more. In observations of pictures the time may be missing. */
const BorisEvent = z.tuple([z.union([z.number(), z.string(), z.null()]), z.string(), z.string()]).rest(z.unknown());
const BorisProject = z.object({
  project_name: z.string().catch(''),
  behaviors_conf: z.record(z.string(), z.object({ code: z.string(), type: z.string() })),
  observations: z.record(z.string(), z.object({ events: z.array(BorisEvent) })),
});
type BorisEvent = z.infer<typeof BorisEvent>;

const BorisParts = z.object({ behaviors_conf: z.unknown(), observations: z.unknown() });

/** The one object key that a record of names silently drops. */
const PROTOTYPE_KEY = '__proto__';

function hasPrototypeKey(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, PROTOTYPE_KEY);
}

/** Whether a JSON value claims to be a project of BORIS. */
export function isBoris(value: unknown): boolean {
  return BorisParts.safeParse(value).success;
}

/**
 * A project of BORIS (format 7.0, or earlier with the same events): a record for each observation, with the starts of
 * state events. A coder's codes and undone codes are joined if we exported them.
 */
export function readBoris(value: unknown): Reply<CodedFile> {
  const unnameable = Object.values(BorisParts.parse(value)).some(hasPrototypeKey);
  if (unnameable) return refuse(`has an observation or a behavior named “${PROTOTYPE_KEY}”. Rename it in BORIS.`);
  const parsed = BorisProject.safeParse(value);
  if (!parsed.success) return refuse(`is no project of BORIS that can be read: ${firstFault(parsed.error)}`);
  const { project_name: name, behaviors_conf: ethogram, observations } = parsed.data;
  const all = Object.entries(observations);
  if (all.reduce((sum, [, { events }]) => sum + events.length, 0) > MAX_EVENTS) return TOO_MANY;
  const states = new Set(
    Object.values(ethogram)
      .filter(({ type }) => type.startsWith('State event'))
      .map(({ code }) => code),
  );
  const timeless = all.find(([, { events }]) => events.some(([seconds]) => !isMoment(msOf(seconds))));
  if (timeless) return refuse(`has an event without a time, in the observation “${fileWord(timeless[0])}”.`);

  const sessionId = SessionId.safeParse(/^Session (\S+)$/u.exec(name)?.[1]).data;
  /** Another program's file can have an observation with that name. */
  const isOfWindows = (title: string) => sessionId !== undefined && title === WINDOWS_TITLE;
  const windows = all.flatMap(([title, { events }]) => (isOfWindows(title) ? spansOf(events) : []));
  const records = fileRecords(
    all
      .filter(([title]) => !isOfWindows(title))
      .map(([title, { events }]) => ({ title, coder: title, events: startsOf(events, states) })),
  );
  if (records.length === 0) return NOTHING_CODED;
  return ok({ format: 'boris', sessionId, records, windows });
}

function firstFault({ issues }: z.ZodError): string {
  const [issue] = issues;
  return issue === undefined ? 'its form' : `${issue.path.map(String).join('.')}: ${issue.message}`;
}

function msOf(seconds: BorisEvent[0]): number {
  return typeof seconds === 'number' ? Math.round(seconds * 1_000) : NaN;
}

/** A state event starts with one event and ends with the next of the same subject, behavior and modifiers. */
function startsOf(events: readonly BorisEvent[], states: ReadonlySet<string>): readonly FileEvent[] {
  const going = new Set<string>();
  return inOrder(events.map(eventOf)).filter(({ subject, from, value }) => {
    if (!states.has(from)) return true;
    const key = JSON.stringify([subject, from, value]);
    if (going.delete(key)) return false;
    going.add(key);
    return true;
  });
}

function eventOf([seconds, subject, behavior, modifiers]: BorisEvent): FileEvent {
  const value = typeof modifiers === 'string' ? fileWord(modifiers.replace(/\s*\|\s*/gu, '|')) : '';
  return { at: msOf(seconds), subject: fileWord(subject), from: fileWord(behavior), value, retracted: false };
}

function spansOf(events: readonly BorisEvent[]): readonly FileSpan[] {
  const going = new Map<string, number>();
  return inOrder(events.map(eventOf)).flatMap(({ at, subject, from: behavior }) => {
    const key = JSON.stringify([subject, behavior]);
    const from = going.get(key);
    if (from === undefined) going.set(key, at);
    else going.delete(key);
    const kind = windowKind(behavior);
    return from === undefined || kind === undefined ? [] : [{ subject, kind, from, to: at }];
  });
}
