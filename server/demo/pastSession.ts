import { randomUUID } from 'node:crypto';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { deviceName } from '#shared/domain/deviceName.ts';
import type { Caregiver, Fact, FactDraft } from '#shared/protocol/facts.ts';
import { CodeId, NoteId, ParticipantId, TakeId, WindowId } from '#shared/protocol/ids.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { codesInOrder, type Counts } from './codesInOrder.ts';
import type { Script } from './commandScripts.ts';
import type { DemoFilm } from './demoFilm.ts';
import type { PastWeek, Played } from './histories.ts';
import { recordingBegins, recordingEnds, RECORDED_BEFORE_MS } from './recordedWindow.ts';
import { codedAgain, codedFromRecording, signingOff, type Heard, type SecondCoder } from './secondCoder.ts';
import type { Step } from './step.ts';

/** One caregiver's turn: five minutes of coding, then coaching. */
export type Turn = Omit<Played, 'film'> & {
  readonly caregiver: Caregiver;
  readonly kind: string;
  readonly film: DemoFilm | undefined;
};

const WINDOW_MS = PCIT.phases[0].windowMs;
const MINUTE_MS = 60_000;
const CHECK_IN_MS = 4 * MINUTE_MS;
const COACHING_MS = 12 * MINUTE_MS;
const FEEDBACK_MS = 5 * MINUTE_MS;
/** On a good connection: the age of sound when the coder hears it, and the time until a press reaches the server. */
const HEARD_DELAY_MS = 180;
/** A session is reviewed on the next day. */
const REVIEWED_LATER_MS = 24 * 60 * MINUTE_MS;
const PRESS_TO_LOG_MS = 40;

/** The log of a typical session, in an order that the session machine accepts. */
export function pastSession(
  session: SessionRecord,
  turns: readonly Turn[],
  { note, signedOff }: Pick<PastWeek, 'note' | 'signedOff'>,
  supervisor?: SecondCoder,
): readonly Fact[] {
  const isWatched = turns.some(({ film, supervisorDiffersEvery }) => !film && supervisorDiffersEvery !== undefined);
  const observer = isWatched ? supervisor : undefined;
  const played = turns.map((turn, index) => playTurn(session, turn, startOf(index), supervisor));
  const steps = [
    ...opening(session, observer),
    ...played.flatMap(({ live }) => live),
    ...ending(session, turns, note, observer),
    ...played.flatMap(({ later }) => later),
    ...(supervisor && signedOff !== undefined
      ? signingOff(supervisor, signedOff, startOf(turns.length) + REVIEWED_LATER_MS)
      : []),
  ];
  return steps.map(({ at, draft }, index) => ({ ...draft, at, seq: index + 1 }));
}

function opening(session: SessionRecord, observer: SecondCoder | undefined): Step[] {
  const { sessionId, program, programVersion, familyName, lead, leadName, startsAt, stage, treatmentPhase } = session;
  const caregivers = [...session.caregivers];
  const device = deviceOf(session);
  const wearer = caregivers[0]?.caregiverId ?? null;
  const opened = {
    sessionId,
    program,
    programVersion,
    familyName,
    caregivers,
    lead,
    leadName,
    stage,
    treatmentPhase,
  };
  const drafts: FactDraft[] = [
    { type: 'session.opened', by: 'server', startedAt: startsAt.toISOString(), ...opened },
    joined(lead, leadName, 'therapist'),
    ...(observer === undefined ? [] : watching(observer)),
    { type: 'waiting.opened', by: lead },
    {
      ...joined(device, deviceName({ device: 'combined', wearer }, caregivers), 'caregiver'),
      device: 'combined',
      wearer,
    },
    {
      type: 'ear-check.finished',
      by: device,
      participantId: device,
      heardByCaregiver: true,
      leak: 'none',
      passed: true,
    },
    { type: 'device.admitted', by: lead, participantId: device },
    { type: 'check-in.started', by: lead },
  ];
  return drafts.map((draft, index) => ({ at: index * 15_000, draft }));
}

/** Somebody who watches and codes, and sees nobody else's codes. */
function watching({ userId, name }: SecondCoder): FactDraft[] {
  return [
    joined(userId, name, 'supervisor'),
    { type: 'observer.blinded', by: userId, participantId: userId, blind: true },
  ];
}

function joined(participantId: ParticipantId, name: string, role: 'therapist' | 'supervisor' | 'caregiver') {
  return {
    type: 'participant.joined' as const,
    by: 'server' as const,
    participantId,
    name,
    role,
    device: null,
    wearer: null,
  };
}

