import { describe, expect, test } from 'vitest';
import { checkMedia, type CheckMediaParts } from './checkMedia.ts';
import { findingOf } from './mediaFinding.ts';

type Way = {
  readonly roundTripS?: number;
  readonly lost?: number;
  readonly silent?: boolean;
  readonly onlySound?: boolean;
};

/** A media server that returns what is sent to it after a number of looks. */
function aWayBack(afterLooks: number, { roundTripS = 0.04, lost = 0, silent = false, onlySound = false }: Way = {}) {
  let looks = 0;
  const published: string[] = [];
  const inbound = (kind: 'audio' | 'video') => {
    const flows = looks >= afterLooks && !silent ? looks : 0;
    const counted = { framesDecoded: flows * 8, totalSamplesReceived: looks * 12_000 };
    const concealedSamples = flows === 0 ? looks * 12_000 : 0;
    return {
      type: 'inbound-rtp',
      kind,
      packetsReceived: flows * 100,
      packetsLost: flows * lost,
      ...counted,
      concealedSamples,
    };
  };
  const pair = { type: 'candidate-pair', state: 'succeeded', nominated: true, currentRoundTripTime: roundTripS };
  const report = (kind: 'audio' | 'video') =>
    new Map<string, unknown>([
      ['in', inbound(kind)],
      ['pair', pair],
    ]);
  const heard = (track: string, kind: 'audio' | 'video') => ({ track, kind, stats: async () => report(kind) });
  const all = [heard('room-video', 'video'), heard('room-audio', 'audio'), heard('coach-voice', 'audio')];
  const media = {
    restart: () => new Promise<void>(() => undefined),
    publish: async (source: string) => void published.push(source),
    setVoiceEnabled: () => undefined,
    getSnapshot: () => (looks < afterLooks ? [] : all.filter(({ kind }) => kind === 'audio' || !onlySound)),
    stats: async () => [report('audio')],
  } as unknown as CheckMediaParts['media'];
  let waited = 0;
  const wait = async (ms: number) => {
    looks += 1;
    waited += ms;
  };
  return { media, wait, published, waited: () => waited };
}

const [camera, sound] = [{ id: 'camera' } as MediaStreamTrack, { id: 'sound' } as MediaStreamTrack];
const sent = { camera, 'room-microphone': sound, voice: sound };
const check = (way: ReturnType<typeof aWayBack>, connected = true) =>
  checkMedia({ media: way.media, wait: way.wait, sent, connected: Promise.resolve(connected) });

describe('a check of the connection', () => {
  test('says that it is good only once picture and sound of both ways came back and were decoded', async () => {
    const way = aWayBack(6);
    expect(await check(way)).toBe('good');
    expect(way.published).toEqual(['camera', 'room-microphone', 'voice']);
  });

  test.for([
    ['nothing comes back: the announced address is wrong', aWayBack(1_000)],
    ['what comes back is silence that was made up: the media server stands still', aWayBack(2, { silent: true })],
    ['only the sound comes back', aWayBack(2, { onlySound: true })],
  ] as const)('is never good, and ends in time, where %s', async ([, way]) => {
    expect(await check(way)).toBe('blocked');
    expect(way.waited()).toBeLessThanOrEqual(10_000);
  });

  test('says that there is no connection where the server does not answer', async () => {
    expect(await check(aWayBack(1), false)).toBe('none');
  });

  test.for([
    [{ roundTripMs: 150, lossPercent: 2 }, 'good'],
    [{ roundTripMs: 151, lossPercent: 0 }, 'fair'],
    [{ roundTripMs: 10, lossPercent: 2.1 }, 'fair'],
    [{ roundTripMs: 351, lossPercent: 0 }, 'poor'],
    [{ roundTripMs: 10, lossPercent: 6.1 }, 'poor'],
    [{ roundTripMs: null, lossPercent: null }, 'good'],
  ] as const)('%j is %s', ([quality, finding]) => {
    expect(findingOf(quality)).toBe(finding);
  });
});
