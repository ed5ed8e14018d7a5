import { randomUUID } from 'node:crypto';
import { CONSENT_WORDINGS } from '#shared/domain/consent/consentPurposes.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { GivenArguments, RouteName } from '#shared/protocol/http/routes.ts';
import { NEW_CLINIC_POLICY } from '#shared/protocol/http/signInPolicy.ts';
import { aSoftPasskey } from '#server/auth/testing/aSoftPasskey.ts';
import { type ClinicOfActors, SAFETY_SHEET } from './aClinicOfActors.ts';

const SECRET = { secret: 'x'.repeat(43) };
const SETTINGS = { name: 'Lark Clinic', telephone: '555 0100', timeZone: 'Europe/Berlin' };
const PASSWORD = 'seven quiet herons crossing marshes';
const BASED_ON = { id: PCIT.id, version: PCIT.version };
const RULES = { recording: '1-year', record: '10-years', untilAge: '21' } as const;
const EDITS = { goals: { CDI1: 9 }, localGoals: [] };

/** Passkeys of another challenge: well formed, and good for nothing. */
function somePasskey() {
  const [key, challenge] = [aSoftPasskey(), 'bm90IGFza2Vk'];
  const user = { id: 'YQ', name: 'a', displayName: 'a' };
  const rp = { id: 'localhost', name: 'a' };
  const authenticatorSelection = {
    residentKey: 'required',
    requireResidentKey: true,
    userVerification: 'required',
  } as const;
  const asked = { pubKeyCredParams: [], timeout: 1, attestation: 'none' as const, excludeCredentials: [] };
  return {
    made: key.make({ challenge, rp, user, ...asked, authenticatorSelection }),
    proof: key.sign({ challenge, rpId: 'localhost', timeout: 1, userVerification: 'required', allowCredentials: [] }),
  };
}

