import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import rateLimit from '@fastify/rate-limit';
import { fastify, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { MAX_MESSAGE_BYTES } from '#shared/protocol/contract.ts';
import { answerFailures } from './answerFailures.ts';
import { addClinicRoutes } from './clinicRoutes.ts';
import { addClinicSettingsRoutes } from './clinicSettingsRoutes.ts';
import { addDeviceRoutes } from './deviceRoutes.ts';
import { addDiaryRoutes } from './diaryRoutes.ts';
import { addRecordingExportRoutes } from './recordingExportRoutes.ts';
import { addExportRoutes } from './exportRoutes.ts';
import { addFamilyRoutes } from './familyRoutes.ts';
import { addSafetyRoutes } from './safetyRoutes.ts';
import { addImportRoutes } from './importRoutes.ts';
import { createGate } from './gate.ts';
import { guard } from './guard.ts';
import type { Http } from './http.ts';
import type { HttpPorts } from './httpPorts.ts';
import { addPeopleRoutes } from './peopleRoutes.ts';
import { addPracticeRoutes } from './practiceRoutes.ts';
import { addProgramRoutes } from './programRoutes.ts';
import { addReviewListRoutes } from './reviewListRoutes.ts';
import { addReviewRoutes } from './reviewRoutes.ts';
import { addRecordingRoutes } from './recordingRoutes.ts';
import { servePages } from './servePages.ts';
import { addSessionRoutes } from './sessionRoutes.ts';
import { addSpeechRoutes } from './speechRoutes.ts';
import { addSignInRoutes } from './signInRoutes.ts';

/** Everything that is answered over plain HTTP, not yet listening. */
export async function createHttp(ports: HttpPorts): Promise<Http> {
  const { tls } = ports;
  const http: Http = fastify({
    loggerInstance: ports.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_MESSAGE_BYTES,
    serverFactory: (handler) => (tls ? createTlsServer(tls, handler) : createServer(handler)),
  }).withTypeProvider<ZodTypeProvider>();
  http.setValidatorCompiler(validatorCompiler);
  http.setSerializerCompiler(serializerCompiler);
  // JSON is the only language spoken here; a form on another site can send plain text without asking.
  http.removeContentTypeParser('text/plain');

  answerFailures(http);
  await guard(http, ports);
  await http.register(rateLimit, { global: false });

  const gate = createGate(ports.auth);
  addClinicRoutes(http, ports, gate);
  addClinicSettingsRoutes(http, ports, gate);
  addSignInRoutes(http, ports, gate);
  addPeopleRoutes(http, ports, gate);
  addFamilyRoutes(http, ports, gate);
  addSafetyRoutes(http, ports, gate);
  addSessionRoutes(http, ports, gate);
  addReviewListRoutes(http, ports, gate);
  addReviewRoutes(http, ports, gate);
  addSpeechRoutes(http, ports, gate);
  addExportRoutes(http, ports, gate);
  addPracticeRoutes(http, ports, gate);
  addImportRoutes(http, ports, gate);
  addDeviceRoutes(http, ports, gate);
  addDiaryRoutes(http, ports, gate);
  addProgramRoutes(http, ports, gate);
  addRecordingRoutes(http, ports, gate);
  addRecordingExportRoutes(http, ports, gate);
  await servePages(http, ports.pages);
  return http;
}
