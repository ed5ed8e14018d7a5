import { describe, expect, test, vi } from 'vitest';
import { ConsumerId, ParticipantId } from '#shared/protocol/ids.ts';
import { aMediasoupServer, workerBin } from './testing/aMediasoupServer.ts';
import type { Pace } from './testing/fakeMediaRoom.ts';
import { createFakeMediaServer } from './testing/fakeMediaServer.ts';
import { aFamilySession, aSessionOn, valueOf } from './testing/mediaHarness.ts';
import { opusParameters } from './rtpSamples.ts';

/** Everybody of the family session on a fake media server, sending and hearing what their parts allow. */
async function aCall(pace?: Pace) {
  const server = createFakeMediaServer(pace);
  const session = await aSessionOn(server);
  const { media, clientOf, sessionId } = session;
  await media.sync(aFamilySession('waiting'));
  const clients = {
    lead: clientOf('lead'),
    supervisor: clientOf('supervisor'),
    tablet: clientOf('tablet'),
    phone: clientOf('phone'),
  };
  const heard = () => server.heard(sessionId).map(({ from, source, to }) => `${from} ${source} ${to}`);
  const resumeAll = async () => {
    for (const client of Object.values(clients)) await client.resumeAll();
  };
  return { ...session, server, clients, heard, resumeAll };
}

async function withWhisper(pace?: Pace) {
  const call = await aCall(pace);
  await call.clients.phone.listen('voice');
  await call.clients.tablet.listen('room');
  await call.clients.lead.publish('voice');
  return call;
}

const SPEAKING = { lead: { voiceOpen: true } };
const lead = ParticipantId.parse('lead');

describe('a whisper', () => {
  test('[AUD1] reaches the checked ear in play while it is open, and nobody else of the family', async () => {
    const { media, heard, resumeAll, toldFlows } = await withWhisper();
    await media.sync(aFamilySession('coaching'));
    await resumeAll();
    expect(toldFlows()).toEqual(['lead coach-voice phone']);
    expect(heard()).toEqual([]);
    await media.sync(aFamilySession('coaching', SPEAKING));
    expect(heard()).toEqual(['lead voice phone']);
    await media.sync(aFamilySession('coaching'));
    expect(heard()).toEqual([]);
  });

  test('[AUD3] is cut the moment coding starts, before anything is awaited', async () => {
    const { media, heard, resumeAll, notices } = await withWhisper();
    await media.sync(aFamilySession('coaching', SPEAKING));
    await resumeAll();
    expect(heard()).toEqual(['lead voice phone']);
    void media.sync(aFamilySession('coding', SPEAKING));
    expect(heard()).toEqual([]);
    expect(notices.at(-1)).toEqual({ to: 'phone', notice: 'media:unconsume' });
  });

  test('[AUD1] stops when the ear check is voided, or when another caregiver comes into play', async () => {
    for (const phone of [{ earChecked: false }, { wearerInPlay: false }]) {
      const { media, heard, resumeAll } = await withWhisper();
      await media.sync(aFamilySession('coaching', SPEAKING));
      await resumeAll();
      void media.sync(aFamilySession('coaching', { ...SPEAKING, phone }));
      expect(heard()).toEqual([]);
    }
  });

  test('stays closed when its sender starts again while the log says that it is closed', async () => {
    const { media, clients, heard, resumeAll } = await withWhisper();
    await media.sync(aFamilySession('coaching', SPEAKING));
    clients.lead.drop();
    await media.sync(aFamilySession('coaching'));
    await clients.lead.publish('voice');
    await resumeAll();
    expect(heard()).toEqual([]);
  });

  test('that is lost while it is open is reported to the session', async () => {
    const { media, clients, server, voicesLost } = await withWhisper();
    await media.sync(aFamilySession('coaching', SPEAKING));
    await clients.lead.answers['media:stop-producing']({ source: 'voice' });
    expect(voicesLost).toEqual([lead]);
    await clients.lead.publish('voice');
    server.loseWorker('voice');
    expect(voicesLost).toEqual([lead, lead]);
  });

  test('whose producer cannot be paused is closed', async () => {
    const pace = vi.fn<Pace>(async () => undefined);
    const { media, heard, resumeAll, failures } = await withWhisper(pace);
    await media.sync(aFamilySession('coaching', SPEAKING));
    await resumeAll();
    pace.mockRejectedValueOnce(new Error('the worker does not answer'));
    await media.sync(aFamilySession('coaching'));
    await vi.waitFor(() => expect(failures).toMatchObject([{ doing: 'shutting a voice' }]));
    await media.sync(aFamilySession('coaching', SPEAKING));
    expect(heard()).toEqual([]);
  });
});

