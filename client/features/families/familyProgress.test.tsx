// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { MeProvider } from '#client/api/me.ts';
import { describe, expect, test } from 'vitest';
import { readCourse } from '#client/planning/useFamilyCourse.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import type { FamilyEntry, FamilyFactEntry } from '#shared/protocol/familyFacts.ts';
import type { FamilyRecord } from '#shared/protocol/http/families.ts';
import { ParticipantId } from '#shared/protocol/ids.ts';
import {
  aFamilyRecord,
  aReport,
  aReportedWindow,
  aTotal,
  day,
  factsOf,
  MARIA,
} from '#shared/course/testing/aFamilyRecord.ts';
import { FamilyProgress } from './FamilyProgress.tsx';
import { FamilyScreenProvider } from './FamilyScreen.tsx';

const TODAY = day(30);
const NOOR = {
  userId: ParticipantId.parse('noor'),
  name: 'Noor',
  email: 'noor@clinic.example',
  role: 'therapist',
} as const;
const ONE_CAREGIVER = { caregivers: [MARIA] };
const MASTERY = { LP: 10, BD: 10, RF: 11, QU: 3 };

/** The page over a record that accepts entries, as the server would. */
function Page({ record, entered, mayWrite }: { record: FamilyRecord; entered: FamilyEntry[]; mayWrite: boolean }) {
  const [facts, setFacts] = useState(record.facts);
  const found = readCourse({ ...record, facts }, new Date(TODAY));
  if (found === undefined) throw new Error('The record’s program is not known');
  const enter = (entry: FamilyEntry) => {
    entered.push(entry);
    const before: FamilyFactEntry[] = facts.slice(1).map((fact) => fact.entry);
    setFacts(factsOf([...before, entry]));
    return Promise.resolve();
  };
  return (
    <MeProvider value={NOOR}>
      <FamilyScreenProvider value={{ ...found, today: TODAY, mayWrite, enter, onGone: () => undefined }}>
        <FamilyProgress />
      </FamilyScreenProvider>
    </MeProvider>
  );
}

async function openProgress(record: FamilyRecord, mayWrite = true) {
  const entered: FamilyEntry[] = [];
  await renderScreen(
    <QueryClientProvider client={new QueryClient()}>
      <Page record={record} entered={entered} mayWrite={mayWrite} />
    </QueryClientProvider>,
    'families',
    'planning',
    'caseloads',
    'consents',
    'safety',
    'erasures',
    'retention',
    'why',
  );
  return { entered, person: userEvent.setup() };
}

