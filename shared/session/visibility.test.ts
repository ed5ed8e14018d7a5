import { describe, expect, test } from 'vitest';
import { PARTS, type Part } from '#shared/domain/people.ts';
import { PCIT } from '#shared/domain/programmes/pcit.ts';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import { Fact, type FactDraft, type FactType } from '#shared/protocol/facts.ts';
import { CaregiverId, CodeId, NoteId, ParticipantId, PromptId, SessionId, WindowId } from '#shared/protocol/ids.ts';
import { factsFor, maySee } from './visibility.ts';

/** With one code that tells of the coach. */
const PROGRAMME: Programme = {
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
const about = { by: OTHER, participantId: OTHER } as const;

/** One of each kind of fact, about somebody else. */
const DRAFTS: { readonly [T in FactType]: Extract<FactDraft, { type: T }> } = {
  'session.opened': {
    type: 'session.opened',
    by: 'server',
    sessionId: SessionId.parse(ID),
    startedAt: '2026-11-21T10:00:00.000Z',
    programme: 'pcit',
    programmeVersion: 'pcit-2011',
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
  'waiting.opened': { by: OTHER, type: 'waiting.opened' },
  'check-in.started': { by: OTHER, type: 'check-in.started' },
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
  'prompt.delivered': { ...about, type: 'prompt.delivered', promptId, outcome: 'shown' },
  'note.written': { by: OTHER, type: 'note.written', noteId: NoteId.parse(ID), text: 'tired today' },
};

const FAMILY: readonly Part[] = ['combined', 'room', 'ear'];

/** The table written a second time, by hand: what staff alone may know, and what one who knocks may. */
const STAFF_ONLY: readonly FactType[] = [
  'code.recorded',
  'code.undone',
  'command.judged',
  'window.rated',
  'window.voided',
  'note.written',
];
const FOR_ONE_WHO_KNOCKS: readonly FactType[] = [
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
];

const fact = (draft: FactDraft) => Fact.parse({ ...draft, seq: 1, at: 1 });
const seenBy = (part: Part, draft: FactDraft) => maySee({ participantId: ME, part }, fact(draft), PROGRAMME);

describe('who may know which fact', () => {
  test.for(Object.values(DRAFTS).map((draft) => [draft.type, draft] as const))('[AUD4] %s', ([type, draft]) => {
    const seen = PARTS.filter((part) => seenBy(part, draft));
    const family = STAFF_ONLY.includes(type) ? [] : FAMILY;
    const knocking = FOR_ONE_WHO_KNOCKS.includes(type) ? ['knocking'] : [];
    expect(seen.toSorted()).toEqual(['lead', 'observer', ...family, ...knocking].toSorted());
  });

  test('[AUD4] a supervisor’s voice is nothing that a family hears of', () => {
    for (const part of [...FAMILY, 'knocking'] as const) {
      expect(seenBy(part, { ...DRAFTS['voice.opened'], track: 'supervisor-voice' })).toBe(false);
      expect(seenBy(part, { ...DRAFTS['voice.closed'], track: 'supervisor-voice' })).toBe(false);
    }
  });

  test('[AUD4] one who knocks knows of itself, and that it was let in', () => {
    for (const type of ['participant.joined', 'device.admitted', 'device.turned-away'] as const) {
      expect(seenBy('knocking', { ...DRAFTS[type], participantId: ME })).toBe(true);
    }
  });

  test('[AUD4] why the clinic paused, or overrode an ear check, stays with the clinic', () => {
    const facts = [fact(DRAFTS['coding.paused']), fact(DRAFTS['ear-check.overridden'])];
    const told = JSON.stringify(factsFor({ participantId: ME, part: 'combined' }, facts, PROGRAMME));
    expect(told).not.toMatch(/grandmother|wired/);
    expect(JSON.stringify(factsFor({ participantId: ME, part: 'observer' }, facts, PROGRAMME))).toMatch(
      /grandmother.*wired/,
    );
  });

  test('[AUD5] what somebody codes of the coach reaches observers and themselves, and never the lead coach', () => {
    const coached = { ...DRAFTS['code.recorded'], code: 'ZZZ' } as const;
    expect(PARTS.filter((part) => seenBy(part, coached))).toEqual(['observer']);
    expect(seenBy('lead', { ...coached, by: ME })).toBe(true);
  });
});
