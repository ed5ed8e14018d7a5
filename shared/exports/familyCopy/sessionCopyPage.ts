import { findCode, type Program } from '#shared/domain/programs/program.ts';
import type { Fact } from '#shared/protocol/facts.ts';
import { clockText } from '../clockText.ts';
import { escaped, htmlPage, htmlTable, minuteText } from './htmlPage.ts';

type Copied = {
  readonly facts: readonly Fact[];
  readonly program: Program | undefined;
  readonly startsAt: Date;
  readonly leadName: string;
  readonly caregivers: readonly { readonly caregiverId: string; readonly name: string }[];
  /** The files of its recording, in the folder of the page. */
  readonly films: readonly string[];
  readonly timeZone: string;
};

type Line = { readonly at: number; readonly who: string; readonly what: string };

const STEPS: Readonly<Partial<Record<Fact['type'], string>>> = {
  'check-in.started': 'Check-in',
  'emergency.raised': 'Help was called for',
  'emergency.ended': 'Help was no longer needed',
  'coding.started': 'Coding began',
  'coding.finished': 'Coding ended',
  'coaching.started': 'Coaching began',
  'feedback.started': 'Feedback',
  'session.closed': 'The session ended',
};

/** One session of a family's copy: its recording, and what was coded, prompted, noted and said, in order. Rule ERA7. */
export function sessionCopyPage(copied: Copied): string {
  const { facts, startsAt, leadName, films, timeZone } = copied;
  const undone = new Set<string>(facts.flatMap((fact) => (fact.type === 'code.undone' ? [fact.codeId] : [])));
  const lines = facts.flatMap((fact) => linesOf(fact, copied, undone)).toSorted((one, other) => one.at - other.at);
  const players = films.map((film) => `<p><video controls preload="none" src="${escaped(film)}"></video></p>`);
  return htmlPage(
    `Session on ${minuteText(startsAt, timeZone)}`,
    [
      '<p><a href="index.html">All sessions</a></p>',
      `<p>${escaped(`With ${leadName}.`)}</p>`,
      ...players,
      '<h2>What happened</h2>',
      htmlTable(
        ['Time', 'Who', 'What'],
        lines.map(({ at, who, what }) => [clockText(at), who, what]),
      ),
    ].join('\n'),
  );
}

function linesOf(fact: Fact, { program, caregivers }: Copied, undone: ReadonlySet<string>): readonly Line[] {
  const nameOf = (id: string) => caregivers.find(({ caregiverId }) => caregiverId === id)?.name ?? '';
  switch (fact.type) {
    case 'code.recorded': {
      if (undone.has(fact.codeId)) return [];
      const name = program && findCode(program, fact.code)?.name;
      const what = name === undefined ? fact.code : `${name} (${fact.code})`;
      return [{ at: fact.heardAt, who: nameOf(fact.caregiverId), what }];
    }
    case 'prompt.sent':
      return [{ at: fact.at, who: 'Coach', what: `To ${nameOf(fact.caregiverId)}: ${fact.text}` }];
    case 'note.written':
      return [{ at: fact.at, who: 'Note', what: fact.text }];
    case 'utterance.written':
      return [{ at: fact.heardAt, who: fact.speaker, what: `“${fact.text}”` }];
    case 'speech.transcribed':
      return fact.lines.map(({ from, text }) => ({ at: from, who: 'Said', what: `“${text}”` }));
    default: {
      const step = STEPS[fact.type];
      return step === undefined ? [] : [{ at: fact.at, who: '', what: step }];
    }
  }
}