const section = (name: string | RegExp) => within(screen.getByRole('region', { name }));
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the course', () => {
  const toCdiCoach: FamilyFactEntry[] = [
    { type: 'stage.enter', stage: 'cdi-coach', caregiverId: null, override: { reason: 'Came from another clinic.' } },
  ];

  test('says who the child is, the program with its version, and the stage that the family is at', async () => {
    await openProgress(aFamilyRecord({ entries: toCdiCoach }));
    expect(screen.getByText(/child L\., 4 y \d+ m · Maria and Jon · .+, version /)).toBeTruthy();
    const here = screen.getByRole('list', { name: 'Stages of the course' }).querySelector('[aria-current="step"]');
    expect(here?.textContent).toContain('CDI coaching');
  });

  test('[CRS6] offers to go on only if the gate is met', async () => {
    const windows = [aReportedWindow({ LP: 4 }, { caregiver: MARIA })];
    const record = aFamilyRecord({
      family: ONE_CAREGIVER,
      entries: toCdiCoach,
      sessions: [aReport(3, { stage: 'cdi-coach', windows })],
    });
    await openProgress(record);
    expect(screen.queryByRole('button', { name: /^move on to/i })).toBeNull();
    expect(section('Next session').getAllByText(/of 4 criteria met/).length).toBeGreaterThan(0);
  });

  test('[CRS6] goes on to the next stage with one press once the criteria are met', async () => {
    const windows = [aReportedWindow(MASTERY, { caregiver: MARIA })];
    const record = aFamilyRecord({
      family: ONE_CAREGIVER,
      entries: toCdiCoach,
      sessions: [aReport(3, { stage: 'cdi-coach', windows })],
    });
    const { entered, person } = await openProgress(record);
    await person.click(button('Move on to PDI teaching'));
    expect(entered).toEqual([{ type: 'stage.enter', stage: 'pdi-teach', caregiverId: null, override: null }]);
    expect(screen.queryByRole('button', { name: /^move on to/i })).toBeNull();
  });

  test('[CRS1] requires a reason for another stage than the suggested one', async () => {
    const { entered, person } = await openProgress(aFamilyRecord({ family: ONE_CAREGIVER }));
    await person.click(button('Choose another stage'));
    await person.selectOptions(screen.getByLabelText('Stage'), 'PDI coaching');
    await person.click(button('Change the stage'));
    expect(entered).toEqual([]);
    expect(screen.getByText('Say why in a few words.')).toBeTruthy();
    await person.type(screen.getByLabelText('Reason'), 'Moved here in mid-course.');
    await person.click(button('Change the stage'));
    expect(entered).toEqual([
      { type: 'stage.enter', stage: 'pdi-coach', caregiverId: null, override: { reason: 'Moved here in mid-course.' } },
    ]);
    expect(section('Record').getByText(/against the suggestion: Moved here/)).toBeTruthy();
  });

  test('[CRS9] ends early with the reasons of both sides, and needs at least one', async () => {
    const { entered, person } = await openProgress(aFamilyRecord({ family: ONE_CAREGIVER }));
    await person.click(button('End the course early'));
    await person.click(button('End the course'));
    expect(entered).toEqual([]);
    await person.click(within(screen.getByRole('group', { name: 'The caregivers say' })).getByLabelText('No progress'));
    await person.click(within(screen.getByRole('group', { name: 'I think' })).getByLabelText('Too much else going on'));
    await person.click(button('End the course'));
    expect(entered).toEqual([{ type: 'course.drop', byCaregiver: ['no-progress'], byClinician: ['stress'], note: '' }]);
    expect(button('Resume the ended course')).toBeTruthy();
  });

  test('a supervisor reads everything and enters nothing', async () => {
    await openProgress(aFamilyRecord({ entries: toCdiCoach }), false);
    for (const name of ['Plan session', 'Pause the course', /record a total/i, 'Add a problem', /withdraw/i])
      expect(screen.queryByRole('button', { name })).toBeNull();
    expect(section('Record').getByText(/Came from another clinic/)).toBeTruthy();
  });
});

describe('skills', () => {
  const record = aFamilyRecord({
    sessions: [
      aReport(3, {
        stage: 'cdi-coach',
        windows: [aReportedWindow({ LP: 4, BD: 6, RF: 2, QU: 8 }, { caregiver: MARIA })],
      }),
      aReport(10, { stage: 'cdi-coach', windows: [aReportedWindow(MASTERY, { caregiver: MARIA })] }),
    ],
  });

  test('have a table behind the chart, with each session’s result', async () => {
    await openProgress(record);
    const table = screen.getByRole('table', { name: /child-directed interaction: counts/i });
    expect(within(table).getByRole('columnheader', { name: 'Labeled praise' })).toBeTruthy();
    expect(within(table).getByRole('row', { name: /4 6 2 8 not yet/ })).toBeTruthy();
    expect(within(table).getByRole('row', { name: /10 10 11 3 mastered/ })).toBeTruthy();
  });

  test('say so if nothing was coded with a caregiver', async () => {
    const { person } = await openProgress(record);
    await person.click(screen.getByRole('tab', { name: 'Jon' }));
    expect(screen.getByText('Nothing has been coded with Jon yet.')).toBeTruthy();
  });
});