describe('who hears what', () => {
  test('[AUD1] the room device gets the coach’s camera in check-in, and never sound', async () => {
    const { media, clients, toldFlows } = await aCall();
    await clients.tablet.listen('room');
    await clients.tablet.listen('voice');
    await clients.lead.publish('voice');
    await clients.lead.publish('camera');
    await media.sync(aFamilySession('check-in', SPEAKING));
    expect(toldFlows()).toEqual(['lead coach-camera tablet']);
  });

  test('[AUD2] the old lead’s voice becomes a supervisor’s after a hand-over', async () => {
    const { media, clients, toldFlows } = await aCall();
    await clients.lead.publish('voice');
    await clients.supervisor.listen('voice');
    await media.sync(aFamilySession('coaching'));
    expect(toldFlows()).toEqual(['lead coach-voice supervisor']);
    await media.sync(aFamilySession('coaching', { lead: { part: 'observer' }, supervisor: { part: 'lead' } }));
    expect(toldFlows()).toEqual(['lead supervisor-voice supervisor']);
  });

  test('nothing flows before the first view, and nothing after the end', async () => {
    const server = createFakeMediaServer();
    const { media, clientOf, sessionId } = await aSessionOn(server);
    const refused = { ok: false, error: { code: 'not-now' } };
    expect(await clientOf('lead').publish('voice')).toMatchObject(refused);
    await media.sync(aFamilySession('check-in'));
    await clientOf('tablet').publish('camera');
    await clientOf('lead').listen('room');
    expect(server.connected(sessionId)).toHaveLength(1);
    media.close();
    media.close();
    expect(server.connected(sessionId)).toEqual([]);
    expect(await clientOf('lead').openTransport('room', 'receive')).toMatchObject(refused);
  });

  test('a late listener is told of all current flows', async () => {
    const { media, clients, toldFlows } = await aCall();
    await clients.tablet.publish('camera');
    await clients.tablet.answers['media:stop-producing']({ source: 'camera' });
    await clients.tablet.publish('camera');
    await media.sync(aFamilySession('coding'));
    expect(toldFlows()).toEqual([]);
    await clients.supervisor.listen('room');
    await vi.waitFor(() => expect(toldFlows()).toEqual(['tablet room-video supervisor']));
  });
});

