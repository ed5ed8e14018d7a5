import { describe, expect, test } from 'vitest';
import { PARTS, type Part } from '#shared/domain/people.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import { Fact, type FactDraft, type FactType } from '#shared/protocol/facts.ts';
import {
  CaregiverId,
  CodeId,
  CodingId,
  NoteId,
  ParticipantId,
  TakeId,
  PromptId,
  RemarkId,
  SessionId,
  UtteranceId,
  WindowId,
} from '#shared/protocol/ids.ts';
import { UNREVIEWED, type CodeEntry } from './sessionState.ts';
import { NOT_REVIEWED } from './review/reviewState.ts';
import { factsForReview } from './review/reviewSight.ts';
import { factsFor, maySee, type Scene } from './visibility.ts';

/** With one code of the coach. */
const PROGRAM: Program = {
  ...PCIT,
  codes: [
    ...PCIT.codes,
    { code: 'ZZZ', name: '', definition: '', examples: [], stream: 'coach', valence: {}, keys: [], style: 'directive' },
  ],
};

const ID = '00000000-0000-4000-8000-000000000001';
const ME = ParticipantId.parse('me');
const OTHER = ParticipantId.parse('other');
const caregiverId = CaregiverId.parse(ID);
const windowId = WindowId.parse(ID);
const codeId = CodeId.parse(ID);
const promptId = PromptId.parse(ID);
const partId = TakeId.parse(ID);
const codingId = CodingId.parse(ID);
const remarkId = RemarkId.parse(ID);
const about = { by: OTHER, participantId: OTHER } as const;

