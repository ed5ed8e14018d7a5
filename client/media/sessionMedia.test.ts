import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { ConsumerId } from '#shared/protocol/ids.ts';
import { aTrack, createFakeSfu } from './testing/fakeSfu.ts';
import { openSessionMedia } from './sessionMedia.ts';

async function aStartedClient() {
  const sfu = createFakeSfu();
  const media = openSessionMedia(sfu.link, sfu.makeDevice);
  onTestFinished(() => media.close());
  await media.restart();
  const heard = () => media.getSnapshot().map(({ track }) => track);
  const sent = () => sfu.transports.filter(({ direction, closed }) => direction === 'send' && !closed);
  return { ...sfu, media, heard, sent };
}

const idOf = (id: string) => ({ consumerId: ConsumerId.parse(id) });

describe('listening', () => {
  test('begins on both planes, and opens nothing to send over', async () => {
    const { asked, sent } = await aStartedClient();
    expect(asked).toEqual(expect.arrayContaining(['media:listen room', 'media:listen voice']));
    expect(sent()).toEqual([]);
  });

  test('permitted tracks are shown and resumed; tracks that are no longer permitted are removed', async () => {
    const { media, allow, tell, heard, asked } = await aStartedClient();
    const changed = vi.fn();
    media.subscribe(changed);
    allow('c1', 'coach-voice', 'voice');
    await vi.waitFor(() => expect(heard()).toEqual(['coach-voice']));
    expect(asked).toContain('media:resume c1');
    tell('media:unconsume', idOf('c1'));
    expect(heard()).toEqual([]);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  test('a track that is closed while it is being set up never shows', async () => {
    const { allow, tell, heard, asked } = await aStartedClient();
    allow('c1', 'coach-voice', 'voice');
    tell('media:unconsume', idOf('c1'));
    allow('c2', 'supervisor-voice', 'voice');
    await vi.waitFor(() => expect(heard()).toEqual(['supervisor-voice']));
    expect(asked).not.toContain('media:resume c1');
  });

  test('a track for a transport that was given up is ignored', async () => {
    const { media, allow, heard, receivingOn } = await aStartedClient();
    const former = receivingOn('voice');
    await media.restart();
    allow('c1', 'coach-voice', 'voice', former);
    allow('c2', 'supervisor-voice', 'voice');
    await vi.waitFor(() => expect(heard()).toEqual(['supervisor-voice']));
  });

  test('the snapshot is the same list until something changes', async () => {
    const { media, tell } = await aStartedClient();
    const before = media.getSnapshot();
    tell('media:unconsume', idOf('unknown'));
    expect(media.getSnapshot()).toBe(before);
  });
});

describe('sending', () => {
  test('sources of one plane share a transport, and a voice has its own', async () => {
    const { media, sent, asked } = await aStartedClient();
    await Promise.all([media.publish('camera', aTrack('video')), media.publish('room-microphone', aTrack('audio'))]);
    expect(sent()).toHaveLength(1);
    await media.publish('voice', aTrack('audio'));
    expect(sent()).toHaveLength(2);
    expect(asked.filter((one) => one.startsWith('media:produce'))).toHaveLength(3);
  });

  test('whether one’s own voice is sent depends only on its own transport', async () => {
    const { media, connectionOf } = await aStartedClient();
    await media.publish('camera', aTrack('video'));
    connectionOf('send', 'connected');
    expect(media.ownVoiceStanding.getSnapshot()).toBe('idle');
    await media.publish('voice', aTrack('audio'));
    expect(media.ownVoiceStanding.getSnapshot()).toBe('starting');
    connectionOf('send', 'connected');
    expect(media.ownVoiceStanding.getSnapshot()).toBe('connected');
    connectionOf('send', 'disconnected');
    expect(media.ownVoiceStanding.getSnapshot()).toBe('mending');
    media.close();
    expect(media.ownVoiceStanding.getSnapshot()).toBe('idle');
  });

  test('publishing again replaces the track without a new producer', async () => {
    const { media, asked } = await aStartedClient();
    await media.publish('camera', aTrack('video'));
    await media.publish('camera', aTrack('video'));
    expect(asked.filter((one) => one.startsWith('media:produce'))).toHaveLength(1);
    await media.unpublish('camera');
    expect(asked).toContain('media:stop-producing camera');
  });

  test('a voice carries silence until enabled, and the captured track still drives its meter', async () => {
    const { media } = await aStartedClient();
    const captured = aTrack('audio');
    const copy = aTrack('audio');
    vi.spyOn(captured, 'clone').mockReturnValue(copy);
    await media.publish('voice', captured);
    expect([captured.enabled, copy.enabled]).toEqual([true, false]);
    media.setVoiceEnabled(true);
    expect(copy.enabled).toBe(true);
    await media.restart();
    expect([captured.enabled, copy.enabled]).toEqual([true, false]);
    await media.unpublish('voice');
    expect([captured.readyState, copy.readyState]).toEqual(['live', 'ended']);
  });
});

describe('restarting', () => {
  test('drops everything, then listens and sends again', async () => {
    const { media, allow, heard, asked } = await aStartedClient();
    await media.publish('camera', aTrack('video'));
    allow('c1', 'coach-voice', 'voice');
    await vi.waitFor(() => expect(heard()).toEqual(['coach-voice']));
    asked.length = 0;
    await media.restart();
    expect(heard()).toEqual([]);
    expect(asked.filter((one) => /listen|produce/.test(one)).map((one) => one.split(' ')[0])).toEqual(
      expect.arrayContaining(['media:listen', 'media:listen', 'media:produce']),
    );
  });

  test('of one plane after its worker died leaves the other alone', async () => {
    const { media, allow, heard, tell, asked } = await aStartedClient();
    await media.publish('voice', aTrack('audio'));
    media.setVoiceEnabled(true);
    allow('c1', 'room-video', 'room');
    allow('c2', 'supervisor-voice', 'voice');
    await vi.waitFor(() => expect(heard().toSorted()).toEqual(['room-video', 'supervisor-voice']));
    asked.length = 0;
    tell('media:reset', { plane: 'voice' });
    expect(heard()).toEqual(['room-video']);
    await vi.waitFor(() => expect(asked.some((one) => one.startsWith('media:produce'))).toBe(true));
    expect(asked.filter((one) => one.includes('room'))).toEqual([]);
  });

  test('after closing nothing is open, and closing again is safe', async () => {
    const { media, transports } = await aStartedClient();
    await media.publish('camera', aTrack('video'));
    media.close();
    media.close();
    expect(transports.every(({ closed }) => closed)).toBe(true);
  });
});

describe('a connection that fails', () => {
  const inFakeTime = () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
  };

  test('for longer than a second gets ICE restarted', async () => {
    inFakeTime();
    const { connectionOf, asked } = await aStartedClient();
    connectionOf('recv', 'disconnected');
    await vi.advanceTimersByTimeAsync(900);
    expect(asked.filter((one) => one.startsWith('media:restart-ice'))).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked.filter((one) => one.startsWith('media:restart-ice'))).toHaveLength(1);
  });

  test('for a moment is left alone', async () => {
    inFakeTime();
    const { connectionOf, asked } = await aStartedClient();
    connectionOf('recv', 'disconnected');
    await vi.advanceTimersByTimeAsync(500);
    connectionOf('recv', 'connected');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked.filter((one) => one.startsWith('media:restart-ice'))).toEqual([]);
  });

  test('for good gets another transport, with what was sent over it', async () => {
    const { media, connectionOf, asked, sent } = await aStartedClient();
    await media.publish('camera', aTrack('video'));
    const [former] = sent();
    connectionOf('send', 'failed');
    await vi.waitFor(() => expect(asked.filter((one) => one.startsWith('media:produce'))).toHaveLength(2));
    expect(former?.closed).toBe(true);
    expect(sent()).toHaveLength(1);
  });

  test('a transport that cannot be opened is tried again', async () => {
    inFakeTime();
    const { media, refuse, answerAgain, asked } = await aStartedClient();
    refuse('media:open-transport');
    await media.restart();
    expect(asked).toContain('failed opening the voice plane to receive: Error: No answer.');
    answerAgain('media:open-transport');
    asked.length = 0;
    await vi.advanceTimersByTimeAsync(2_100);
    expect(asked).toEqual(expect.arrayContaining(['media:listen room', 'media:listen voice']));
  });
});
