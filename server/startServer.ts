import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { createAuth } from './auth/auth.ts';
import { createPasswordHashes } from './auth/passwords/passwordHashes.ts';
import { createChallenges } from './auth/challenges.ts';
import { createDiaryPasskeys } from './auth/diaryPasskeys.ts';
import { createPasskeys } from './auth/passkeys.ts';
import { createWebAuthn } from './auth/webAuthn.ts';
import { createSecondFactors } from './auth/secondFactors.ts';
import { readSecret } from './auth/readSecret.ts';
import { readServerTimeZone } from './clinic/readServerTimeZone.ts';
import { ConfigError, readConfig, type Config } from '#server/config/config.ts';
import { hostOf } from '#server/config/hostOf.ts';
import { findMediaPlaces, type MediaPlaces } from '#server/config/mediaPlaces.ts';
import { createApp } from './createApp.ts';
import { createLog } from './createLog.ts';
import { openNode } from './start/openNode.ts';
import { openStore } from './start/openStore.ts';
import { refuseDemoData } from './start/refuseDemoData.ts';
import { startDemo } from './demo/startDemo.ts';
import { openRecordingFiles } from './exports/recording/recordingFiles.ts';
import { developmentPages } from './http/developmentPages.ts';
import type { Pages } from './http/pages.ts';
import { openMail } from './mail/openMail.ts';
import { createMediasoupServer } from './media/createMediasoupServer.ts';
import { findWorkerBinary } from './media/workerBinary.ts';
import { createFfmpegRecorder } from './recording/ffmpeg/ffmpegRecorder.ts';
import { finishErasures } from './erasures/erasureDesk.ts';
import { findFfmpeg } from '#server/processes/findFfmpeg.ts';
import type { RecordingMeans } from './recording/recordingKeeper.ts';
import { createFileRecordingStore } from './recording/store/createFileRecordingStore.ts';
import { createRecordingKeys, type RecordingKeys } from './recording/store/recordingKeys.ts';
import { sayReady } from './sayReady.ts';
import type { Time } from '#server/time/time.ts';
import { trustProxies } from '#server/network/clientAddress.ts';
import { closeToOthers } from './start/closeToOthers.ts';
import { holdDataFolder } from './start/holdDataFolder.ts';
import { startIdentityProvider } from './start/startIdentityProvider.ts';
import { readCertificate } from './start/readCertificate.ts';
import { type SelfSigned, selfSignedCertificate } from './start/selfSignedCertificate.ts';
import { mediaPortsAt, pagePort, refuseTakenPorts } from './start/findPortObstacles.ts';
import { openTranscriber } from './speech/transcribeRecording.ts';
import { createSqlAccessChanges } from './storage/accessChanges.ts';
import { openKeys } from './storage/openKeys.ts';
import { createSqlAuditLog } from './storage/sqlAuditLog.ts';
import { createSqlFactLog } from './storage/sqlFactLog.ts';
import { createSqlFamilyEraser } from './storage/sqlFamilyEraser.ts';
import { createSqlFamilyLog } from './storage/sqlFamilyLog.ts';
import { createPracticeClips } from './practice/practiceClips.ts';
import { makeSecret } from './storage/secrets.ts';
import { createSqlRecords } from './storage/sqlRecords.ts';
import { NodeId } from './storage/leases.ts';
import { createSqlCoderComparisons } from './storage/sqlCoderComparisons.ts';
import { createSqlCourseOverviews } from './storage/sqlCourseOverviews.ts';
import { createSqlJobStore } from './storage/sqlJobStore.ts';
import { createSqlSessionModels } from './storage/sqlSessionModels.ts';
import { createMeasures } from './watching/measures.ts';
import { readiness } from './watching/readiness.ts';
import { serveWatching } from './watching/serveWatching.ts';
import { rebuildModels } from './storage/rebuildModels.ts';
import { storeFaultOf } from './storage/storeFault.ts';

const ROOT = join(import.meta.dirname, '..');

/**
 * Starts Earshot with everything real except the time, which is passed in. Returns a function that stops it. Throws
 * `ConfigError` if the machine or its settings prevent the start, and then closes everything that it had opened.
 */
