import { describe, expect, test } from 'vitest';
import { aRunningSession, HOME, MARIA, startSocketServer } from './socketServer.builder.ts';

describe('an ear check over the wire', () => {
  test('[EAR1] the whisper’s way opens only when the caregiver heard the tone and the room did not', async () => {
    const server = await startSocketServer();
    const { record, noor, home } = await aRunningSession(server);
    const run = async (toneAboveRoomDb: number, heardByCaregiver: boolean) => {
      const started = await home.ask('ear-check:start', {});
      if (!started.ok) throw new Error(started.error.message);
      const { checkId } = started.value;
      await home.ask('ear-check:listened', { checkId, toneAboveRoomDb });
      return home.ask('ear-check:confirm', { checkId, heardByCaregiver });
    };
    expect(await run(30, true)).toMatchObject({ ok: true, value: { passed: false, leak: 'heard' } });
    expect(await run(1, false)).toMatchObject({ ok: true, value: { passed: false } });
    expect(await run(1, true)).toMatchObject({ ok: true, value: { passed: true, leak: 'none' } });
    expect(home.heard('ear-check:listen')).toHaveLength(3);
    expect(noor.heard('ear-check:listen')).toHaveLength(0);
    expect((await server.rooms.stateOf(record.sessionId))?.participants[HOME]?.earCheck).toEqual({ is: 'passed' });
  });

  test.for([
    ['earphones', 'ear-check:devices-changed', {}],
    ['wearer', 'device:set-wearer', { participantId: HOME, caregiverId: MARIA }],
  ] as const)('[EAR1] an ear check ends when its %s changed while it ran', async ([, change, input]) => {
    const server = await startSocketServer();
    const { record, home } = await aRunningSession(server);
    const started = await home.ask('ear-check:start', {});
    if (!started.ok) throw new Error(started.error.message);
    const { checkId } = started.value;
    await home.ask('ear-check:listened', { checkId, toneAboveRoomDb: 1 });
    expect(await home.ask(change, input)).toMatchObject({ ok: true });

    const answer = await home.ask('ear-check:confirm', { checkId, heardByCaregiver: true });
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect((await server.rooms.stateOf(record.sessionId))?.participants[HOME]?.earCheck).toEqual({ is: 'needed' });
  });
});