/** A valid request for each route, about one family: only who asks can be a reason to refuse it. */
export function requestsOf(clinic: ClinicOfActors): { readonly [N in RouteName]: GivenArguments<N>[0] } {
  const { familyId, people, today, clinicProgramId, teamId, passkeyId, attemptId, clip } = clinic;
  const { caregiverId } = clinic.caregiver;
  const [planned, closed] = [{ sessionId: clinic.session.sessionId }, { sessionId: clinic.closed.sessionId }];
  const [userId, therapist] = [people.spare.userId, people.therapist.userId];
  const passkey = somePasskey();
  const { linkId } = clinic.devices.closedDevice;

  return {
    'clinic:health': {},
    'clinic:read': {},
    'clinic-contact:read': {},
    'clinic-settings:read': {},
    'clinic-settings:change': { body: SETTINGS },
    'first-admin:make': {
      body: { ...SECRET, name: 'Mal', email: 'mal@clinic.example', password: PASSWORD, clinic: SETTINGS },
    },
    'account:sign-in': { body: { email: people.therapist.email, password: 'not the password' } },
    'account:sign-out': {},
    'account:standing': {},
    'account:read': {},
    'demo:sign-in': { body: SECRET },
    'sign-in-policy:read': {},
    'sign-in-policy:change': { body: { ...NEW_CLINIC_POLICY, secondFactor: 'optional' } },
    'second-factor:read': {},
    'second-factor:give': { body: { by: 'app', code: '123456' } },
    'confirmation:give': { body: { by: 'password', password: 'not the password' } },
    'authenticator:begin': {},
    'authenticator:remove': {},
    'recovery-codes:renew': {},
    'authenticator:confirm': { body: { code: '123456' } },
    'passkey-sign-in:begin': {},
    'passkey-sign-in:give': { body: passkey.proof },
    'passkey:ask': {},
    'passkeys:list': {},
    'passkey:begin': {},
    'passkey:add': { body: passkey.made },
    'passkey:rename': { passkeyId, body: { name: 'My phone' } },
    'passkey:remove': { passkeyId },
    'provider-sign-in:begin': { body: { to: '/', again: false } },
    'provider-sign-in:finish': { body: { search: '?code=a&state=b' } },
    'account:rename': { body: { name: 'Somebody' } },
    'account:set-password': { body: { current: 'not the password', password: PASSWORD } },
    'sign-ins:list': {},
    'sign-ins:end': { signInId: clinic.signInId },
    'sign-ins:end-others': {},
    'people:list': {},
    'people:invite': { body: { name: 'New', email: 'new@clinic.example', role: 'therapist' } },
    'people:change': { userId, body: { what: 'access', isActive: false } },
    'people:remove-second-factor': { userId, body: { madeSure: 'in-person' } },
    'people:withdraw': { userId },
    'people:send-link': { userId },
    'account-link:read': { body: SECRET },
    'account-link:use': { body: { ...SECRET, password: PASSWORD } },
    'account-link:ask': { body: { email: people.therapist.email } },
    'teams:list': {},
    'teams:make': { body: { name: 'Wrens' } },
    'team:change': { teamId, body: { what: 'name', name: 'Robins' } },
    'families:list': {},
    'families:make': { body: { name: 'New', childInitials: 'N.', caregiverNames: ['Ann'] } },
    'family:read': { familyId },
    'family:enter': { familyId, body: { type: 'session.miss', on: today, why: 'Ill.' } },
    'safety-sheet:read': { familyId },
    'safety-sheet:write': { familyId, body: SAFETY_SHEET },
    'diary-links:make': { familyId, body: { caregiverId } },
    'diary-links:list': { familyId },
    'diary-links:withdraw': { familyId, linkId: clinic.diaryLinkId },
    'erasure:read': { familyId },
    'erasure:request': { body: { familyId, reason: 'mistake' } },
    'erasure:withdraw': { body: { familyId } },
    'erasures:list': { query: { show: 'requested' } },
    'erasure:confirm': { body: { familyId } },
    'holds:list': {},
    'hold:set': { body: { familyId, reason: 'court' } },
    'hold:lift': { body: { familyId, reason: 'settled' } },
    'retention:read': {},
    'retention:preview': { query: RULES },
    'retention:change': { body: RULES },
    'retention:list': {},
    'family-retention:read': { familyId },
    'retention:keep': { body: { familyId, sessionId: null, reason: 'treatment' } },
    'family-copy:prepare': { body: { familyId } },
    'family-copy:download': { familyId },
    'caseloads:list': {},
    'family-therapists:read': { familyId },
    'colleagues:list': {},
    'caseloads:hand-over': { body: { families: familyId, from: therapist, to: people.colleague.userId } },
    'caseloads:cover': {
      body: { families: familyId, from: therapist, to: people.formerTherapist.userId, until: today },
    },
    'caseloads:end-cover': { body: { familyId, userId: people.covering.userId } },
    'caseload-notices:list': {},
    'caseload-notices:dismiss': { body: { families: [familyId] } },
    'sessions:list': { query: { group: 'today' } },
    'needs:list': {},
    'sessions:make': { body: { familyId, startsAt: new Date().toISOString() } },
    'session:read': planned,
    'session-report:read': closed,
    'session-links:make': planned,
    'session-links:list': planned,
    'session-links:withdraw': { ...closed, linkId },
    'reviews:list': {},
    'coders:list': {},
    'coder-comparisons:list': { query: { coderId: 'somebody' } },
    'review:read': closed,
    'review:write': { ...closed, body: { type: 'review.open' } },
    'codings:import': { ...closed, body: { transcripts: [{}], independent: true } },
    'recording:read': closed,
    'recording:play': { ...closed, partId: clinic.takeId },
    'speech:read': closed,
    'speech:ask': closed,
    'recording-export:read': closed,
    'recording-export:begin': { ...closed, body: { purpose: 'treatment' } },
    'recording-export:end': closed,
    'recording-export:download': closed,
    'recording-export:map': closed,
    'exports:make': { ...closed, body: { format: 'csv' } },
    'unshown-names:read': closed,
    'clips:list': {},
    'clip:film': { clipId: clip.id },
    'clip:captions': { clipId: clip.id },
    'attempts:list': { query: { coder: therapist } },
    'attempt:open': { body: { attemptId: randomUUID(), clipId: clip.id } },
    'attempt:submit': { attemptId, body: { given: [] } },
    'practice-coders:list': {},
    'programs:list': {},
    'programs:make': { body: { name: 'Our own', basedOn: BASED_ON, edits: EDITS } },
    'program:read': { clinicProgramId },
    'program:change': { clinicProgramId, body: { name: 'Our PCIT', edits: EDITS } },
    'device:join': { body: SECRET },
    'device:read': {},
    'device-cards:read': {},
    'diary:open': { body: SECRET },
    'diary:read': {},
    'diary:close': {},
    'diary-audit:read': {},
    'diary:write': {
      body: { on: today, minutes: 5, obstacle: null, praises: null, caregiverId, entryId: randomUUID() },
    },
    'diary-passkey:begin': {},
    'diary-passkey:add': { body: passkey.made },
    'diary-passkey:remove': {},
    'diary-sign-in:begin': {},
    'diary-sign-in:give': { body: passkey.proof },
    'own-consents:read': {},
    'own-consents:answer': {
      body: {
        ...{ entryId: randomUUID(), caregiverId, purpose: 'training', about: 'me', answer: 'refused', assent: null },
        wording: CONSENT_WORDINGS.training.version,
      },
    },
    'audit:list': {},
    'servers:list': {},
    'family-audit:read': { familyId },
    'api-description:read': {},
  };
}
