import { describe, expect, test } from 'vitest';
import { PARTS, type Part } from '#shared/domain/people.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import { Fact, type FactDraft, type FactType } from '#shared/protocol/facts.ts';
import { ParticipantId } from '#shared/protocol/ids.ts';
import { UNREVIEWED, type CodeEntry } from './sessionState.ts';
import { NOT_REVIEWED } from './review/reviewState.ts';
import { factsForReview } from './review/reviewSight.ts';
import { caregiverId, codeId, EVERY_FACT, OTHER } from './testing/everyFact.ts';
import { factsFor, maySee, type Scene } from './visibility.ts';

/** With one code of the coach. */
const PROGRAM: Program = {
  ...PCIT,
  codes: [
    ...PCIT.codes,
    { code: 'ZZZ', name: '', definition: '', examples: [], stream: 'coach', valence: {}, keys: [], style: 'directive' },
  ],
};

const ME = ParticipantId.parse('me');
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
  test.for(Object.values(EVERY_FACT).map((draft) => [draft.type, draft] as const))('[AUD4] %s', ([type, draft]) => {
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
      expect(seenBy(part, { ...EVERY_FACT['voice.opened'], track: 'supervisor-voice' })).toBe(false);
      expect(seenBy(part, { ...EVERY_FACT['voice.closed'], track: 'supervisor-voice' })).toBe(false);
    }
  });

  test('[AUD4] a knocking device knows of itself, and that it was let in', () => {
    for (const type of ['participant.joined', 'device.admitted', 'device.turned-away'] as const) {
      expect(seenBy('knocking', { ...EVERY_FACT[type], participantId: ME })).toBe(true);
    }
  });

  test('[AUD4, PER6] a knocking device knows whether somebody is here to let it in, and no name', () => {
    const anyOther = { participantId: ParticipantId.parse('another') } as const;
    for (const type of ['participant.joined', 'participant.left'] as const) {
      expect(seenBy('knocking', EVERY_FACT[type])).toBe(true);
      expect(seenBy('knocking', { ...EVERY_FACT[type], ...anyOther })).toBe(false);
    }
    const facts = [fact(EVERY_FACT['participant.joined'])];
    expect(JSON.stringify(factsFor(viewer('knocking'), facts, SCENE))).not.toContain('Ada');
    for (const type of ['sounding.changed', 'capture.changed', 'ear-check.finished'] as const) {
      expect(seenBy('knocking', EVERY_FACT[type])).toBe(false);
    }
  });

  test('[AUD4] why the clinic paused, or overrode an ear check, stays with the clinic', () => {
    const facts = [fact(EVERY_FACT['coding.paused']), fact(EVERY_FACT['ear-check.overridden'])];
    const told = JSON.stringify(factsFor(viewer('combined'), facts, SCENE));
    expect(told).not.toMatch(/grandmother|wired/);
    expect(JSON.stringify(factsFor(viewer('observer'), facts, SCENE))).toMatch(/grandmother.*wired/);
  });

  test('[AUD5] codes of the coach reach observers and their coder, and never the lead coach', () => {
    const coached = { ...EVERY_FACT['code.recorded'], code: 'ZZZ' } as const;
    expect(PARTS.filter((part) => seenBy(part, coached))).toEqual(['observer']);
    expect(seenBy('lead', { ...coached, by: ME })).toBe(true);
  });

  test('[AUD5] an observer’s codes of the parent never reach the lead coach, nor that one was undone or judged', () => {
    const observers = { ...SCENE, codes: [ENTRY], leads: [{ lead: ME, since: 0 }] };
    for (const type of ['code.recorded', 'code.undone', 'command.judged'] as const) {
      expect(seenBy('lead', EVERY_FACT[type], observers)).toBe(false);
      expect(seenBy('observer', EVERY_FACT[type], observers)).toBe(true);
    }
  });

  test('[AUD5] a new lead coach gets the codes of the previous one', () => {
    const before = { ...SCENE, codes: [{ ...ENTRY, byLead: true }], leads: [...SCENE.leads, { lead: ME, since: 5 }] };
    for (const type of ['code.recorded', 'code.undone', 'command.judged'] as const) {
      expect(seenBy('lead', EVERY_FACT[type], before)).toBe(true);
    }
  });

  test.for(['gate', 'coding'] as const)(
    '[REV1] a reviewer at “%s” learns only what reveals no code, and everything of their own',
    (sight) => {
      const ofReview = (by: ParticipantId) =>
        OF_A_REVIEW.flatMap((type) => factsForReview(ME, sight, [fact({ ...EVERY_FACT[type], by })], NO_REVIEW));
      expect(ofReview(OTHER).map(({ type }) => type)).toEqual(REVEALING_NO_CODE);
      expect(ofReview(ME).map(({ type }) => type)).toEqual(OF_A_REVIEW);
    },
  );

  test('[REV2] an observer who codes blind sees no code, rating or note but their own', () => {
    const hidden = ['code.recorded', 'code.undone', 'command.judged', 'window.rated', 'note.written'] as const;
    for (const draft of Object.values(EVERY_FACT)) {
      const isHidden = hidden.some((type) => type === draft.type);
      expect(maySee(viewer('observer', true), fact(draft), SCENE)).toBe(seenBy('observer', draft) && !isHidden);
    }
    for (const type of hidden) {
      expect(maySee(viewer('observer', true), fact({ ...EVERY_FACT[type], by: ME }), SCENE)).toBe(true);
    }
  });
});