export async function startServer(
  env: NodeJS.ProcessEnv,
  { isDevelopment, time }: { readonly isDevelopment: boolean; readonly time: Time },
): Promise<() => Promise<void>> {
  const config = readConfig(env);
  const { port, host, dataFolder, publicUrl, trustedOrigins } = config;
  const log = createLog(config.logLevel);
  await using opened = new AsyncDisposableStack();

  opened.defer(holdDataFolder(dataFolder));
  closeToOthers(dataFolder);
  const now = () => new Date(time.wallNow());
  const places = await findMediaPlaces(config);
  await refuseTakenPorts([pagePort(config), ...mediaPortsAt(places, config.mediaPorts)]);
  // Its processes start while the store is opened.
  const mediaStarting = startMedia(config, places, env, log);
  opened.defer(async () => (await mediaStarting.catch(() => undefined))?.close());
  const tls = await certificateOf(config, now());
  const { nodeAddress } = config;
  const nodeId = NodeId.parse(randomUUID());
  const {
    db,
    health: storeHealth,
    close: closeDatabase,
  } = await openStore(config, {
    log,
    holder: nodeAddress === undefined ? 'alone' : nodeId,
    time,
    onTaken: () => process.kill(process.pid, 'SIGTERM'),
  });
  opened.defer(closeDatabase);
  const { familyKeys } = await openKeys(db, config.clinicKey, { now, say: console.log });
  const outdated = await rebuildModels(db, familyKeys, 'outdated', (done) =>
    console.log(`Deriving what lists show of sessions: ${done} …`),
  );
  if (outdated > 0) log.info({ sessions: outdated }, 'what lists show of sessions was derived anew');
  const records = createSqlRecords(db, familyKeys);
  const [factLog, familyLog] = [createSqlFactLog(db, familyKeys), createSqlFamilyLog(db, familyKeys)];
  const secret = readSecret(dataFolder, config.secret);
  const readLimits = records.readSignInPolicy;
  const passwords = createPasswordHashes();
  const auth = createAuth({ db, secret, publicUrl, trustedOrigins, now, readLimits, passwords });
  const identityProvider = startIdentityProvider(config, log, now);
  const challenges = createChallenges(db, now);
  const webAuthn = createWebAuthn({ challenges, publicUrl, note: (err) => log.info({ err }, 'a passkey was refused') });
  const passkeys = createPasskeys({ records, webAuthn, now });
  const diaryPasskeys = createDiaryPasskeys({ records, webAuthn, now });
  const secondFactors = createSecondFactors({
    passkeys,
    records,
    secret,
    now,
    report: (error) => log.error({ err: error }, 'a second step failed'),
  });
  const keys = createRecordingKeys(db, familyKeys, now);
  const recordings = await createFileRecordingStore(config.recordingsFolder, keys);
  const eraser = createSqlFamilyEraser(db, familyKeys);
  const finished = await finishErasures({ eraser, recordings, now: now() });
  if (finished > 0) log.warn({ families: finished }, 'erasures that were interrupted are finished');
  const serverTimeZone = readServerTimeZone();
  const firstAdminSecret = makeSecret();
  if (!config.demo) await refuseDemoData(records, dataFolder);
  const demo = config.demo
    ? await startDemo({ records, auth, factLog, familyLog, recordings, now: now(), serverTimeZone })
    : undefined;

  const media = await mediaStarting;
  const ffmpeg = findFfmpeg(env);
  const report = (err: unknown, doing: string) => {
    // The log was told when the trouble of the database began.
    if (storeFaultOf(err) === undefined) log.error({ err, doing }, 'between nodes');
  };
  const measures = createMeasures();
  const node =
    nodeAddress === undefined
      ? undefined
      : await openNode({ ...config, nodeAddress }, { db, nodeId, time, measure: measures.lease, report });
  if (node !== undefined) opened.defer(node.close);
  const app = await createApp({
    records,
    node,
    measures,
    serverTimeZone,
    auth,
    secondFactors,
    passkeys,
    diaryPasskeys,
    identityProvider,
    storeHealth,
    factLog,
    familyLog,
    models: createSqlSessionModels(db, familyKeys),
    courseOverviews: createSqlCourseOverviews(db, familyKeys),
    coderComparisons: createSqlCoderComparisons(db, familyKeys),
    auditLog: createSqlAuditLog(db),
    eraser,
    accessChanges: createSqlAccessChanges(db),
    jobStore: createSqlJobStore(db, nodeAddress === undefined ? undefined : nodeId),
    media,
    recording: startRecording(config, ffmpeg, time, log),
    time,
    log,
    sendMail: config.mail && openMail(config.mail),
    publicUrl,
    trustedOrigins,
    trustsProxy: trustProxies(config.trustedProxies),
    connectionsPerAddress: config.connectionsPerAddress,
    recordings,
    findDemoUser: demo?.findUser,
    firstAdminSecret,
    practiceClips: createPracticeClips(),
    pages: await choosePages(isDevelopment),
    transcribe: startTranscriber(config, ffmpeg, log),
    makeFile: await startMakingFiles(config, ffmpeg, keys),
    tls,
  });

  opened.defer(() => app.close());
  if (config.watchAt !== undefined) {
    const unready = () => readiness({ isClosing: app.isClosing(), trouble: storeHealth.trouble() });
    opened.defer(await serveWatching({ registry: measures.registry, unready }, config.watchAt));
  }

  await app.http.listen({ port, host });
  const links = demo?.secrets ?? ((await records.hasAccounts()) ? undefined : { firstAdmin: firstAdminSecret });
  console.log(sayReady(config, links, tls?.fingerprint));
  const running = opened.move();
  return () => running.disposeAsync();
}