/** No real device joined a past session, so each gets an invented id. */
function deviceOf({ sessionId }: SessionRecord): ParticipantId {
  return ParticipantId.parse(`device-${sessionId}`);
}

function startOf(turn: number): number {
  return 2 * MINUTE_MS + CHECK_IN_MS + turn * (WINDOW_MS + COACHING_MS);
}

/** What happens in a turn, and what the supervisor codes later from its recording. */
function playTurn(session: SessionRecord, turn: Turn, from: number, supervisor: SecondCoder | undefined) {
  const { lead } = session;
  const { caregiver, kind, coded, coached, film, inOrder = [], coachedInOrder = [] } = turn;
  const { caregiverId } = caregiver;
  const windowId = WindowId.parse(randomUUID());
  const partId = TakeId.parse(randomUUID());
  const end = from + WINDOW_MS;
  const given = (by: ParticipantId, { code, at }: Heard): Step => {
    const heardAt = heardAtOf(at);
    const codeId = CodeId.parse(randomUUID());
    const pressedAt = at - PRESS_TO_LOG_MS;
    return { at, draft: { type: 'code.recorded', by, codeId, code, caregiverId, heardAt, pressedAt } };
  };
  const heard = play(coded, film?.script ?? inOrder, film ? from - RECORDED_BEFORE_MS : from, WINDOW_MS);
  const second = supervisor && turn.supervisorDiffersEvery ? codedAgain(heard, turn.supervisorDiffersEvery) : [];
  const byObserver = film || !supervisor ? [] : second.map((code) => given(supervisor.userId, code));
  const codes = [...heard.map((code) => given(lead, code)), ...byObserver].toSorted((a, b) => a.at - b.at);
  const live: Step[] = [
    ...(film ? recordingBegins(partId, deviceOf(session), caregiverId, from - RECORDED_BEFORE_MS) : []),
    { at: from, draft: { type: 'coding.started', by: lead, windowId, kind, caregiverId, lengthMs: WINDOW_MS } },
    ...codes,
    { at: end, draft: { type: 'coding.finished', by: 'server', windowId, complete: true } },
    ...(film ? recordingEnds(lead, partId, end) : []),
    ...play(coached, coachedInOrder, end, COACHING_MS).map((code) => given(lead, code)),
  ];
  const again = second.map(({ code, at }) => ({ code, heardAt: heardAtOf(at) }));
  const later = film && supervisor ? codedFromRecording(supervisor, windowId, again, end + REVIEWED_LATER_MS) : [];
  return { live, later };
}

const heardAtOf = (at: number) => at - PRESS_TO_LOG_MS - HEARD_DELAY_MS;

function play(counts: Counts, script: Script, start: number, lengthMs: number): readonly Heard[] {
  return [
    ...mixed(counts, script, start, lengthMs),
    ...script.map(([second, code]) => ({ code, at: Math.round(start + second * 1_000) })),
  ].toSorted((a, b) => a.at - b.at);
}

/** No other code comes this long before or after a command, in ms, so that the code after it is clearly its answer. */
const AROUND_A_COMMAND_MS = 7_000;

/** Spreads the counted codes over the window. A code that would fall between a command and its end comes after it. */
function mixed(counts: Counts, script: Script, start: number, lengthMs: number) {
  const all = codesInOrder(counts, start);
  const isFree = (at: number) => {
    return script.every(([second]) => Math.abs(start + second * 1_000 - at) > AROUND_A_COMMAND_MS);
  };
  const places = Array.from({ length: Math.floor(lengthMs / 1_000) - 1 }, (_, second) => start + (second + 1) * 1_000);
  const free = script.length === 0 ? undefined : places.filter(isFree);
  return all.map((code, index) => {
    const share = (index + 1) / (all.length + 1);
    const at = free?.[Math.floor(share * free.length)] ?? start + Math.round(share * lengthMs);
    return { code, at };
  });
}

function ending(
  session: SessionRecord,
  turns: readonly Turn[],
  text: string,
  observer: SecondCoder | undefined,
): Step[] {
  const { lead } = session;
  const feedback = startOf(turns.length);
  const closed = feedback + FEEDBACK_MS;
  const gone = [lead, deviceOf(session), ...(observer === undefined ? [] : [observer.userId])].map(
    (participantId): Step => ({
      at: closed,
      draft: { type: 'participant.left', by: 'server', participantId, why: 'left' },
    }),
  );
  return [
    { at: feedback, draft: { type: 'feedback.started', by: lead } },
    { at: closed, draft: { type: 'note.written', by: lead, noteId: NoteId.parse(randomUUID()), text } },
    { at: closed, draft: { type: 'session.closed', by: lead } },
    ...gone,
  ];
}
