/**
 * For tests only: rule PDI4 in scoring revision 2, a literal reading of the transcript format's page, bullet by bullet.
 */
export type PlainCode = { readonly at: number; readonly code?: string };
export type Verdict = 'right' | 'wrong' | 'never mind';
export type Judge = (answer: PlainCode, later: readonly PlainCode[]) => Verdict;

/** Called with the sentence that decided something, so that a test can check which sentences its records reach. */
type Report = (sentence: string) => void;

const PARENT = 'NTA DC IC LP UP QU IQ DQ RF BD TA'.split(' ');

/** Judges from the child's answer to the command (a CO or an NC) and everything after it. */
export function naiveFollowThrough(
  answer: PlainCode,
  later: readonly PlainCode[],
  report: Report = () => undefined,
): Verdict {
  return answer.code === 'CO' ? afterYes('CO', answer.at, later, report) : afterNo(later, report);
}

function afterYes(after: string, yes: number, later: readonly PlainCode[], report: Report): Verdict {
  const [next, ...rest] = later;
  if (next === undefined) return decided(report, `record ends before praise after ${after}`, 'never mind');
  const { code = '', at } = next;
  if (code === 'STOP') return decided(report, `STOP before praise after ${after}`, 'never mind');
  if (code === 'CO') {
    report(at > yes + 5_000 ? 'finished long after' : 'finished soon after');
    return afterYes(after, at, rest, report);
  }
  if (at > yes + 5_000) return decided(report, code === 'LP' ? 'LP too late' : 'something else too late', 'wrong');
  if (code === 'LP') return decided(report, `LP after ${after}`, 'right');
  if ('DC IC NTA WARN CHAIR REDO'.split(' ').includes(code)) return decided(report, `${code} before praise`, 'wrong');
  report(PARENT.includes(code) ? 'other talk before praise' : 'something else before praise');
  return afterYes(after, yes, rest, report);
}

function afterNo(later: readonly PlainCode[], report: Report): Verdict {
  return first('WARN', later, 'DC IC NTA CHAIR REDO ACK', report, (_, warned) =>
    first('CO NC', warned, 'DC IC CHAIR REDO ACK', report, (answer, rest) =>
      answer.code === 'CO' ? afterYes('WARN', answer.at, rest, report) : toChair(1, rest, report),
    ),
  );
}

function toChair(round: number, later: readonly PlainCode[], report: Report): Verdict {
  return first('CHAIR', later, 'DC IC NTA WARN REDO ACK', report, (chair, onChair) => {
    report(`chair, round ${round}`);
    return held(chair.at, onChair, report, (released) =>
      first('REDO', released, 'DC IC NTA WARN CHAIR ACK', report, (_, again) =>
        first('CO NC', again, 'DC IC CHAIR WARN ACK', report, (answer, rest) => {
          if (answer.code === 'NC') return toChair(round + 1, rest, report);
          return first('ACK', rest, 'DC IC NTA WARN CHAIR REDO', report, () => decided(report, 'ACK', 'right'));
        }),
      ),
    );
  });
}

/** The codes up to the RELEASE, if the time on the chair was handled correctly. */
function held(
  chair: number,
  onChair: readonly PlainCode[],
  report: Report,
  then: (released: readonly PlainCode[]) => Verdict,
): Verdict {
  let last = chair;
  for (const [index, { code = '', at }] of onChair.entries()) {
    if (code === 'STOP') return decided(report, 'STOP on the chair', 'never mind');
    if (PARENT.includes(code)) return decided(report, `${code} on the chair`, 'wrong');
    if (code === 'CHAIR' || code === 'ESCAPE' || code === 'ROOM') {
      report(`${code} on the chair`);
      last = at;
    }
    if (code !== 'RELEASE') continue;
    if (at - last < 185_000) return decided(report, 'RELEASE too soon', 'wrong');
    report('RELEASE');
    return then(onChair.slice(index + 1));
  }
  return decided(report, 'record ends on the chair', 'never mind');
}

/** The first of the codes wanted, unless a code that comes too soon is before it. */
function first(
  wanted: string,
  later: readonly PlainCode[],
  tooSoon: string,
  report: Report,
  then: (event: PlainCode, rest: readonly PlainCode[]) => Verdict,
): Verdict {
  for (const [index, event] of later.entries()) {
    const { code = '' } = event;
    if (code === 'STOP') return decided(report, `STOP before ${wanted}`, 'never mind');
    if (wanted.split(' ').includes(code)) return then(event, later.slice(index + 1));
    if (tooSoon.split(' ').includes(code)) return decided(report, `${code} before ${wanted}`, 'wrong');
  }
  return decided(report, `record ends before ${wanted}`, 'never mind');
}

function decided(report: Report, sentence: string, verdict: Verdict): Verdict {
  report(sentence);
  return verdict;
}