describe('measures', () => {
  test('[MEA1] accept a whole total within the range, and say which direction is better', async () => {
    const { entered, person } = await openProgress(aFamilyRecord({ family: ONE_CAREGIVER }));
    await person.click(button('Record a total of ECBI Intensity'));
    const total = screen.getByRole('textbox', { name: /^Total/ });
    for (const wrong of ['35', '253', '114.5']) {
      await person.clear(total);
      await person.type(total, wrong);
      await person.click(button('Record the total'));
      expect(screen.getByText('Enter a whole number from 36 to 252.')).toBeTruthy();
    }
    await person.clear(total);
    await person.type(total, '110');
    await person.click(button('Record the total'));
    expect(entered).toMatchObject([{ type: 'measure.record', measureId: 'ecbi-intensity', total: 110, on: TODAY }]);
    expect(section('Measures').getByText(/Latest: 110/)).toBeTruthy();
  });

  test('an entry that was wrong is withdrawn with a reason, and stays in the record', async () => {
    const entries = [aTotal(1, 'ecbi-intensity', 140, null)];
    const { person } = await openProgress(aFamilyRecord({ family: ONE_CAREGIVER, entries }));
    await person.click(button(/^withdraw: ecbi intensity: 140/i));
    await person.type(screen.getByLabelText('Reason'), 'Another family’s sheet.');
    await person.click(button('Withdraw'));
    expect(section('Measures').queryByText(/Latest: 140/)).toBeNull();
    expect(section('Record').getByText(/ECBI Intensity: 140/, { selector: 's' })).toBeTruthy();
  });
});

test('a problem is named in the family’s words and rated from 0 to 10', async () => {
  const { entered, person } = await openProgress(aFamilyRecord({ family: ONE_CAREGIVER }));
  await person.click(button('Add a problem'));
  await person.type(screen.getByLabelText(/in the family’s words/), 'Getting dressed');
  await person.click(button('Add'));
  await person.click(button('Rate now: Getting dressed'));
  await person.type(screen.getByRole('textbox', { name: /how hard/i }), '11');
  await person.click(button('Save the rating'));
  expect(screen.getByText('Enter a whole number from 0 to 10.')).toBeTruthy();
  await person.clear(screen.getByRole('textbox', { name: /how hard/i }));
  await person.type(screen.getByRole('textbox', { name: /how hard/i }), '8');
  await person.click(button('Save the rating'));
  expect(entered).toMatchObject([{ type: 'problem.name' }, { type: 'problem.rate', rating: 8 }]);
  expect(section('Top problems').getByText(/latest: 8 of 10/)).toBeTruthy();
});

test('[OBJ1] an objective’s share is entered in percent and kept as a share, and it is closed as met', async () => {
  const { entered, person } = await openProgress(aFamilyRecord({ family: ONE_CAREGIVER }));
  await person.click(button('Set an objective'));
  await person.type(screen.getByLabelText(/in words/i), 'Clear commands at home');
  await person.selectOptions(screen.getByLabelText('Measured by'), 'Share of commands that were effective');
  await person.type(screen.getByRole('textbox', { name: /target/i }), '80');
  await person.type(screen.getByLabelText('Reach it by'), '2026-06-30');
  await person.click(button('Set the objective'));
  expect(entered).toMatchObject([
    { type: 'objective.set', target: 0.8, measure: { of: 'effective-commands' }, by: '2026-06-30' },
  ]);
  await person.click(button('Close as met: Clear commands at home'));
  expect(section('Objectives').getByText('Closed as met')).toBeTruthy();
});

test('[SEQ9] a back-up for time-outs needs a signature; nothing is set before', async () => {
  const { entered, person } = await openProgress(aFamilyRecord({ family: ONE_CAREGIVER }));
  expect(section('Agreements').getByText('No back-up')).toBeTruthy();
  await person.click(button('Change the time-out agreement'));
  await person.click(screen.getByRole('radio', { name: /a safe room nearby/i }));
  await person.click(button('Save the agreement'));
  expect(entered).toEqual([]);
  expect(screen.getByText('Sign to set a back-up.')).toBeTruthy();
  await person.click(screen.getByRole('checkbox', { name: /I have discussed this/ }));
  await person.click(button('Save the agreement'));
  expect(entered).toEqual([{ type: 'time-out.agree', backup: 'room', houseRules: false, signedOff: true }]);
  expect(section('Agreements').getByText('Signed by Noor')).toBeTruthy();
});