describe('media commands', () => {
  test('only its listener can resume a consumer', async () => {
    const { media, clients, told } = await withWhisper();
    await media.sync(aFamilySession('coaching'));
    const [consumerId] = [...told.keys()];
    const notFound = { ok: false, error: { code: 'not-found' } };
    const resumeAs = (client: typeof clients.phone, id = consumerId!) =>
      client.answers['media:resume']({ consumerId: id });
    expect(await resumeAs(clients.tablet)).toMatchObject(notFound);
    expect(await resumeAs(clients.phone, ConsumerId.parse('another'))).toMatchObject(notFound);
    expect(await resumeAs(clients.phone)).toEqual({ ok: true, value: null });
  });

  test('[AUD2] nobody can send what their part may not send', async () => {
    const { clients } = await aCall();
    expect(await clients.tablet.publish('voice')).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(await clients.supervisor.publish('camera')).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });

  test('sound that is declared as a picture is refused, because the room device may get pictures only', async () => {
    const { clients } = await aCall();
    const { transportId } = valueOf(await clients.lead.openTransport('room', 'send'));
    const rtpParameters = opusParameters();
    const produced = await clients.lead.answers['media:produce']({ transportId, source: 'camera', rtpParameters });
    expect(produced).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  test('a new receiving transport hears nothing until its client listens again', async () => {
    const { media, clients, toldFlows } = await withWhisper();
    await media.sync(aFamilySession('coaching'));
    await clients.phone.openTransport('voice', 'receive');
    await media.sync(aFamilySession('coaching'));
    expect(toldFlows()).toEqual([]);
    await clients.phone.listen('voice');
    await vi.waitFor(() => expect(toldFlows()).toEqual(['lead coach-voice phone']));
  });
});

describe('after a failure', () => {
  test('a consumer that cannot be made is reported and made at the next sync', async () => {
    const pace = vi.fn<Pace>(async () => undefined);
    const { media, toldFlows, failures } = await withWhisper(pace);
    pace.mockRejectedValueOnce(new Error('no memory'));
    await media.sync(aFamilySession('coaching'));
    expect(toldFlows()).toEqual([]);
    expect(failures).toMatchObject([{ doing: 'making a consumer of coach-voice' }]);
    await media.sync(aFamilySession('coaching'));
    expect(toldFlows()).toEqual(['lead coach-voice phone']);
  });

  test('a consumer that comes too late is closed before anybody hears of it', async () => {
    let release = (): void => undefined;
    const slow: Pace = (doing) =>
      doing === 'consume' ? new Promise((resolve) => (release = resolve)) : Promise.resolve();
    const { media, server, sessionId, notices } = await withWhisper(slow);
    const coaching = media.sync(aFamilySession('coaching'));
    await vi.waitFor(() => expect(release).not.toBe(undefined));
    const coding = media.sync(aFamilySession('coding'));
    await Promise.resolve();
    release();
    await Promise.all([coaching, coding]);
    expect(server.connected(sessionId)).toEqual([]);
    expect(notices).toEqual([]);
  });

  test('when the voices’ worker dies everybody starts again there, and the room flows on', async () => {
    const { media, clients, server, toldFlows, notices } = await withWhisper();
    await clients.tablet.publish('camera');
    await clients.lead.listen('room');
    await media.sync(aFamilySession('coaching', SPEAKING));
    server.loseWorker('voice');
    expect(notices.slice(-4).map(({ to }) => to)).toEqual(['lead', 'supervisor', 'tablet', 'phone']);
    expect(toldFlows()).toEqual(['tablet room-video lead']);
    await clients.phone.listen('voice');
    await clients.lead.publish('voice');
    await vi.waitFor(() => expect(toldFlows()).toEqual(['lead coach-voice phone', 'tablet room-video lead']));
  });
});

test.skipIf(!workerBin)('[AUD1] on mediasoup a whisper is created, let through, cut and freed', async () => {
  const report = vi.fn();
  const server = await aMediasoupServer({ report });
  const { media, clientOf, toldFlows, failures, room } = await aSessionOn(server);
  await media.sync(aFamilySession('coaching'));
  const phone = clientOf('phone');
  valueOf(await phone.listen('voice'));
  valueOf(await clientOf('lead').publish('voice'));
  await media.sync(aFamilySession('coaching', SPEAKING));
  expect(toldFlows()).toEqual(['lead coach-voice phone']);
  expect(await phone.resumeAll()).toEqual([{ ok: true, value: null }]);
  await media.sync(aFamilySession('coding'));
  expect(toldFlows()).toEqual([]);
  await media.sync(aFamilySession('coaching'));
  expect(toldFlows()).toEqual(['lead coach-voice phone']);
  clientOf('lead').drop();
  expect(toldFlows()).toEqual([]);
  expect(await room.consume(ParticipantId.parse('phone'), lead, 'voice', room.capabilities().voice)).toMatchObject({
    ok: false,
  });
  expect([...failures, ...report.mock.calls]).toEqual([]);
});