/** Each as PEM. The host of the media server is in a self-signed one too: it is where the phones of the network are sent. */
async function certificateOf(
  { tls, dataFolder, publicUrl, mediaAddresses }: Config,
  now: Date,
): Promise<(Omit<SelfSigned, 'fingerprint'> & Partial<SelfSigned>) | undefined> {
  if (tls !== 'self-signed') return tls && readCertificate(tls);
  const hosts = ['localhost', '127.0.0.1', hostOf(publicUrl), ...mediaAddresses];
  return selfSignedCertificate(dataFolder, { hosts, now });
}

async function choosePages(isDevelopment: boolean): Promise<Pages> {
  if (isDevelopment) return developmentPages(ROOT);
  return { from: 'folder', folder: join(ROOT, 'dist/client') };
}

/** Finds speech in recordings and, if the clinic installed a model, writes down the words. */
function startTranscriber({ speechModel }: Config, ffmpeg: string | undefined, log: Logger) {
  if (ffmpeg === undefined) return undefined;
  return openTranscriber({
    ffmpeg,
    modelFolder: speechModel,
    report: (words) => log.info({ words }, 'finding speech'),
  });
}

/** Makes a recording into one file, in a folder below the data folder. */
async function startMakingFiles(
  { dataFolder, recordingsFolder: recordings }: Config,
  ffmpeg: string | undefined,
  keys: RecordingKeys,
) {
  if (ffmpeg === undefined) return undefined;
  return openRecordingFiles({ recordings, exports: join(dataFolder, 'exports'), keys, ffmpeg });
}

async function startMedia({ mediaPorts }: Config, places: MediaPlaces, env: NodeJS.ProcessEnv, log: Logger) {
  const workerBin = findWorkerBinary(env);
  if (workerBin === undefined) throw new ConfigError('The media server’s program is missing. Run tools/setup run.');
  return createMediasoupServer({
    workerBin,
    places,
    ports: mediaPorts,
    report: (error, doing) => log.error({ err: error, doing }, 'media failed'),
  });
}

function startRecording(
  { recordingMinFreeBytes: minFreeBytes }: Config,
  ffmpeg: string | undefined,
  time: Time,
  log: Logger,
): Omit<RecordingMeans, 'store'> {
  const report = (error: unknown, doing: string) => log.error({ err: error, doing }, 'recording failed');
  const recorder = ffmpeg === undefined ? 'none' : createFfmpegRecorder({ ffmpeg, time, report });
  return { recorder, minFreeBytes };
}