/** One fact of each kind, about somebody else. */
const DRAFTS: { readonly [T in FactType]: Extract<FactDraft, { type: T }> } = {
  'session.opened': {
    type: 'session.opened',
    by: 'server',
    sessionId: SessionId.parse(ID),
    startedAt: '2026-11-21T10:00:00.000Z',
    program: 'pcit',
    programVersion: 'pcit-2011',
    familyName: 'Rivera',
    caregivers: [{ caregiverId, name: 'Maria' }],
    lead: OTHER,
    leadName: 'Noor',
  },
  'participant.joined': {
    ...about,
    type: 'participant.joined',
    name: 'Ada',
    role: 'supervisor',
    device: null,
    wearer: null,
  },
  'participant.left': { ...about, type: 'participant.left', why: 'connection' },
  'device.admitted': { ...about, type: 'device.admitted' },
  'device.turned-away': { ...about, type: 'device.turned-away' },
  'device.kind-set': { ...about, type: 'device.kind-set', device: 'room' },
  'device.wearer-set': { ...about, type: 'device.wearer-set', wearer: caregiverId },
  'ear-check.finished': { ...about, type: 'ear-check.finished', heardByCaregiver: true, leak: 'none', passed: true },
  'ear-check.overridden': { ...about, type: 'ear-check.overridden', reason: 'wired earphones' },
  'ear-check.voided': { ...about, type: 'ear-check.voided', why: 'devices-changed' },
  'sight.lost': { by: 'server', type: 'sight.lost', what: 'picture', since: 1, why: 'not-shown' },
  'sight.returned': { by: 'server', type: 'sight.returned', what: 'picture' },
  'capture.changed': { ...about, type: 'capture.changed', camera: 'works', microphone: 'muted' },
  'sounding.changed': { ...about, type: 'sounding.changed', sounding: 'works' },
  'waiting.opened': { by: OTHER, type: 'waiting.opened' },
  'check-in.started': { by: OTHER, type: 'check-in.started' },
  'contraindication.changed': { type: 'contraindication.changed', by: 'server', contraindicated: null },
  'safety.confirmed': { by: OTHER, type: 'safety.confirmed', revision: 1 },
  'coding.started': { by: OTHER, type: 'coding.started', windowId, kind: 'cdi', caregiverId, lengthMs: 300_000 },
  'coding.paused': { by: OTHER, type: 'coding.paused', reason: 'a word with the grandmother' },
  'coding.resumed': { by: OTHER, type: 'coding.resumed' },
  'coding.finished': { by: OTHER, type: 'coding.finished', windowId, complete: true },
  'coaching.started': { by: OTHER, type: 'coaching.started' },
  'feedback.started': { by: OTHER, type: 'feedback.started' },
  'session.closed': { by: OTHER, type: 'session.closed' },
  'caregiver.chosen': { by: OTHER, type: 'caregiver.chosen', caregiverId },
  'lead.changed': { by: OTHER, type: 'lead.changed', to: OTHER, how: 'taken' },
  'voice.opened': { ...about, type: 'voice.opened', track: 'coach-voice', hearers: [] },
  'voice.closed': { ...about, type: 'voice.closed', track: 'coach-voice', why: 'released' },
  'code.recorded': { by: OTHER, type: 'code.recorded', codeId, code: 'LP', caregiverId, heardAt: 1, pressedAt: 1 },
  'window.rated': { type: 'window.rated', by: OTHER, windowId: WindowId.parse(ID), ratings: {} },
  'window.voided': { type: 'window.voided', by: OTHER, windowId: WindowId.parse(ID), reason: 'the doorbell' },
  'command.judged': { type: 'command.judged', by: OTHER, codeId, effective: false },
  'code.undone': { by: OTHER, type: 'code.undone', codeId },
  'prompt.sent': {
    by: OTHER,
    type: 'prompt.sent',
    promptId,
    text: 'Well done',
    caregiverId,
    skill: null,
    spoken: false,
  },
  'prompt.withdrawn': { type: 'prompt.withdrawn', by: 'server', promptId },
  'prompt.delivered': { ...about, type: 'prompt.delivered', promptId, outcome: 'shown' },
  'note.written': { by: OTHER, type: 'note.written', noteId: NoteId.parse(ID), text: 'tired today' },
  'consent.given': {
    by: OTHER,
    type: 'consent.given',
    track: 'room-video',
    saidBy: caregiverId,
    how: 'spoken',
    purposes: ['supervision'],
  },
  'consent.withdrawn': { by: OTHER, type: 'consent.withdrawn', track: 'room-video', saidBy: caregiverId },
  'recording.held': { by: OTHER, type: 'recording.held' },
  'recording.released': { by: OTHER, type: 'recording.released' },
  'recording.started': {
    by: 'server',
    type: 'recording.started',
    partId,
    recorder: 'room',
    participantId: OTHER,
    tracks: ['room-video'],
  },
  'recording.stopped': { by: 'server', type: 'recording.stopped', partId, why: 'over' },
  'recording.prevented': { by: 'server', type: 'recording.prevented', why: 'no-recorder' },
  'recording.possible': { by: 'server', type: 'recording.possible' },
  'observer.blinded': { ...about, type: 'observer.blinded', blind: true },
  'reviewer.arrived': { ...about, type: 'reviewer.arrived', name: 'Ada', role: 'supervisor' },
  'review.opened': { by: OTHER, type: 'review.opened', what: 'review' },
  'code.corrected': { by: OTHER, type: 'code.corrected', codeId, code: 'UP', reason: 'not labeled' },
  'code.added': { by: OTHER, type: 'code.added', codeId, code: 'LP', caregiverId, heardAt: 1, reason: 'missed' },
  'utterance.written': {
    by: OTHER,
    type: 'utterance.written',
    utteranceId: UtteranceId.parse(ID),
    heardAt: 1,
    speaker: 'parent',
    text: 'What a tower',
    codeId: null,
  },
  'speech.found': { by: 'server', type: 'speech.found', partId, model: 'silero', stretches: [[0, 1]] },
  'speech.transcribed': { by: 'server', type: 'speech.transcribed', partId, engine: 'none', lines: [] },
  'second-coding.started': {
    by: OTHER,
    type: 'second-coding.started',
    codingId,
    windowId,
    source: 'recording',
    coderName: 'Ada',
    independent: true,
  },
  'second-coding.coded': { by: OTHER, type: 'second-coding.coded', codingId, codeId, code: 'LP', heardAt: 1 },
  'second-coding.undone': { by: OTHER, type: 'second-coding.undone', codingId, codeId },
  'second-coding.finished': { by: OTHER, type: 'second-coding.finished', codingId },
  'second-coding.imported': {
    by: OTHER,
    type: 'second-coding.imported',
    codingId,
    windowId,
    coderName: 'A lab',
    independent: true,
    codes: [{ codeId, code: 'LP', heardAt: 1, undone: false }],
  },
  'comment.written': { by: OTHER, type: 'comment.written', remarkId, about: 1, text: 'See this', answers: null },
  'bookmark.set': { by: OTHER, type: 'bookmark.set', remarkId, about: 1, label: 'A good moment' },
  'remark.removed': { by: OTHER, type: 'remark.removed', remarkId },
  'fidelity.rated': { by: OTHER, type: 'fidelity.rated', checklistId: 'a', items: [] },
  'session.signed-off': { by: OTHER, type: 'session.signed-off', note: '' },
  'sign-off.withdrawn': { by: OTHER, type: 'sign-off.withdrawn', reason: 'too early' },
  'session.exported': { by: OTHER, type: 'session.exported', format: 'csv' },
};

