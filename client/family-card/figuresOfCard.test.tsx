// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { listPrograms } from '#shared/domain/programs/findProgram.ts';
import { expectedFound, expectedGoal, type ReportedWindow, reportOf } from '#shared/session/testing/expectedFigures.ts';
import { someSession } from '#shared/session/testing/someSession.ts';
import { aFamilyRecord, day } from '#shared/course/testing/aFamilyRecord.ts';
import { familyCard } from '#shared/course/familyCard.ts';
import { FamilyCard } from './FamilyCard.tsx';

const RUNS = { numRuns: 10 };
type Judged = ReportedWindow['criteria'][number];

function expectedSkill(name: string, one: Judged): string {
  const found = expectedFound(one);
  if (found === undefined) return `${name}did not come up this time`;
  if (one.result.is === 'not assessable') return `${name}${found}`;
  return `${name}${found}${one.result.is === 'met' ? 'goal reached' : `goal ${expectedGoal(one)}`}`;
}

function expectedSkip(name: string, one: Judged): string {
  const found = expectedFound(one);
  if (found === undefined) return `${name}: did not come up this time`;
  if (found === '0' || found === '0%') return `${name}: none this time.`;
  const goal = expectedGoal(one);
  const words = {
    met: `${found} this time. Up to ${goal} is fine.`,
    'not met': `${found} this time. Try fewer next time: the goal is ${goal} or less.`,
    'not assessable': `${found} this time.`,
    'not applicable': '',
  };
  return `${name}: ${words[one.result.is]}`;
}

test.for(listPrograms().map((one) => [one.id, one] as const))(
  '[CARD1] each caregiver’s card shows the figures of their own last window that counts: %s',
  async ([, program]) => {
    await fc.assert(
      fc.asyncProperty(someSession(program), async (scene) => {
        const report = reportOf(scene);
        for (const { caregiverId } of scene.state.caregivers) {
          const record = aFamilyRecord({ program, sessions: [report] });
          const card = familyCard(record, program, { caregiverId, today: day(300) });
          if (card === undefined) throw new Error('A session was held.');
          const own = report.windows.filter(({ caregiver }) => caregiver.caregiverId === caregiverId);
          const counted = own.findLast(({ standing, criteria }) => standing !== 'void' && criteria.length > 0);
          const judged = (counted?.criteria ?? []).flatMap((one) => {
            const skill = program.familySkills.find(({ rule }) => rule === one.rule);
            return skill === undefined ? [] : [{ name: skill.name, one }];
          });
          await renderScreen(<FamilyCard card={card} />, 'familyCard');
          const shown = screen.queryAllByRole('listitem').map(({ textContent }) => textContent);
          const skills = judged.filter(({ one }) => one.bound === 'at least');
          expect(shown).toEqual(skills.map(({ name, one }) => expectedSkill(name, one)));
          for (const { name, one } of judged.filter(({ one: { bound } }) => bound === 'at most')) {
            expect(screen.getByText(expectedSkip(name, one))).toBeTruthy();
          }
          for (const meter of screen.queryAllByRole('meter')) {
            const skill = skills.find(
              ({ name }) =>
                name === within(meter.parentElement ?? meter).getByText(/./, { selector: '[id]' }).textContent,
            );
            if (skill === undefined) throw new Error('A meter is of no skill.');
            expect(meter.getAttribute('aria-valuetext')).toBe(
              `${expectedFound(skill.one)}, and the goal is ${expectedGoal(skill.one)}`,
            );
          }
          cleanup();
        }
      }),
      RUNS,
    );
  },
);
