import { CHAPTERS } from './chapters.ts';
import { OFFICIAL_LEVELS, SOURCE } from './officialLevels.ts';
import type { Chapter, Evidence, Requirement } from './requirement.ts';

const STATES = ['met', 'not applicable', 'open'] as const;
type State = (typeof STATES)[number];

const INTRODUCTION = `# Security requirements

The requirements of levels 1 and 2 of the ${SOURCE.name} ${SOURCE.version}, and all of its
chapter on WebRTC, in our own words. What counts is the text of the standard. The page is generated from \`tools/asvs\` by
\`node tools/asvsPage.ts\`.

**Met** names where to look: tests by their title, files, decisions. **Not applicable** says why. **Open** says what is missing; in
doubt, a requirement is open. We answered this ourselves, and nobody has checked it from outside. A test finds each requirement here
once, each file and each title. What all of this is for is in [THREATS.md](THREATS.md).

Ids and levels come from OWASP/ASVS, commit \`${SOURCE.commit.slice(0, 12)}\`,
\`${SOURCE.file}\`.`;

/** The page of all requirements, in Markdown. */
export function asvsPage(): string {
  return `${[INTRODUCTION, counts(), ...CHAPTERS.map(section)].join('\n\n')}\n`;
}

function counts(): string {
  const all = CHAPTERS.flatMap(({ rows }) => rows);
  const ofLevel = (level: number) => all.filter(({ id }) => OFFICIAL_LEVELS.get(id) === level);
  return [
    '## How many',
    [
      `| | ${STATES.join(' | ')} | all |`,
      '| --- | ---: | ---: | ---: | ---: |',
      ...CHAPTERS.map(({ id, about, rows }) => countRow(`${id} ${about}`, rows)),
      ...[1, 2, 3].map((level) => countRow(`level ${level}`, ofLevel(level))),
      countRow('**all**', all),
    ].join('\n'),
  ].join('\n\n');
}

function countRow(name: string, rows: readonly Requirement[]): string {
  const numbers = STATES.map((state) => rows.filter((row) => stateOf(row) === state).length);
  return `| ${[name, ...numbers, rows.length].join(' | ')} |`;
}

function section({ id, about, rows }: Chapter): string {
  const table = ['| id | level | asks | state | where, or why |', '| --- | ---: | --- | --- | --- |', ...rows.map(row)];
  return [`## ${id} ${about}`, table.join('\n')].join('\n\n');
}

function row(requirement: Requirement): string {
  const { id, asks } = requirement;
  const state = stateOf(requirement);
  const shown = state === 'open' ? '**open**' : state;
  return `| ${[id, OFFICIAL_LEVELS.get(id), asks, shown, reasonOf(requirement)].join(' | ')} |`;
}

function stateOf(requirement: Requirement): State {
  if ('met' in requirement) return 'met';
  return 'open' in requirement ? 'open' : 'not applicable';
}

function reasonOf(requirement: Requirement): string {
  if ('open' in requirement) return requirement.open;
  if ('notApplicable' in requirement) return requirement.notApplicable;
  const { met, note } = requirement;
  return [`${met.map(shownEvidence).join('; ')}.`, note].filter((text) => text !== undefined).join(' ');
}

function shownEvidence(evidence: Evidence): string {
  if (typeof evidence === 'string') return `\`${evidence}\``;
  const [file, title] = evidence;
  return `\`${file}\`: \`${title.replaceAll('|', '\\|')}\``;
}
