import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { fastify, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { MAX_MESSAGE_BYTES } from '#shared/protocol/contract.ts';
import { accountLinkAnswers } from './accountLinkAnswers.ts';
import { answerFailures } from './answerFailures.ts';
import { apiDescriptionAnswers } from './apiDescriptionAnswers.ts';
import { answerRoutes } from './answerRoutes.ts';
import { auditAnswers } from './auditAnswers.ts';
import { caseloadAnswers } from './caseloadAnswers.ts';
import { clinicAnswers } from './clinicAnswers.ts';
import { deviceAnswers } from './deviceAnswers.ts';
import { diaryAnswers } from './diaryAnswers.ts';
import { diaryPasskeyAnswers } from './diaryPasskeyAnswers.ts';
import { ownConsentAnswers } from './ownConsentAnswers.ts';
import { erasureAnswers } from './erasureAnswers.ts';
import { exportAnswers } from './exportAnswers.ts';
import { familyCopyAnswers } from './familyCopyAnswers.ts';
import { familyAnswers } from './familyAnswers.ts';
import { myAccountAnswers } from './myAccountAnswers.ts';
import { passkeyAnswers } from './passkeyAnswers.ts';
import { peopleAnswers } from './peopleAnswers.ts';
import { practiceAnswers } from './practiceAnswers.ts';
import { programAnswers } from './programAnswers.ts';
import { providerAnswers } from './providerAnswers.ts';
import { recordingAnswers } from './recordingAnswers.ts';
import { recordingExportAnswers } from './recordingExportAnswers.ts';
import { retentionAnswers } from './retentionAnswers.ts';
import { reviewAnswers } from './reviewAnswers.ts';
import { reviewListAnswers } from './reviewListAnswers.ts';
import { secondFactorAnswers } from './secondFactorAnswers.ts';
import { serverAnswers } from './serverAnswers.ts';
import { sessionAnswers } from './sessionAnswers.ts';
import { signInAnswers } from './signInAnswers.ts';
import { signInPolicyAnswers } from './signInPolicyAnswers.ts';
import { teamAnswers } from './teamAnswers.ts';
import { createGate } from './gate.ts';
import { answerUnreadable, guard } from './guard.ts';
import type { Http } from './http.ts';
import type { HttpAnswers } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { noteRefusals } from './noteRefusals.ts';
import { createRequestAudit } from './requestAudit.ts';
import { createRequestLimits } from './requestLimits.ts';
import { servePages } from './servePages.ts';
import { TLS_RULES } from './tlsRules.ts';

/** The HTTP server with all its answers, not listening yet. */
export async function createHttp(ports: HttpPorts): Promise<Http> {
  const { tls } = ports;
  const http: Http = fastify({
    loggerInstance: ports.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_MESSAGE_BYTES,
    trustProxy: ports.trustsProxy,
    frameworkErrors: answerUnreadable(ports),
    serverFactory: (handler) => listenerFor(handler, tls),
  }).withTypeProvider<ZodTypeProvider>();
  http.setValidatorCompiler(validatorCompiler);
  http.setSerializerCompiler(serializerCompiler);
  // Only JSON is accepted: a form on another site can send plain text without permission.
  http.removeContentTypeParser('text/plain');

  answerFailures(http);
  noteRefusals(http, ports.refusals);
  await guard(http, ports);

  const audit = createRequestAudit(ports.audit);
  const gate = createGate({ ...ports, audit, limits: createRequestLimits(ports.monotonicNow) });
  answerRoutes(http, answersOf(ports), { gate, audit, auth: ports.auth });
  await servePages(http, ports.pages);
  return http;
}

/**
 * In ms. A client that connects and sends nothing, or sends or reads too slowly, does not hold its connection.
 * Sockets have a heartbeat of their own, and are exempt once they are open.
 */
const PATIENCE = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
  handshakeTimeout: 10_000,
};
const SILENT_FOR_MS = 120_000;

function listenerFor(handler: RequestListener, tls: HttpPorts['tls']) {
  const server = tls
    ? createTlsServer({ ...PATIENCE, ...TLS_RULES, ...tls }, handler)
    : createServer(PATIENCE, handler);
  return server.setTimeout(SILENT_FOR_MS);
}

function answersOf(ports: HttpPorts): HttpAnswers {
  return {
    ...clinicAnswers(ports),
    ...signInAnswers(ports),
    ...signInPolicyAnswers(ports),
    ...secondFactorAnswers(ports),
    ...passkeyAnswers(ports),
    ...providerAnswers(ports),
    ...myAccountAnswers(ports),
    ...peopleAnswers(ports),
    ...accountLinkAnswers(ports),
    ...teamAnswers(ports),
    ...familyAnswers(ports),
    ...caseloadAnswers(ports),
    ...erasureAnswers(ports),
    ...retentionAnswers(ports),
    ...familyCopyAnswers(ports),
    ...sessionAnswers(ports),
    ...reviewListAnswers(ports),
    ...reviewAnswers(ports),
    ...recordingAnswers(ports),
    ...recordingExportAnswers(ports),
    ...exportAnswers(ports),
    ...practiceAnswers(ports),
    ...programAnswers(ports),
    ...deviceAnswers(ports),
    ...diaryAnswers(ports),
    ...diaryPasskeyAnswers(ports),
    ...ownConsentAnswers(ports),
    ...auditAnswers(ports),
    ...serverAnswers(ports),
    ...apiDescriptionAnswers(),
  };
}