const FAMILY: readonly Part[] = ['combined', 'room', 'ear'];

/** The table written a second time, by hand: facts for staff only, and facts for a knocking device. */
const STAFF_ONLY: readonly FactType[] = [
  'safety.confirmed',
  'contraindication.changed',
  'code.recorded',
  'code.undone',
  'command.judged',
  'window.rated',
  'window.voided',
  'note.written',
  'observer.blinded',
];
/** Facts that are read over HTTP only. */
const OF_A_REVIEW: readonly FactType[] = [
  'reviewer.arrived',
  'review.opened',
  'code.corrected',
  'code.added',
  'utterance.written',
  'speech.found',
  'speech.transcribed',
  'second-coding.started',
  'second-coding.coded',
  'second-coding.undone',
  'second-coding.finished',
  'second-coding.imported',
  'comment.written',
  'bookmark.set',
  'remark.removed',
  'fidelity.rated',
  'session.signed-off',
  'sign-off.withdrawn',
  'session.exported',
];
const REVEALING_NO_CODE: readonly FactType[] = [
  'reviewer.arrived',
  'review.opened',
  'speech.found',
  'second-coding.started',
  'second-coding.finished',
  'remark.removed',
  'session.signed-off',
  'sign-off.withdrawn',
  'session.exported',
];
const FOR_ONE_WHO_KNOCKS: readonly FactType[] = [
  // Facts about the lead coach only.
  'participant.joined',
  'participant.left',
  'session.opened',
  'waiting.opened',
  'check-in.started',
  'coding.started',
  'coding.paused',
  'coding.resumed',
  'coding.finished',
  'coaching.started',
  'feedback.started',
  'session.closed',
  'caregiver.chosen',
  'lead.changed',
  'recording.started',
  'recording.stopped',
  'recording.prevented',
  'recording.possible',
];

const fact = (draft: FactDraft) => Fact.parse({ ...draft, seq: 1, at: 1 });
const NO_REVIEW = { review: NOT_REVIEWED };
/** Somebody else leads. */
const SCENE: Scene = { codes: [], leads: [{ lead: OTHER, since: 0 }], program: PROGRAM };
const viewer = (part: Part, blind = false) => ({ participantId: ME, part, blind });
const seenBy = (part: Part, draft: FactDraft, scene = SCENE) => maySee(viewer(part), fact(draft), scene);
const ENTRY: CodeEntry = {
  codeId,
  code: 'LP',
  caregiverId,
  coder: OTHER,
  byLead: false,
  heardAt: 1,
  pressedAt: 1,
  undone: false,
  candidates: undefined,
  mode: undefined,
  effective: true,
  ...UNREVIEWED,
};

