import { SessionSummary } from '#shared/protocol/http/sessions.ts';

let made = 0;

/** For tests: a session as the start page lists it. */
export function aSessionSummary(overrides: Partial<SessionSummary> = {}): SessionSummary {
  made += 1;
  const count = String(made).padStart(12, '0');
  const summary = SessionSummary.parse({
    sessionId: `6e1f3a0e-8f0b-4f5e-9a53-${count}`,
    familyId: `1c9f3a0e-8f0b-4f5e-9a53-${count}`,
    familyName: 'Lark',
    childInitials: 'T.',
    caregivers: [{ caregiverId: `0d9f3a0e-8f0b-4f5e-9a53-${count}`, name: 'Nora' }],
    therapistName: 'Ida Berg',
    startsAt: '2026-03-10T14:00:00.000Z',
    phase: 'preparing',
    program: 'pcit',
    programVersion: 'pcit-2011',
    stage: null,
    treatmentPhase: null,
  });
  return { ...summary, ...overrides };
}
