import { describe, expect, onTestFinished, test } from 'vitest';
import { randomUUID } from 'node:crypto';
import { ConsumerId, ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import { createFakeMediaServer } from './testing/fakeMediaServer.ts';
import { openLoopback } from './loopback.ts';
import { opusParameters, vp8Parameters } from './rtpSamples.ts';

const ME = ParticipantId.parse('me');
const NOTHING = { codecs: [], headerExtensions: [] };

async function aLoopback() {
  const server = createFakeMediaServer();
  onTestFinished(() => server.close());
  const sessionId = SessionId.parse(randomUUID());
  const told: { to: ParticipantId; notice: string; payload: unknown }[] = [];
  const answers = openLoopback(await server.openRoom(sessionId), ME, {
    notify: (to, notice, payload) => told.push({ to, notice, payload }),
    report: () => undefined,
  });
  const open = async (direction: 'send' | 'receive') => {
    const opened = await answers['media:open-transport']({ plane: 'room', direction });
    if (!opened.ok) throw new Error(opened.error.message);
    return opened.value.transportId;
  };
  return { server, sessionId, answers, told, open };
}

describe('[AUD1] a device check', () => {
  test('returns what a person sends to them only, in either order of sending and receiving', async () => {
    for (const listensFirst of [true, false]) {
      const { answers, told, open, server, sessionId } = await aLoopback();
      const [sending] = [await open('send'), await open('receive')];
      const listen = () => answers['media:listen']({ plane: 'room', rtpCapabilities: NOTHING });
      if (listensFirst) await listen();
      await answers['media:produce']({ transportId: sending, source: 'camera', rtpParameters: vp8Parameters() });
      if (!listensFirst) await listen();
      expect(told).toMatchObject([{ to: ME, notice: 'media:consume', payload: { track: 'room-video', from: ME } }]);
      expect(server.connected(sessionId)).toEqual([{ from: ME, source: 'camera', to: ME }]);
    }
  });

  test('does not accept sound declared as a picture, and resumes only its own consumers', async () => {
    const { answers, open } = await aLoopback();
    const transportId = await open('send');
    const asCamera = { transportId, source: 'camera', rtpParameters: opusParameters() } as const;
    expect(await answers['media:produce'](asCamera)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    const other = { consumerId: ConsumerId.parse('another') };
    expect(await answers['media:resume'](other)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
