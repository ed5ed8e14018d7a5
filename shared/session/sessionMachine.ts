import { and, assign, emit, setup } from 'xstate';
import { completesAt } from '#shared/domain/codingWindow.ts';
import { mayOpenVoice } from '#shared/domain/audience.ts';
import type { Fact, FactOf } from '#shared/protocol/facts.ts';
import type { CaregiverId, ParticipantId } from '#shared/protocol/ids.ts';
import { silentAlarm } from './alarm.ts';
import { applyFact } from './foldFacts.ts';
import { currentWindow, EMPTY_SESSION, findParticipant, partOf, type SessionState } from './sessionState.ts';

type Context = { readonly session: SessionState };
type Alarm = { readonly type: 'alarm' };

/**
 * A live session. It hears facts and says by its transitions which may happen when; what they change is `foldFacts`.
 * The server's log appends only what `can` allows here, so that what this machine refuses never happened.
 */
const session = setup({
  types: {
    context: {} as Context,
    events: {} as Fact | Alarm,
    emitted: {} as { type: 'codingTimeUp' },
    tags: {} as 'coachSilent',
  },
  actors: { alarm: silentAlarm },
  guards: {
    isNew: ({ context }) => context.session.seq === 0,
    isKnown: ({ context, event }) =>
      'participantId' in event && findParticipant(context.session, event.participantId) !== undefined,
    isKnocking: ({ context, event }) =>
      'participantId' in event && partOf(context.session, event.participantId) === 'knocking',
    isDevice: ({ context, event }) => 'participantId' in event && isDevice(context.session, event.participantId),
    caregiverIsOfTheFamily: ({ context, event }) =>
      'caregiverId' in event && isCaregiver(context.session, event.caregiverId),
    wearerIsOfTheFamily: ({ context, event }) => 'wearer' in event && isCaregiver(context.session, event.wearer),
    takerMayLead: ({ context, event }) => event.type === 'lead.changed' && mayBecomeLead(context.session, event),
    voiceHasAnAudience: ({ context, event }) =>
      event.type === 'voice.opened' && hasAudience(context.session, event.participantId),
    codeIsNew: ({ context, event }) =>
      'codeId' in event && context.session.codes.every(({ codeId }) => codeId !== event.codeId),
    codeIsTheirs: ({ context, event }) => event.type === 'code.undone' && isOwnStandingCode(context.session, event),
    codeStands: ({ context, event }) =>
      'codeId' in event && context.session.codes.some(({ codeId, undone }) => codeId === event.codeId && !undone),
    windowIsKnown: ({ context, event }) =>
      'windowId' in event && context.session.windows.some(({ windowId }) => windowId === event.windowId),
    promptIsNew: ({ context, event }) =>
      'promptId' in event && context.session.prompts.every(({ promptId }) => promptId !== event.promptId),
    promptIsKnown: ({ context, event }) =>
      'promptId' in event && context.session.prompts.some(({ promptId }) => promptId === event.promptId),
    isTheWindow: ({ context, event }) =>
      'windowId' in event && currentWindow(context.session)?.windowId === event.windowId,
  },
  actions: {
    take: assign(({ context, event }) =>
      event.type === 'alarm' ? context : { session: applyFact(context.session, event) },
    ),
    sayTimeIsUp: emit({ type: 'codingTimeUp' }),
  },
});

function isDevice(state: SessionState, id: ParticipantId): boolean {
  const participant = findParticipant(state, id);
  return participant !== undefined && participant.device !== null;
}

function isCaregiver({ caregivers }: SessionState, id: CaregiverId | null): boolean {
  return caregivers.some(({ caregiverId }) => caregiverId === id);
}

/** The lead is handed to anyone of the staff who is here, and taken only from a lead coach who is not. */
function mayBecomeLead(state: SessionState, { to, how }: FactOf<'lead.changed'>): boolean {
  const { participants, lead } = state;
  const taker = findParticipant(state, to);
  if (taker?.device !== null || !taker.present || to === lead) return false;
  const leadIsHere = lead !== undefined && participants[lead]?.present === true;
  return how === 'handed' || !leadIsHere;
}

function hasAudience(state: SessionState, id: ParticipantId): boolean {
  const part = partOf(state, id);
  return part !== undefined && state.participants[id]?.present === true && mayOpenVoice(part, state.phase);
}

function isOwnStandingCode({ codes }: SessionState, { codeId, by }: FactOf<'code.undone'>): boolean {
  return codes.some((entry) => entry.codeId === codeId && entry.coder === by && !entry.undone);
}

