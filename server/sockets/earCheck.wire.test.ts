import { describe, expect, test } from 'vitest';
import { ParticipantId } from '#shared/protocol/ids.ts';
import { WAITS_FOR_MICROPHONES_MS } from '#server/rooms/earCheckRun.ts';
import { realTime, type Time } from '#server/time/time.ts';
import { aRunningSession, connect, HOME, MARIA, PHONE, startSocketServer } from './testing/startSocketServer.ts';

/** A session with a second device whose microphone listens, and an ear check of the first one under way. */
async function aCheckWithTwoMicrophones(time?: Time) {
  const server = await startSocketServer(time && { time });
  const running = await aRunningSession(server);
  const { record, noor, home } = running;
  const phone = await connect(server, record, { id: PHONE, role: 'caregiver', kind: 'room' });
  await noor.ask('device:admit', { participantId: PHONE });
  const started = await home.ask('ear-check:start', {});
  if (!started.ok) throw new Error(started.error.message);
  const { checkId } = started.value;
  const standing = async () => (await server.rooms.stateOf(record.sessionId))?.participants[HOME]?.earCheck;
  const hears = (by: typeof home, toneAboveRoomDb: number | null) =>
    by.ask('ear-check:listened', { checkId, toneAboveRoomDb });
  const confirm = () => home.ask('ear-check:confirm', { checkId, heardByCaregiver: true });
  return { ...running, server, phone, checkId, standing, hears, confirm };
}

/** A clock on which a test ends the microphones' time. */
function aClockThatWaits() {
  const due: (() => void)[] = [];
  const time: Time = {
    ...realTime,
    callAfter(ms, callback) {
      if (ms !== WAITS_FOR_MICROPHONES_MS) return realTime.callAfter(ms, callback);
      due.push(callback);
      return () => undefined;
    },
  };
  return { time, due };
}

describe('an ear check over the wire', () => {
  test('[EAR1] the whisper may sound only if the caregiver heard the tone and the room did not', async () => {
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
  ] as const)('[EAR1] an ear check ends if its %s changed while it ran', async ([, change, input]) => {
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

  test('[EAR1] waits for a microphone that has not answered, and counts a leak that it heard', async () => {
    const { home, phone, standing, hears, confirm } = await aCheckWithTwoMicrophones();
    await hears(home, 0);
    const confirmed = confirm();
    await home.ask('clock:read', {});
    expect(await standing()).toEqual({ is: 'needed' });
    expect(await hears(phone, 30)).toMatchObject({ ok: true });
    expect(await confirmed).toMatchObject({ ok: true, value: { passed: false, leak: 'heard' } });
    expect(await standing()).toMatchObject({ is: 'failed', leak: 'heard' });
  });

  test('[EAR1] passes only if every microphone that was asked listened and did not hear the tone', async () => {
    const { home, phone, standing, hears, confirm } = await aCheckWithTwoMicrophones();
    await hears(home, 0);
    await hears(phone, 1);
    expect(await confirm()).toMatchObject({ ok: true, value: { passed: true, leak: 'none' } });
    expect(await standing()).toEqual({ is: 'passed' });
  });

  test('[EAR1] a microphone that cannot listen blocks the whisper until the lead coach overrides it', async () => {
    const { noor, home, phone, standing, hears, confirm } = await aCheckWithTwoMicrophones();
    await hears(home, 0);
    await hears(phone, null);
    expect(await confirm()).toMatchObject({ ok: true, value: { passed: false, leak: 'not-measured' } });
    await noor.ask('ear-check:override', { participantId: HOME, reason: 'wired earphones' });
    expect(await standing()).toMatchObject({ is: 'overridden' });
  });

  test('[EAR1] one that never answers blocks the whisper, and one that reports a leak late cancels an override', async () => {
    const { time, due } = aClockThatWaits();
    const { noor, home, phone, standing, hears, confirm } = await aCheckWithTwoMicrophones(time);
    await hears(home, 0);
    const confirmed = confirm();
    await expect.poll(() => due).toHaveLength(1);
    due[0]?.();
    expect(await confirmed).toMatchObject({ ok: true, value: { passed: false, leak: 'not-measured' } });
    await noor.ask('ear-check:override', { participantId: HOME, reason: 'wired earphones' });
    await hears(phone, 30);
    expect(await standing()).toMatchObject({ is: 'failed', leak: 'heard' });
  });

  test('[EAR1] a leak that is reported late voids a pass', async () => {
    const { home, phone, standing, hears, confirm } = await aCheckWithTwoMicrophones();
    await hears(home, 0);
    await hears(phone, 0);
    expect(await confirm()).toMatchObject({ ok: true, value: { passed: true } });
    expect(await hears(phone, 30)).toMatchObject({ ok: true });
    expect(await standing()).toMatchObject({ is: 'failed', leak: 'heard' });
  });

  test('[EAR1] a check whose earphones change while it waits is over, and answers of a device that was not asked are ignored', async () => {
    const { time, due } = aClockThatWaits();
    const { server, record, noor, home, standing, hears, confirm } = await aCheckWithTwoMicrophones(time);
    const third = ParticipantId.parse('third-device');
    const late = await connect(server, record, { id: third, role: 'caregiver', kind: 'room' });
    await noor.ask('device:admit', { participantId: third });
    expect(await hears(late, 0)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    await hears(home, 0);
    const confirmed = confirm();
    await home.ask('ear-check:devices-changed', {});
    due[0]?.();
    expect(await confirmed).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await standing()).toEqual({ is: 'needed' });
  });
});