describe('who may know which fact', () => {
  test.for(Object.values(DRAFTS).map((draft) => [draft.type, draft] as const))('[AUD4] %s', ([type, draft]) => {
    const seen = PARTS.filter((part) => seenBy(part, draft));
    if (OF_A_REVIEW.includes(type)) {
      expect(seen).toEqual([]);
      return;
    }
    const family = STAFF_ONLY.includes(type) ? [] : FAMILY;
    const knocking = FOR_ONE_WHO_KNOCKS.includes(type) ? ['knocking'] : [];
    expect(seen.toSorted()).toEqual(['lead', 'observer', ...family, ...knocking].toSorted());
  });

  test('[AUD4] a family is never told of a supervisor’s voice', () => {
    for (const part of [...FAMILY, 'knocking'] as const) {
      expect(seenBy(part, { ...DRAFTS['voice.opened'], track: 'supervisor-voice' })).toBe(false);
      expect(seenBy(part, { ...DRAFTS['voice.closed'], track: 'supervisor-voice' })).toBe(false);
    }
  });

  test('[AUD4] a knocking device knows of itself, and that it was let in', () => {
    for (const type of ['participant.joined', 'device.admitted', 'device.turned-away'] as const) {
      expect(seenBy('knocking', { ...DRAFTS[type], participantId: ME })).toBe(true);
    }
  });

  test('[AUD4, PER6] a knocking device knows whether somebody is here to let it in, and no name', () => {
    const anyOther = { participantId: ParticipantId.parse('another') } as const;
    for (const type of ['participant.joined', 'participant.left'] as const) {
      expect(seenBy('knocking', DRAFTS[type])).toBe(true);
      expect(seenBy('knocking', { ...DRAFTS[type], ...anyOther })).toBe(false);
    }
    const facts = [fact(DRAFTS['participant.joined'])];
    expect(JSON.stringify(factsFor(viewer('knocking'), facts, SCENE))).not.toContain('Ada');
    for (const type of ['sounding.changed', 'capture.changed', 'ear-check.finished'] as const) {
      expect(seenBy('knocking', DRAFTS[type])).toBe(false);
    }
  });

  test('[AUD4] why the clinic paused, or overrode an ear check, stays with the clinic', () => {
    const facts = [fact(DRAFTS['coding.paused']), fact(DRAFTS['ear-check.overridden'])];
    const told = JSON.stringify(factsFor(viewer('combined'), facts, SCENE));
    expect(told).not.toMatch(/grandmother|wired/);
    expect(JSON.stringify(factsFor(viewer('observer'), facts, SCENE))).toMatch(/grandmother.*wired/);
  });

  test('[AUD5] codes of the coach reach observers and their coder, and never the lead coach', () => {
    const coached = { ...DRAFTS['code.recorded'], code: 'ZZZ' } as const;
    expect(PARTS.filter((part) => seenBy(part, coached))).toEqual(['observer']);
    expect(seenBy('lead', { ...coached, by: ME })).toBe(true);
  });

  test('[AUD5] an observer’s codes of the parent never reach the lead coach, nor that one was undone or judged', () => {
    const observers = { ...SCENE, codes: [ENTRY], leads: [{ lead: ME, since: 0 }] };
    for (const type of ['code.recorded', 'code.undone', 'command.judged'] as const) {
      expect(seenBy('lead', DRAFTS[type], observers)).toBe(false);
      expect(seenBy('observer', DRAFTS[type], observers)).toBe(true);
    }
  });

  test('[AUD5] a new lead coach gets the codes of the previous one', () => {
    const before = { ...SCENE, codes: [{ ...ENTRY, byLead: true }], leads: [...SCENE.leads, { lead: ME, since: 5 }] };
    for (const type of ['code.recorded', 'code.undone', 'command.judged'] as const) {
      expect(seenBy('lead', DRAFTS[type], before)).toBe(true);
    }
  });

  test.for(['gate', 'coding'] as const)(
    '[REV1] a reviewer at “%s” learns only what reveals no code, and everything of their own',
    (sight) => {
      const ofReview = (by: ParticipantId) =>
        OF_A_REVIEW.flatMap((type) => factsForReview(ME, sight, [fact({ ...DRAFTS[type], by })], NO_REVIEW));
      expect(ofReview(OTHER).map(({ type }) => type)).toEqual(REVEALING_NO_CODE);
      expect(ofReview(ME).map(({ type }) => type)).toEqual(OF_A_REVIEW);
    },
  );

  test('[REV2] an observer who codes blind sees no code, rating or note but their own', () => {
    const hidden = ['code.recorded', 'code.undone', 'command.judged', 'window.rated', 'note.written'] as const;
    for (const draft of Object.values(DRAFTS)) {
      const isHidden = hidden.some((type) => type === draft.type);
      expect(maySee(viewer('observer', true), fact(draft), SCENE)).toBe(seenBy('observer', draft) && !isHidden);
    }
    for (const type of hidden) {
      expect(maySee(viewer('observer', true), fact({ ...DRAFTS[type], by: ME }), SCENE)).toBe(true);
    }
  });
});
