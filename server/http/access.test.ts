import { expect, test } from 'vitest';
import { ROLES } from '#shared/domain/people.ts';
import { CLINIC_ROUTES } from '#shared/protocol/clinic.ts';
import { EXPORT_ROUTES } from '#shared/protocol/exports.ts';
import { CODERS_ROUTE } from '#shared/protocol/coders.ts';
import { SIGN_IN_STANDING_ROUTE } from '#shared/protocol/signInStanding.ts';
import { ROUTES } from '#shared/protocol/http.ts';
import { PRACTICE_ROUTES } from '#shared/protocol/practice.ts';
import { ACCESS, mayAsk, type Action, type Visitor } from './access.ts';
import { REVIEW_ROUTES } from '#shared/protocol/review.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';

const ID = '7d1c1a52-3f0e-4c55-9d0e-7a3f2a7f0001';

/** One request for each row of the table. */
const REQUESTS: { readonly [A in Action]: readonly ['GET' | 'POST', string] } = {
  'health:read': ['GET', ROUTES.health],
  'clinic:read': ['GET', ROUTES.clinic],
  'clinic-settings:read': ['GET', CLINIC_ROUTES.settings],
  'clinic-settings:change': ['POST', CLINIC_ROUTES.settings],
  'first-admin:make': ['POST', ROUTES.firstAdmin],
  'demo:sign-in': ['POST', ROUTES.demoSignIn],
  'account:sign-in': ['POST', ROUTES.signIn],
  'account:standing': ['GET', SIGN_IN_STANDING_ROUTE],
  'account:sign-out': ['POST', ROUTES.signOut],
  'account:read': ['GET', ROUTES.me],
  'people:list': ['GET', ROUTES.people],
  'people:make': ['POST', ROUTES.people],
  'families:list': ['GET', ROUTES.families],
  'families:make': ['POST', ROUTES.families],
  'family:read': ['GET', ROUTES.family(ID)],
  'family-entries:make': ['POST', ROUTES.familyEntries(ID)],
  'safety-sheet:read': ['GET', ROUTES.safetySheet(ID)],
  'safety-sheet:write': ['POST', ROUTES.safetySheet(ID)],
  'diary-links:make': ['POST', ROUTES.diaryLinks(ID)],
  'diary:open': ['POST', ROUTES.openDiary],
  'diary:read': ['GET', ROUTES.diary],
  'diary:write': ['POST', ROUTES.diary],
  'sessions:list': ['GET', ROUTES.sessions],
  'sessions:make': ['POST', ROUTES.sessions],
  'session:read': ['GET', ROUTES.session(ID)],
  'session-report:read': ['GET', ROUTES.sessionReport(ID)],
  'speech:read': ['GET', ROUTES.sessionSpeech(ID)],
  'speech:ask': ['POST', ROUTES.sessionSpeech(ID)],
  'reviews:list': ['GET', REVIEW_ROUTES.reviews],
  'coders:list': ['GET', CODERS_ROUTE],
  'practice:make': ['POST', PRACTICE_ROUTES.attempts],
  'practice:read': ['GET', PRACTICE_ROUTES.attempts],
  'practice-coders:list': ['GET', PRACTICE_ROUTES.coders],
  'review:read': ['GET', REVIEW_ROUTES.review(ID)],
  'review:write': ['POST', REVIEW_ROUTES.review(ID)],
  'session-recording:read': ['GET', ROUTES.recording(ID)],
  'session:export': ['POST', EXPORT_ROUTES.exports(ID)],
  'session-links:make': ['POST', ROUTES.sessionLinks(ID)],
  'programs:list': ['GET', ROUTES.clinicPrograms],
  'programs:make': ['POST', ROUTES.clinicPrograms],
  'program:read': ['GET', ROUTES.clinicProgram(ID)],
  'program:change': ['POST', ROUTES.clinicProgram(ID)],
  'device:join': ['POST', ROUTES.redeem],
  'device:read': ['GET', ROUTES.device],
  'device-cards:read': ['GET', ROUTES.deviceCards],
};

const VISITORS: readonly Visitor[] = ['nobody', ...ROLES];
const refusals = Object.entries(REQUESTS).flatMap(([action, request]) =>
  VISITORS.filter((visitor) => !ACCESS_OF(action).includes(visitor)).map((visitor) => ({ visitor, action, request })),
);

function ACCESS_OF(action: string): readonly Visitor[] {
  return Object.entries(ACCESS).find(([name]) => name === action)?.[1] ?? [];
}

test('[PER3] every refused cell of the access table is refused over HTTP', async () => {
  const { ask, aPerson } = await anHttpClinic();
  const accounts = new Map(await Promise.all(ROLES.map(async (role) => [role, await aPerson(role)] as const)));
  for (const { visitor, action, request } of refusals.filter(({ action }) => !ACCESS_OF(action).includes('nobody'))) {
    const account = visitor === 'nobody' ? undefined : accounts.get(visitor);
    const { status, answer } = await ask(request[0], request[1], undefined, account ? { as: account } : {});
    expect([action, visitor, status]).toEqual([action, visitor, visitor === 'nobody' ? 401 : 403]);
    expect(answer).toEqual({ error: expect.any(String) as string });
  }
  expect(refusals.length).toBeGreaterThan(20);
});

test('[PER3] an allowed visitor gets past the gate', async () => {
  const { ask, aPerson } = await anHttpClinic();
  for (const role of ['therapist', 'supervisor', 'admin'] as const) {
    const account = await aPerson(role);
    for (const [action, [method, url]] of Object.entries(REQUESTS)) {
      if (!ACCESS_OF(action).includes(role) || ACCESS_OF(action).includes('nobody')) continue;
      const { status } = await ask(method, url, undefined, { as: account });
      expect([action, role, [401, 403].includes(status)]).toEqual([action, role, false]);
    }
  }
});

test('[PER3] only an admin looks after people', () => {
  expect(VISITORS.filter((visitor) => mayAsk(visitor, 'people:make'))).toEqual(['admin']);
});