/** Codes may be given late: a press made in a dead connection arrives in a later phase with the time it was made. */
const CODING_FACTS = {
  'code.recorded': { guard: and(['codeIsNew', 'caregiverIsOfTheFamily']), actions: 'take' },
  'code.undone': { guard: 'codeIsTheirs', actions: 'take' },
  'command.judged': { guard: 'codeStands', actions: 'take' },
} as const;

const START_CODING = {
  'coding.started': { guard: 'caregiverIsOfTheFamily', target: 'coding', actions: 'take' },
} as const;
const START_COACHING = { 'coaching.started': { target: 'coaching', actions: 'take' } } as const;
const START_FEEDBACK = { 'feedback.started': { target: 'feedback', actions: 'take' } } as const;
const CHOOSE_CAREGIVER = { 'caregiver.chosen': { guard: 'caregiverIsOfTheFamily', actions: 'take' } } as const;
const SEND_PROMPT = { 'prompt.sent': { guard: 'promptIsNew', actions: 'take' } } as const;
const FINISH_CODING = { 'coding.finished': { guard: 'isTheWindow', target: 'coaching', actions: 'take' } } as const;

const preparing = session.createStateConfig({
  on: {
    'session.opened': { guard: 'isNew', actions: 'take' },
    'waiting.opened': { target: 'waiting', actions: 'take' },
  },
});

const waiting = session.createStateConfig({
  on: { ...SEND_PROMPT, 'check-in.started': { target: 'check-in', actions: 'take' } },
});

const checkIn = session.createStateConfig({
  on: { ...START_CODING, ...START_COACHING, ...START_FEEDBACK, ...CHOOSE_CAREGIVER, ...SEND_PROMPT },
});

/** Five minutes in which the coach counts and is not heard by anyone. */
const coding = session.createStateConfig({
  tags: 'coachSilent',
  invoke: { src: 'alarm', input: ({ context }) => ({ at: windowEnd(context) }) },
  on: {
    alarm: { actions: 'sayTimeIsUp' },
    'coding.paused': { target: 'coding-paused', actions: 'take' },
    ...FINISH_CODING,
    ...CODING_FACTS,
  },
});

const codingPaused = session.createStateConfig({
  on: {
    'coding.resumed': { target: 'coding', actions: 'take' },
    ...FINISH_CODING,
    ...CODING_FACTS,
    ...SEND_PROMPT,
  },
});

const coaching = session.createStateConfig({
  on: { ...START_CODING, ...START_FEEDBACK, ...CHOOSE_CAREGIVER, ...CODING_FACTS, ...SEND_PROMPT },
});

const feedback = session.createStateConfig({
  on: { ...START_CODING, ...START_COACHING, ...CHOOSE_CAREGIVER, ...CODING_FACTS, ...SEND_PROMPT },
});

/** The window that has just been started or resumed always has an end; without one the alarm rings at once. */
function windowEnd({ session: state }: Context): number {
  const window = currentWindow(state);
  return (window && completesAt(window)) ?? 0;
}

export const sessionMachine = session.createMachine({
  id: 'session',
  context: { session: EMPTY_SESSION },
  initial: 'open',
  states: {
    open: {
      initial: 'preparing',
      states: {
        preparing,
        waiting,
        'check-in': checkIn,
        coding,
        'coding-paused': codingPaused,
        coaching,
        feedback,
      },
      on: {
        'participant.joined': { actions: 'take' },
        'participant.left': { guard: 'isKnown', actions: 'take' },
        'device.admitted': { guard: 'isKnocking', actions: 'take' },
        'device.turned-away': { guard: 'isDevice', actions: 'take' },
        'device.kind-set': { guard: 'isDevice', actions: 'take' },
        'device.wearer-set': { guard: and(['isDevice', 'wearerIsOfTheFamily']), actions: 'take' },
        'ear-check.finished': { guard: 'isDevice', actions: 'take' },
        'ear-check.overridden': { guard: 'isDevice', actions: 'take' },
        'ear-check.voided': { guard: 'isDevice', actions: 'take' },
        'lead.changed': { guard: 'takerMayLead', actions: 'take' },
        'voice.opened': { guard: 'voiceHasAnAudience', actions: 'take' },
        'voice.closed': { guard: 'isKnown', actions: 'take' },
        'prompt.delivered': { guard: 'promptIsKnown', actions: 'take' },
        'note.written': { actions: 'take' },
        'window.rated': { guard: 'windowIsKnown', actions: 'take' },
        'window.voided': { guard: 'windowIsKnown', actions: 'take' },
        'session.closed': { target: 'closed', actions: 'take' },
      },
    },
    closed: {
      on: {
        'participant.left': { guard: 'isKnown', actions: 'take' },
        'voice.closed': { guard: 'isKnown', actions: 'take' },
      },
    },
  },
});
