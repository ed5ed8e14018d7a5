import { expect, type Page } from '@playwright/test';
import { listPrograms } from '#shared/domain/programs/findProgram.ts';
import { codesIn, findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import { Family } from '#shared/protocol/http/families.ts';
import { JoinLink } from '#shared/protocol/http/link.ts';
import { SessionSummary } from '#shared/protocol/http/sessions.ts';
import { expectAccessible } from './accessible.ts';
import type { Earshot } from './earshot.ts';
import { INVENTED_FAMILIES } from './invented.ts';
import { COACH_HZ } from './people.ts';
import {
  hold,
  letIn,
  nextStep,
  openLink,
  passDeviceCheck,
  passFamilyCheck,
  reportOf,
  waitUntilCoding,
  waitUntilSeenAndHeard,
} from './steps.ts';
import { test } from './story.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

const SISTERS = listPrograms().filter(({ id }) => ['pmt', 'cfpt', 'pace', 'nvr'].includes(id));

let earshot: Earshot;

test.beforeEach(async ({ earshot: server }) => {
  earshot = server;
});

test('every sister program runs a live session with its own keys, phases and goals', async ({ people }) => {
  expect(SISTERS).toHaveLength(4);
  const { page: coach } = await people.invite({ hertz: COACH_HZ });
  const { page: room } = await people.invite('the family');
  await coach.goto(earshot.links.therapist);
  await expect(coach.getByRole('heading', { name: 'Sessions' })).toBeVisible();

  for (const program of SISTERS) await test.step(program.name, () => holdSession(program, coach, room));
});

/** From a new family to the report, in the last phase of the program's course. */
async function holdSession(program: Program, coach: Page, room: Page): Promise<void> {
  const stage = program.course.findLast(({ kind }) => kind === 'coach');
  const phase = findTreatmentPhase(program, stage?.phase ?? '') ?? program.phases[0];
  const codes = codesIn(program, 'parent').filter(({ keys }) => keys.length > 0);
  const { sessionId, caregiver } = await planSession(program, coach, { stage: stage?.id, treatmentPhase: phase.id });

  await coach.goto(`${earshot.url}/session/${sessionId}`);
  await passDeviceCheck(coach);
  await openRoom(coach, room, sessionId);
  await letIn(coach);
  await waitUntilSeenAndHeard(room);
  await nextStep(coach, /start check-in/i);
  await nextStep(coach, new RegExp(`start coding ${caregiver}`, 'i'));
  await waitUntilCoding(coach, room);

  const pad = coach.getByRole('region', { name: 'Codes', exact: true });
  for (const cell of program.pad.flat().filter((place) => place !== 'undo')) {
    await expect(pad.locator(`[data-action="${cell}"]`)).toBeVisible();
  }
  for (const { keys } of codes) await coach.keyboard.press(keys[0] ?? '', { delay: 15 });
  const [first] = codes;
  await coach.keyboard.press(first?.keys[0] ?? '');
  await expect(pad.getByRole('button', { name: `, ${first?.name ?? ''}, 2 times` })).toBeVisible();
  for (const { name } of codes.slice(1)) {
    await expect(pad.getByRole('button', { name: `, ${name}, 1 time` })).toBeVisible();
  }
  const goals = coach.getByRole('region', { name: 'Practice goals' });
  const [goal] = [...phase.criteria, ...phase.practiceGoals];
  await expect(goals.getByRole('img', { name: new RegExp(`^${escape(goal?.label ?? '')}`) })).toBeVisible();
  await expect(coach.getByText(/mastery/i)).toHaveCount(0);
  await expectAccessible(coach);

  await hold(coach, /end coding early/i);
  const prompt = program.prompts.find(
    ({ phases, key, treatmentPhase = phase.id }) =>
      phases.includes('coaching') && key !== undefined && treatmentPhase === phase.id,
  );
  await coach.keyboard.press(prompt?.key ?? '');
  await expect(room.getByText(prompt?.text ?? '').first()).toBeVisible();
  await nextStep(coach, /finish with feedback/i);
  await hold(coach, /close session/i);

  const report = await reportOf(coach);
  expect(report).toMatchObject({ phase: 'closed', program: program.id, programVersion: program.version });
  expect(report.windows).toMatchObject([{ kind: phase.id, isMastery: false, mastered: false }]);
  const expected = codes.map(({ code }, index) => [code, index === 0 ? 2 : 1]);
  expect(report.windows[0]?.counts).toEqual(Object.fromEntries(expected));

  await coach.goto(`${earshot.url}/session/${sessionId}/report`);
  await expect(coach.getByRole('heading', { name: `${phase.name} · ${caregiver}` })).toBeVisible();
  await expect(coach.getByRole('list', { name: 'Practice goals' }).first()).toContainText(goal?.label ?? '');
  await expect(coach.getByRole('heading', { name: 'Mastery criteria' })).toHaveCount(0);
  await expectAccessible(coach);
}

type Plan = { readonly stage: string | undefined; readonly treatmentPhase: string };

/** A family of the program with one caregiver, and a session of it for today. */
async function planSession({ id, name }: Program, coach: Page, plan: Plan) {
  const { haugen } = INVENTED_FAMILIES;
  const post = async (route: string, data: object): Promise<unknown> => {
    const answer = await coach.request.post(`${earshot.url}${route}`, { data });
    expect(answer.status(), await answer.text()).toBe(200);
    return answer.json();
  };
  const { familyId } = Family.parse(
    await post(pathOf('families:make'), {
      ...haugen,
      name: `${haugen.name} ${name}`,
      childInitials: 'H',
      program: id,
    }),
  );
  const startsAt = new Date().toISOString();
  const { sessionId } = SessionSummary.parse(await post(pathOf('sessions:make'), { familyId, startsAt, ...plan }));
  return { sessionId, caregiver: haugen.caregiverNames[0] };
}

async function openRoom(coach: Page, room: Page, sessionId: string): Promise<void> {
  const answer = await coach.request.post(`${earshot.url}${pathOf('session-links:make', { sessionId })}`);
  const { url } = JoinLink.parse(await answer.json());
  await openLink(room, url);
  await passFamilyCheck(room, /earphones on my phone/i);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
