import { clinicDay } from '#shared/domain/clinicDay.ts';
import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { Family } from '#shared/protocol/http/families.ts';
import type { SafetySheet } from '#shared/protocol/safetySheet.ts';
import { escaped, htmlPage, htmlTable, minuteText } from './htmlPage.ts';

/** A session in a family's copy, with where its own page and data are. */
export type CopiedSession = {
  readonly startsAt: Date;
  readonly leadName: string;
  /** Its place among the sessions of the family, from 1. */
  readonly place: number;
  readonly recordings: number;
};

type CopiedFamily = {
  readonly family: Family;
  readonly facts: readonly FamilyFact[];
  readonly safetySheet: SafetySheet | null;
  readonly sessions: readonly CopiedSession[];
  readonly clinicName: string;
  readonly timeZone: string;
  readonly madeAt: Date;
};

const ENTRIES: { readonly [T in FamilyFact['entry']['type']]: string } = {
  'course.open': 'The course began',
  'course.pause': 'The course was paused',
  'course.resume': 'The course went on',
  'course.drop': 'The course ended early',
  'course.graduate': 'The course was completed',
  'stage.enter': 'Stage of the course',
  'measure.record': 'Measure',
  'practice.log': 'Practice at home',
  'problem.name': 'Problem named',
  'problem.rate': 'Problem rated',
  'objective.set': 'Objective set',
  'objective.close': 'Objective closed',
  'confidence.judge': 'Judged ready to continue alone',
  'time-out.agree': 'Agreement on time-outs',
  'level.set': 'Level',
  'time-out.contraindicate': 'Time-out contraindicated',
  'time-out.allow': 'Time-out allowed again',
  'guardians.name': 'Guardians of the child',
  'consent.answer': 'Answer about consent',
  'session.miss': 'Missed session',
  'entry.withdraw': 'Entry withdrawn',
};

/** The path of a session's page and data in the archive, without its ending. */
export const sessionPath = ({ place }: Pick<CopiedSession, 'place'>) => `session-${String(place).padStart(3, '0')}`;

/** The first page of a family's copy: who they are, everything in the record, and links to the sessions. Rule ERA7. */
export function familyCopyPage(copy: CopiedFamily): string {
  const { family, facts, safetySheet, sessions, clinicName, timeZone, madeAt } = copy;
  const names = new Map<string, string>(family.caregivers.map(({ caregiverId, name }) => [caregiverId, name]));
  const links = sessions.map((session) => {
    const { startsAt, leadName, recordings } = session;
    const film = recordings > 0 ? `, ${recordings === 1 ? 'one recording' : `${recordings} recordings`}` : '';
    const text = `${minuteText(startsAt, timeZone)}, with ${leadName}${film}`;
    return `<li><a href="${sessionPath(session)}.html">${escaped(text)}</a></li>`;
  });
  const from = clinicName === '' ? 'This copy' : `This copy from ${clinicName}`;
  const lead = `${from} was made on ${clinicDay(madeAt, timeZone)}. It has everything in your record. The same is in data.json and in a data file beside each session, for other programs. Days and times are in the time zone ${timeZone}.`;
  return htmlPage(
    family.name,
    [
      `<p>${escaped(lead)}</p>`,
      '<h2>Family</h2>',
      htmlTable(
        ['', ''],
        [
          ['Caregivers', family.caregivers.map(({ name }) => name).join(', ')],
          ['Child', family.childInitials],
          ['Born', family.childBirthMonth ?? 'not noted'],
          ['Program', `${family.program}, ${family.programVersion}`],
        ],
      ),
      '<h2>Sessions</h2>',
      links.length === 0 ? '<p>There was no session.</p>' : `<ul>\n${links.join('\n')}\n</ul>`,
      '<h2>Safety sheet</h2>',
      htmlTable(
        ['', ''],
        safetySheet === null ? [] : Object.entries(safetySheet).map(([key, value]) => [wordsOf(key), value]),
      ),
      '<h2>Record and diaries</h2>',
      htmlTable(
        ['When', 'By', 'What', 'Details'],
        facts.map(({ at, by, entry: { type, ...details } }) => [
          minuteText(at, timeZone),
          by.name,
          ENTRIES[type],
          detailsOf(details, names),
        ]),
      ),
    ].join('\n'),
  );
}

/** Every field of an entry, with the names of caregivers in place of their ids. */
function detailsOf(details: object, names: ReadonlyMap<string, string>): string {
  return Object.entries(details)
    .filter(([key, value]) => key !== 'entryId' && value !== null)
    .map(([key, value]) => `${wordsOf(key)}: ${valueOf(value, names)}`)
    .join('; ');
}

function valueOf(value: unknown, names: ReadonlyMap<string, string>): string {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => valueOf(one, names)).join(', ');
  if (typeof value === 'object' && value !== null) return detailsOf(value, names);
  return JSON.stringify(value);
}

/** `saidBy` becomes “said by”. */
const wordsOf = (key: string) => key.replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
