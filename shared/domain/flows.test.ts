import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayHear, SOURCES, trackOf } from './audience.ts';
import { openVoices, wantedFlows, type MediaPerson, type MediaView, type Sending } from './flows.ts';
import { PARTS } from './people.ts';
import { PHASES } from './phase.ts';

const anyPerson = (participantId: string): fc.Arbitrary<MediaPerson> =>
  fc.record({
    participantId: fc.constant(participantId),
    part: fc.constantFrom(...PARTS),
    present: fc.boolean(),
    wearerInPlay: fc.boolean(),
    earChecked: fc.boolean(),
    voiceOpen: fc.boolean(),
  });

const anyView: fc.Arbitrary<MediaView> = fc.record({
  phase: fc.constantFrom(...PHASES),
  people: fc.tuple(...['ann', 'ben', 'cam', 'dee', 'eve'].map(anyPerson)),
});

const anySendings: fc.Arbitrary<Sending[]> = fc.uniqueArray(
  fc.record({ from: fc.constantFrom('ann', 'ben', 'cam', 'dee', 'stranger'), source: fc.constantFrom(...SOURCES) }),
  { selector: ({ from, source }) => `${from} ${source}` },
);

const person = (participantId: string, change: Partial<MediaPerson>): MediaPerson => ({
  participantId,
  part: 'observer',
  present: true,
  wearerInPlay: true,
  earChecked: true,
  voiceOpen: false,
  ...change,
});

function forAll(claim: (flows: ReturnType<typeof wantedFlows>, view: MediaView, sendings: Sending[]) => void) {
  fc.assert(fc.property(anyView, anySendings, (view, sendings) => claim(wantedFlows(view, sendings), view, sendings)));
}

const byId = (view: MediaView, id: string) => view.people.find(({ participantId }) => participantId === id)!;

describe('wanted flows', () => {
  test('[AUD1] every flow that the table allows exists, and no other', () => {
    forAll((flows, view, sendings) => {
      const present = view.people.filter((one) => one.present);
      const allowed = sendings.flatMap(({ from, source }) =>
        present
          .filter(({ participantId }) => participantId === from)
          .flatMap((sender) => trackOf(source, sender.part) ?? [])
          .flatMap((track) => present.filter((one) => one.participantId !== from && mayHear(track, one, view.phase)))
          .map(({ participantId }) => `${from} ${source} ${participantId}`),
      );
      expect(flows.map(({ from, source, to }) => `${from} ${source} ${to}`).toSorted()).toEqual(allowed.toSorted());
    });
  });

  test('[AUD1] the room device never gets any sound', () => {
    forAll((flows, view) => {
      const toRoom = flows.filter(({ to }) => byId(view, to).part === 'room');
      expect(toRoom.every(({ source, track }) => source === 'camera' && track === 'coach-camera')).toBe(true);
    });
  });

  test('[AUD3] while coding, nobody gets the coach’s voice and no family device gets anything', () => {
    forAll((flows, view) => {
      if (view.phase !== 'coding') return;
      expect(flows.filter(({ track }) => track === 'coach-voice')).toEqual([]);
      expect(flows.filter(({ to }) => !['lead', 'observer'].includes(byId(view, to).part))).toEqual([]);
    });
  });

  test('[AUD1] a whisper reaches only observers and the checked ear of the caregiver in play', () => {
    forAll((flows, view) => {
      if (view.phase !== 'coaching') return;
      for (const { to } of flows.filter(({ track }) => track === 'coach-voice')) {
        const { part, wearerInPlay, earChecked } = byId(view, to);
        expect(part === 'observer' || ((part === 'ear' || part === 'combined') && wearerInPlay && earChecked)).toBe(
          true,
        );
      }
    });
  });

  test('[AUD1] a supervisor’s voice reaches only the lead coach', () => {
    forAll((flows, view) => {
      const toOthers = flows.filter(({ track, to }) => track === 'supervisor-voice' && byId(view, to).part !== 'lead');
      expect(toOthers).toEqual([]);
    });
  });

  test('nobody hears themselves, and a person who is away neither sends nor hears', () => {
    forAll((flows, view) => {
      for (const { from, to } of flows) {
        expect(from).not.toBe(to);
        expect(byId(view, from).present && byId(view, to).present).toBe(true);
      }
    });
  });

  test('the lead coach sees a waiting device only once it is let in', () => {
    const lead = person('lead', { part: 'lead' });
    const sending: Sending[] = [{ from: 'tablet', source: 'camera' }];
    const flowsOf = (part: MediaPerson['part']) =>
      wantedFlows({ phase: 'waiting', people: [lead, person('tablet', { part })] }, sending);
    expect(flowsOf('knocking')).toEqual([]);
    expect(flowsOf('room')).toEqual([{ from: 'tablet', source: 'camera', track: 'room-video', to: 'lead' }]);
  });
});

describe('open voices', () => {
  const voices = (phase: MediaView['phase'], change: Partial<MediaPerson>) => [
    ...openVoices({ phase, people: [person('one', { voiceOpen: true, ...change })] }),
  ];

  test('[AUD3] the lead coach is silent while coding even if the log says open; a supervisor is not', () => {
    expect(voices('coding', { part: 'lead' })).toEqual([]);
    expect(voices('coaching', { part: 'lead' })).toEqual(['one']);
    expect(voices('coding', { part: 'observer' })).toEqual(['one']);
  });

  test('a person who is away, has not opened their voice, or is family has no open voice', () => {
    expect(voices('coaching', { part: 'lead', present: false })).toEqual([]);
    expect(voices('coaching', { part: 'lead', voiceOpen: false })).toEqual([]);
    expect(voices('check-in', { part: 'combined' })).toEqual([]);
  });
});
