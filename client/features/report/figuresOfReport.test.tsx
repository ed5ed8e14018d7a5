// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { listPrograms } from '#shared/domain/programs/findProgram.ts';
import { codesIn, type Program } from '#shared/domain/programs/program.ts';
import {
  expectedFound,
  expectedGoal,
  expectedMissing,
  expectedOpen,
  expectedPart,
  expectedShare,
  isCount,
  type ReportedWindow,
  reportOf,
} from '#shared/session/testing/expectedFigures.ts';
import { someSession } from '#shared/session/testing/someSession.ts';
import { WindowSection } from './WindowSection.tsx';

const RUNS = { numRuns: 5 };

/** A criterion's figure, its goal and what is missing. */
function expectedRow(one: ReportedWindow['criteria'][number]): string {
  const missing = expectedMissing(one);
  const unit = isCount(one) ? '' : missing === 1 ? ' point' : ' points';
  const results = {
    met: 'met',
    'not met': `${missing}${unit} ${one.bound === 'at least' ? 'more' : 'fewer'}`,
    'not applicable': 'did not come up',
    'not assessable': 'not judged',
  };
  return `${expectedFound(one) ?? 'none'} ${one.bound} ${expectedGoal(one)}${results[one.result.is]}`;
}

/** The values of a window by name, from its description lists. */
function valuesOf(section: HTMLElement): ReadonlyMap<string, string> {
  return new Map(
    [...section.querySelectorAll('dt')].map((name) => [
      (name.firstChild?.textContent ?? '').trim(),
      name.parentElement?.querySelector('dd')?.textContent ?? '',
    ]),
  );
}

function expectedValues(
  window: ReportedWindow,
  phase: Program['phases'][number] | undefined,
): readonly (readonly [string, string])[] {
  const { commands, ratios, ratings } = window;
  const open = expectedOpen(window);
  const figures =
    commands === null
      ? []
      : [
          ['Commands', String(commands.commands)] as const,
          ['Direct', String(commands.directCommands)] as const,
          ...(open === 0 ? [] : [['Open: the child’s answer was not coded', String(open)] as const]),
          ['Effective', expectedPart(commands.effective, commands.commands, 'nothing to divide by')] as const,
          [
            'Followed through correctly',
            expectedPart(commands.followUpCorrect, commands.followUpDue, 'nothing to divide by'),
          ] as const,
        ];
  return [
    ...figures,
    ...ratios.map(({ label, value }) => [label, expectedShare(value, 'nothing to divide by')] as const),
    ...(phase?.ratings ?? []).map(({ id, label }) => [label, ratings[id] ?? ''] as const),
  ];
}

test.for(listPrograms().map((one) => [one.id, one] as const))(
  'the page of a report shows its counts, criteria, command figures and ratios, cell by cell: %s',
  async ([, program]) => {
    await fc.assert(
      fc.asyncProperty(someSession(program), async (scene) => {
        for (const window of reportOf(scene).windows) {
          await renderScreen(
            <WindowSection window={window} place={1} program={scene.program} saysNext={false} />,
            'report',
          );
          const section = screen.getByRole('region', { name: /^1\. / });
          const rows = within(section)
            .queryAllByRole('list', { name: /criteria|goals/ })
            .flatMap((list) => within(list).queryAllByRole('listitem'));
          const judged = [...window.criteria, ...window.goals];
          expect(rows).toHaveLength(judged.length);
          for (const [index, one] of judged.entries()) {
            const text = rows[index]?.textContent ?? '';
            expect(text.startsWith(one.label)).toBe(true);
            expect(text.endsWith(expectedRow(one))).toBe(true);
          }
          const table = within(section).queryByRole('table', { name: 'All codes' });
          const counted = [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) =>
            [...row.querySelectorAll('th, td:last-child')].map(({ textContent }) => textContent),
          );
          const expected = codesIn(program, 'parent').flatMap(({ code, name }) => {
            const count = window.counts[code] ?? 0;
            return count === 0 ? [] : [[name, String(count)]];
          });
          const names = new Set(codesIn(program, 'parent').map(({ name }) => name));
          expect(counted.filter(([name = '']) => names.has(name))).toEqual(expected);
          const phase = scene.program.phases.find(({ id }) => id === window.kind);
          expect(valuesOf(section)).toEqual(new Map(expectedValues(window, phase)));
          cleanup();
        }
      }),
      RUNS,
    );
  },
);
