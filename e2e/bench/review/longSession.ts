import { createHash } from 'node:crypto';
import type { Fact, FactDraft } from '#shared/protocol/facts.ts';
import { CodeId, ParticipantId, WindowId } from '#shared/protocol/ids.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';

const MINUTE_MS = 60_000;
const WINDOW_MS = 5 * MINUTE_MS;
/** Check-in, then eight times five minutes of coding and one of coaching, then feedback. */
const FIRST_WINDOW_MS = 4 * MINUTE_MS;
const WINDOWS = 8;
const CODES = ['TA', 'TA', 'RF', 'BD', 'LP', 'QU', 'UP', 'TA', 'RF', 'DC', 'BD', 'NTA'] as const;

type Timed = { readonly at: number; readonly draft: FactDraft };

/** The log of a closed 60-minute session with this many codes, evenly spread. */
export function longSession(session: SessionRecord, codes: number): readonly Fact[] {
  const { lead, leadName, caregivers, sessionId } = session;
  const [caregiver] = caregivers;
  if (caregiver === undefined) throw new Error('A family has a caregiver.');
  const { caregiverId } = caregiver;
  const home = ParticipantId.parse('bench-home');
  const idOf = (what: string) => uuidFrom(`${sessionId} ${what}`);

  const frame: Timed[] = [
    {
      at: 0,
      draft: {
        type: 'session.opened',
        by: 'server',
        sessionId,
        startedAt: new Date(Date.now() - 90 * MINUTE_MS).toISOString(),
        program: session.program,
        programVersion: session.programVersion,
        familyName: session.familyName,
        caregivers: [...caregivers],
        lead,
        leadName,
      },
    },
    { at: 1, draft: joined(lead, leadName, 'therapist') },
    { at: 2, draft: { type: 'waiting.opened', by: lead } },
    { at: 3, draft: { ...joined(home, session.familyName, 'caregiver'), device: 'combined', wearer: caregiverId } },
    { at: 4, draft: { type: 'device.admitted', by: lead, participantId: home } },
    { at: 5, draft: { type: 'check-in.started', by: lead } },
    ...Array.from({ length: WINDOWS }, (_, index): Timed[] => {
      const from = FIRST_WINDOW_MS + index * (WINDOW_MS + MINUTE_MS);
      const windowId = WindowId.parse(idOf(`window ${index}`));
      const start = { windowId, kind: 'cdi', caregiverId, lengthMs: WINDOW_MS };
      return [
        { at: from, draft: { type: 'coding.started', by: lead, ...start } },
        { at: from + WINDOW_MS, draft: { type: 'coding.finished', by: 'server', windowId, complete: true } },
      ];
    }).flat(),
    { at: 58 * MINUTE_MS, draft: { type: 'feedback.started', by: lead } },
    { at: 60 * MINUTE_MS, draft: { type: 'session.closed', by: lead } },
  ];
  const span = WINDOWS * (WINDOW_MS + MINUTE_MS);
  const pressed = Array.from({ length: codes }, (_, index): Timed => {
    const at = Math.round(FIRST_WINDOW_MS + 1 + (index * (span - 2)) / codes);
    const codeId = CodeId.parse(idOf(`code ${index}`));
    const code = CODES[index % CODES.length] ?? 'TA';
    return { at, draft: { type: 'code.recorded', by: lead, codeId, code, caregiverId, heardAt: at, pressedAt: at } };
  });
  return [...frame, ...pressed]
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, draft }, index) => ({ ...draft, at, seq: index + 1 }));
}

function joined(participantId: ParticipantId, name: string, role: 'therapist' | 'caregiver') {
  const who = { participantId, name, role, device: null, wearer: null };
  return { type: 'participant.joined', by: 'server', ...who } as const;
}

/** A UUID that is the same for the same text. */
function uuidFrom(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
