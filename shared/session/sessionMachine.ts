import { and, assign, emit, not, setup } from 'xstate';
import { completesAt } from '#shared/domain/codingWindow.ts';
import { mayOpenVoice } from '#shared/domain/audience.ts';
import { rowsFor } from '#shared/protocol/factDraft.ts';
import type { Fact, FactOf, FactType } from '#shared/protocol/facts.ts';
import type { CaregiverId, ParticipantId } from '#shared/protocol/ids.ts';
import { reviewFacts } from '#shared/protocol/reviewFacts.ts';
import { silentAlarm } from './alarm.ts';
import { applyFact } from './foldFacts.ts';
import { mayComeLate } from './latePress.ts';
import { holdsTheSession, stepNow } from './sequence/sequenceView.ts';
import { mayReview } from './review/mayReview.ts';
import { findCode } from './codeList.ts';
import { currentWindow, EMPTY_SESSION, findParticipant, partOf, type SessionState } from './sessionState.ts';
import { isNewLoss } from './sight/sightState.ts';

type Context = { readonly session: SessionState };
/** Which fact may happen when; `foldFacts` computes what it changes. The log only takes facts that `can` allows. */
const session = setup({
  types: {
    context: {} as Context,
    /** `woke`: the session was read from its log, which set no alarm. */
    events: {} as Fact | { readonly type: 'alarm' | 'woke' },
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
    codeIsNew: ({ context, event }) => 'codeId' in event && findCode(context.session, event.codeId) === undefined,
    codeIsTheirs: ({ context, event }) => event.type === 'code.undone' && isOwnStandingCode(context.session, event),
    mayComeLate: ({ context, event }) =>
      (event.type === 'code.recorded' || event.type === 'code.undone' || event.type === 'command.judged') &&
      mayComeLate(context.session, event),
    codeStands: ({ context, event }) => 'codeId' in event && findCode(context.session, event.codeId)?.undone === false,
    windowIsKnown: ({ context, event }) =>
      'windowId' in event && context.session.windows.some(({ windowId }) => windowId === event.windowId),
    promptIsNew: ({ context, event }) =>
      'promptId' in event && context.session.prompts.every(({ promptId }) => promptId !== event.promptId),
    promptIsKnown: ({ context, event }) =>
      'promptId' in event && context.session.prompts.some(({ promptId }) => promptId === event.promptId),
    isInSequence: ({ context, event }) => 'at' in event && isInSequence(context.session, event.at),
    mayLeaveSequence: ({ context, event }) => 'at' in event && mayLeave(context.session, event),
    sightIsNews: ({ context, event }) => 'at' in event && isNewSight(context.session, event),
    partIsNew: ({ context, event }) =>
      'partId' in event && context.session.recording.spans.every(({ partId }) => partId !== event.partId),
    partIsRunning: ({ context, event }) =>
      'partId' in event && context.session.recording.spans.some((one) => one.partId === event.partId && !one.to),
    observerIsKnown: ({ context, event }) =>
      'participantId' in event && partOf(context.session, event.participantId) === 'observer',
    reviewMay: ({ context, event }) => 'at' in event && mayReview(context.session, event),
    isEmergency: ({ context }) => context.session.emergency !== undefined,
    isTheWindow: ({ context, event }) =>
      'windowId' in event && currentWindow(context.session)?.windowId === event.windowId,
  },
  actions: {
    take: assign(({ context, event }) => ('at' in event ? { session: applyFact(context.session, event) } : context)),
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

/** The lead can be handed to any member of staff who is here, and taken only from a lead coach who is away. */
function mayBecomeLead(state: SessionState, { to, how }: FactOf<'lead.changed'>): boolean {
  const { participants, lead } = state;
  const taker = findParticipant(state, to);
  if (taker?.device !== null || !taker.present || to === lead) return false;
  const leadIsHere = lead !== undefined && participants[lead]?.present === true;
  return how === 'handed' || !leadIsHere;
}

/** A lost sense can only come back, and a present one only be lost, and not in the future. */
function isNewSight({ sight }: SessionState, fact: Fact): boolean {
  if (fact.type === 'sight.lost') return isNewLoss(sight[fact.what], fact.why) && fact.since <= fact.at;
  return fact.type === 'sight.returned' && sight[fact.what].is !== 'seen';
}

function hasAudience(state: SessionState, id: ParticipantId): boolean {
  const part = partOf(state, id);
  return part !== undefined && state.participants[id]?.present === true && mayOpenVoice(part, state.phase);
}

function isInSequence(state: SessionState, at: number): boolean {
  return (stepNow(state, at) ?? 'play') !== 'play';
}

/** A session does not end in a command sequence, unless time is up or somebody confirms it. Rule SEQ11. */
function mayLeave(state: SessionState, fact: Fact): boolean {
  if (fact.type === 'session.closed' && fact.inSequence === true) return true;
  if (fact.type === 'coding.finished' && fact.complete) return true;
  const step = stepNow(state, fact.at);
  return !holdsTheSession(step && { step });
}

function isOwnStandingCode(state: SessionState, { codeId, by }: FactOf<'code.undone'>): boolean {
  const code = findCode(state, codeId);
  return code?.coder === by && !code.undone;
}

/** A press from a dead connection arrives in a later phase with the time at which it was made. */
const CODING_FACTS = {
  'code.recorded': { guard: and(['codeIsNew', 'caregiverIsOfTheFamily']), actions: 'take' },
  'code.undone': { guard: 'codeIsTheirs', actions: 'take' },
  'command.judged': { guard: 'codeStands', actions: 'take' },
} as const;

const START_CODING = {
  'coding.started': { guard: and(['caregiverIsOfTheFamily', 'mayLeaveSequence']), target: 'coding', actions: 'take' },
} as const;
const START_COACHING = { 'coaching.started': { target: 'coaching', actions: 'take' } } as const;
const START_FEEDBACK = {
  'feedback.started': { guard: 'mayLeaveSequence', target: 'feedback', actions: 'take' },
} as const;
const CHOOSE_CAREGIVER = { 'caregiver.chosen': { guard: 'caregiverIsOfTheFamily', actions: 'take' } } as const;
const SEND_PROMPT = { 'prompt.sent': { guard: 'promptIsNew', actions: 'take' } } as const;
const FINISH_CODING = {
  'coding.finished': { guard: and(['isTheWindow', 'mayLeaveSequence']), target: 'coaching', actions: 'take' },
} as const;

const preparing = session.createStateConfig({
  on: {
    'session.opened': { guard: 'isNew', actions: 'take' },
    // Nothing begins until the lead coach comes. Session time counts from here. Rule SES9.
    'waiting.opened': { target: 'waiting', actions: 'take' },
  },
});

const waiting = session.createStateConfig({
  on: { ...SEND_PROMPT, 'check-in.started': { target: 'check-in', actions: 'take' } },
});

const checkIn = session.createStateConfig({
  on: { ...START_CODING, ...START_COACHING, ...START_FEEDBACK, ...CHOOSE_CAREGIVER, ...SEND_PROMPT },
});

/** Entered again with each fact that can stop or start the window's clock, so that its alarm is set again. */
const AGAIN = { target: 'coding', reenter: true, actions: 'take' } as const;

/** The coach counts and nobody hears the coach. In a command sequence, the parent may be shown what to say next. */
const coding = session.createStateConfig({
  tags: 'coachSilent',
  invoke: { src: 'alarm', input: ({ context }) => ({ at: windowEnd(context) }) },
  on: {
    alarm: { actions: 'sayTimeIsUp' },
    woke: { target: 'coding', reenter: true },
    'coding.paused': { target: 'coding-paused', actions: 'take' },
    ...FINISH_CODING,
    'code.recorded': { ...AGAIN, guard: CODING_FACTS['code.recorded'].guard },
    'code.undone': { ...AGAIN, guard: CODING_FACTS['code.undone'].guard },
    'command.judged': CODING_FACTS['command.judged'],
    'participant.joined': AGAIN,
    'participant.left': { ...AGAIN, guard: 'isKnown' },
    'device.admitted': { ...AGAIN, guard: 'isKnocking' },
    'device.turned-away': { ...AGAIN, guard: 'isDevice' },
    'lead.changed': { ...AGAIN, guard: 'takerMayLead' },
    'contraindication.changed': AGAIN,
    'sight.lost': { ...AGAIN, guard: 'sightIsNews' },
    'sight.returned': { ...AGAIN, guard: 'sightIsNews' },
    'prompt.sent': { guard: and(['promptIsNew', 'isInSequence']), actions: 'take' },
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

const STOP_RECORDING = { 'recording.stopped': { guard: 'partIsRunning', actions: 'take' } } as const;

const RECORDING_FACTS = {
  'consent.given': { actions: 'take' },
  'consent.withdrawn': { actions: 'take' },
  'recording.held': { actions: 'take' },
  'recording.released': { actions: 'take' },
  'recording.started': { guard: 'partIsNew', actions: 'take' },
  'recording.prevented': { actions: 'take' },
  'recording.possible': { actions: 'take' },
  ...STOP_RECORDING,
} as const;

/** What may be done to the record of a closed session. */
const REVIEW_FACTS = rowsFor(reviewFacts, { guard: 'reviewMay', actions: 'take' } as const);

/** Presses that were made before the close and arrive after it. Rule LOG5. */
const LATE_PRESSES = {
  'code.recorded': { guard: and(['mayComeLate', CODING_FACTS['code.recorded'].guard]), actions: 'take' },
  'code.undone': { guard: and(['mayComeLate', CODING_FACTS['code.undone'].guard]), actions: 'take' },
  'command.judged': { guard: and(['mayComeLate', CODING_FACTS['command.judged'].guard]), actions: 'take' },
} as const;

/** When the window's time is up; undefined while its clock is paused. */
function windowEnd({ session: state }: Context): number | undefined {
  const window = currentWindow(state);
  return window && completesAt(window);
}

/** What may happen in every phase until the session is closed. */
const whileOpen = session.createStateConfig({
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
    'safety.confirmed': { actions: 'take' },
    // Rule SAF3.
    'emergency.raised': { guard: not('isEmergency'), actions: 'take' },
    'emergency.ended': { guard: 'isEmergency', actions: 'take' },
    'contraindication.changed': { actions: 'take' },
    'lead.changed': { guard: 'takerMayLead', actions: 'take' },
    'sight.lost': { guard: 'sightIsNews', actions: 'take' },
    'sight.returned': { guard: 'sightIsNews', actions: 'take' },
    'capture.changed': { guard: 'isDevice', actions: 'take' },
    'sounding.changed': { guard: 'isKnown', actions: 'take' },
    'voice.opened': { guard: 'voiceHasAnAudience', actions: 'take' },
    'voice.closed': { guard: 'isKnown', actions: 'take' },
    'prompt.withdrawn': { guard: 'promptIsKnown', actions: 'take' },
    'prompt.delivered': { guard: 'promptIsKnown', actions: 'take' },
    'note.written': { actions: 'take' },
    'window.rated': { guard: 'windowIsKnown', actions: 'take' },
    'window.voided': { guard: 'windowIsKnown', actions: 'take' },
    'observer.blinded': { guard: 'observerIsKnown', actions: 'take' },
    ...RECORDING_FACTS,
    'session.closed': { guard: 'mayLeaveSequence', target: 'closed', actions: 'take' },
  },
});

const closed = session.createStateConfig({
  on: {
    'participant.left': { guard: 'isKnown', actions: 'take' },
    'voice.closed': { guard: 'isKnown', actions: 'take' },
    ...STOP_RECORDING,
    // Consent can be withdrawn at any time. Then nothing more is exported. Rule RCD8.
    'consent.withdrawn': { actions: 'take' },
    ...LATE_PRESSES,
    ...REVIEW_FACTS,
  },
});

const PHASES = {
  preparing,
  waiting,
  'check-in': checkIn,
  coding,
  'coding-paused': codingPaused,
  coaching,
  feedback,
} as const;

type States = typeof PHASES & { readonly whileOpen: typeof whileOpen; readonly closed: typeof closed };
type Taken = { [S in keyof States]: keyof States[S]['on'] }[keyof States];

export const sessionMachine = session.createMachine({
  id: 'session',
  context: { session: EMPTY_SESSION },
  initial: 'open',
  states: { open: { initial: 'preparing', states: PHASES, ...whileOpen }, closed },
}) satisfies FactType extends Taken ? unknown : never; // A kind of fact that no state takes does not compile.