test('[SEQ13] a contraindication of time-out needs a reason, is shown at the top, and is lifted with another reason', async () => {
  const { entered, person } = await openProgress(aFamilyRecord({ family: ONE_CAREGIVER }));
  await person.click(button('Time-out is contraindicated …'));
  await person.click(button('No time-out from now on'));
  expect(entered).toEqual([]);
  await person.type(screen.getByLabelText('Why this child must not be sent to time-out'), 'Was locked up once.');
  await person.click(button('No time-out from now on'));
  expect(entered).toEqual([{ type: 'time-out.contraindicate', reason: 'Was locked up once.' }]);
  expect(screen.getAllByText('No time-out.')).toHaveLength(2);
  await person.click(button('Time-out may be used again …'));
  await person.type(screen.getByLabelText('Why it may be used again'), 'Talked through.');
  await person.click(button('Allow time-out again'));
  expect(screen.queryByText('No time-out.')).toBeNull();
});

test('[LVL1] [LVL3] the level is set through its gate or with a reason, and house rules wait for theirs', async () => {
  const toPdi = {
    type: 'stage.enter',
    stage: 'pdi-coach',
    caregiverId: null,
    override: { reason: 'Moved here.' },
  } as const;
  const { entered, person } = await openProgress(aFamilyRecord({ family: ONE_CAREGIVER, entries: [toPdi] }));
  expect(section('Level').getByText(/Until you set the first level/)).toBeTruthy();
  await person.click(button('Move on to Play commands'));
  expect(section('Level').getByText(/^At home: At the end of special time/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Move on to Real-life commands' })).toBeNull();
  await person.click(button('Another level …'));
  await person.selectOptions(screen.getByRole('combobox', { name: 'Level' }), 'Real-life commands');
  await person.type(screen.getByLabelText('Why'), 'Mornings cannot wait.');
  await person.click(button('Set the level'));
  expect(entered).toEqual([
    { type: 'level.set', level: 'play', override: null },
    { type: 'level.set', level: 'real-life', override: { reason: 'Mornings cannot wait.' } },
  ]);
  expect(section('Record').getByText(/Level: Real-life commands, against the suggestion/)).toBeTruthy();
  await person.click(button('Change the time-out agreement'));
  const rules = screen.getByRole('checkbox', { name: 'Breaking a house rule leads straight to the chair' });
  expect(rules).toHaveProperty('disabled', true);
});

test('[CRS8] whether a caregiver can go on alone is a yes or a no', async () => {
  const { entered, person } = await openProgress(aFamilyRecord({ family: ONE_CAREGIVER }));
  await person.click(button('Yes: Maria'));
  expect(entered).toEqual([{ type: 'confidence.judge', caregiverId: MARIA.caregiverId, confident: true }]);
  expect(button('Yes: Maria').getAttribute('aria-pressed')).toBe('true');
});

describe('consent', () => {
  test('[CNS1] a yes for the child is noted only with the child’s own wish, which is not assumed', async () => {
    const guardian: FamilyFactEntry = { type: 'guardians.name', caregivers: [MARIA.caregiverId], reason: null };
    const { entered, person } = await openProgress(aFamilyRecord({ family: ONE_CAREGIVER, entries: [guardian] }));
    await person.click(button('Note answers'));
    const dialog = within(screen.getByRole('dialog'));
    await person.selectOptions(dialog.getByLabelText('For whom'), 'As a guardian, for the child');
    await person.selectOptions(dialog.getByLabelText('Recording the room'), 'Yes');
    await person.click(dialog.getByRole('button', { name: 'Note answers' }));
    expect(entered).toEqual([]);
    expect(dialog.getByText(/^Choose what the child wants/)).toBeTruthy();
    await person.selectOptions(dialog.getByLabelText('The child’s own wish'), 'the child agrees');
    await person.click(dialog.getByRole('button', { name: 'Note answers' }));
    expect(entered).toMatchObject([{ purpose: 'record-room', about: 'child', answer: 'given', assent: 'agrees' }]);
  });
});
