import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SOURCES } from '#shared/domain/audience.ts';
import { openVoices, wantedFlows } from '#shared/domain/flows.ts';
import { PARTS, type Part } from '#shared/domain/people.ts';
import { PHASES } from '#shared/domain/phase.ts';
import { planeOf } from '#shared/protocol/media.ts';
import { createFakeMediaServer } from './testing/fakeMediaServer.ts';
import { aPerson, aSessionOn } from './testing/mediaHarness.ts';
import type { SessionMediaView } from './mediaPorts.ts';

const PLANES = ['room', 'voice'] as const;

/** Each person's usual part, so that most steps affect something that flows. */
const USUAL_PARTS = { ann: 'lead', ben: 'observer', cam: 'combined', dee: 'ear', eve: 'room' } as const;
const IDS = Object.keys(USUAL_PARTS);

const mostly = <T>(usual: T, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });

const anyView: fc.Arbitrary<SessionMediaView> = fc.record({
  phase: fc.oneof(
    fc.constantFrom('coaching' as const, 'check-in' as const, 'coding' as const),
    fc.constantFrom(...PHASES),
  ),
  people: fc.tuple(
    ...Object.entries(USUAL_PARTS).map(([id, usualPart]) =>
      fc
        .record({
          part: mostly<Part>(usualPart, fc.constantFrom(...PARTS)),
          present: mostly(true, fc.boolean()),
          wearerInPlay: mostly(true, fc.boolean()),
          earChecked: mostly(true, fc.boolean()),
          voiceOpen: mostly(true, fc.boolean()),
        })
        .map((change) => aPerson(id, change)),
    ),
  ),
});

const id = fc.constantFrom(...IDS);
const plane = fc.constantFrom(...PLANES);
const anyStep = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('sync' as const), view: anyView }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('listen' as const), id, plane }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('publish' as const), id, source: fc.constantFrom(...SOURCES) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('resume' as const), id }) },
  { weight: 16, arbitrary: fc.record({ do: fc.constant('answer' as const), fails: fc.integer({ min: 0, max: 19 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('stop' as const), id, source: fc.constantFrom(...SOURCES) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drop' as const), id }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lose worker' as const), plane }) },
);
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

/** A session whose media server answers only when it is told to. */
async function aSlowSession() {
  const waiting: { answer: () => void; fail: (error: Error) => void }[] = [];
  const server = createFakeMediaServer(() => new Promise((answer, fail) => waiting.push({ answer, fail })));
  const session = await aSessionOn(server);
  let view: SessionMediaView = { phase: 'closed', people: [] };

  const refused = () => undefined; // a client whose request failed asks again later
  function take(step: Step): void {
    switch (step.do) {
      case 'sync':
        view = step.view;
        void session.media.sync(view);
        break;
      case 'listen':
        session.clientOf(step.id).listen(step.plane).catch(refused);
        break;
      case 'publish':
        session.clientOf(step.id).publish(step.source).catch(refused);
        break;
      case 'resume':
        session.clientOf(step.id).resumeAll().catch(refused);
        break;
      case 'answer':
        if (step.fails === 0) waiting.shift()?.fail(new Error('the worker does not answer'));
        else waiting.shift()?.answer();
        break;
      case 'stop':
        void session.clientOf(step.id).answers['media:stop-producing']({ source: step.source });
        break;
      case 'drop':
        session.clientOf(step.id).drop();
        break;
      case 'lose worker':
        server.loseWorker(step.plane);
    }
  }

  /** Everybody sends all they may and listens to everything, before the random steps. */
  async function begin(first: SessionMediaView) {
    take({ do: 'sync', view: first });
    for (const id of IDS) {
      for (const source of SOURCES) take({ do: 'publish', id, source });
      for (const plane of PLANES) take({ do: 'listen', id, plane });
    }
    await settle();
    for (const id of IDS) take({ do: 'resume', id });
    await breathe();
  }

  async function settle() {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      for (; waiting.length > 0; await breathe()) waiting.shift()?.answer();
      void session.media.sync(view);
      await breathe();
    }
  }

  /** Sound or picture that flows at this moment but should not. */
  function forbidden() {
    const voices = openVoices(view);
    return server.heard(session.sessionId).filter(({ from, source, to }) => {
      const allowed = wantedFlows(view, [{ from, source }]).some((flow) => flow.to === to);
      return !allowed || (source === 'voice' && !voices.has(from));
    });
  }

  const connected = () => server.connected(session.sessionId).map(({ from, source, to }) => `${from} ${source} ${to}`);
  const told = () =>
    [...session.told.values()].map(({ from, track, plane, to }) => {
      const source = SOURCES.find((one) =>
        wantedFlows(view, [{ from, source: one }]).some((flow) => flow.track === track),
      );
      return source && planeOf(source) === plane ? `${from} ${source} ${to}` : `${from} ${track} ${to} is not allowed`;
    });
  return { take, begin, settle, forbidden, connected, told };
}

/** Lets every promise settle that can. */
const breathe = () => new Promise((resolve) => setImmediate(resolve));

test('[AUD1] in every order of events, what flows is allowed at every moment, and at the end clients know all of it', async () => {
  await fc.assert(
    fc.asyncProperty(anyView, fc.array(anyStep, { minLength: 5, maxLength: 80, size: 'max' }), async (first, steps) => {
      const session = await aSlowSession();
      await session.begin(first);
      for (const step of steps) {
        session.take(step);
        expect(session.forbidden()).toEqual([]);
        await breathe();
        expect(session.forbidden()).toEqual([]);
      }
      await session.settle();
      expect(session.forbidden()).toEqual([]);
      expect(session.told().toSorted()).toEqual(session.connected().toSorted());
    }),
    { numRuns: 200 },
  );
});
