/**
 * For tests only: rule PDI4 in scoring revision 2, a literal reading of the transcript format's page, bullet by bullet.
 */
export type PlainCode = { readonly at: number; readonly code?: string };
export type Verdict = 'right' | 'wrong' | 'never mind';
export type Judge = (answer: PlainCode, later: readonly PlainCode[]) => Verdict;

/** Called with the sentence that decided something, so that a test can check which sentences its records reach. */
type Hear = (sentence: string) => void;

const PARENT = 'NTA DC IC LP UP QU IQ DQ RF BD TA'.split(' ');

/** Judges from the child's answer to the command (a CO or an NC) and everything after it. */
export function naiveFollowThrough(
  answer: PlainCode,
  later: readonly PlainCode[],
  hear: Hear = () => undefined,
): Verdict {
  return answer.code === 'CO' ? afterYes('CO', answer.at, later, hear) : afterNo(later, hear);
}

function afterYes(after: string, yes: number, later: readonly PlainCode[], hear: Hear): Verdict {
  const [next, ...rest] = later;
  if (next === undefined) return told(hear, `record ends before praise after ${after}`, 'never mind');
  const { code = '', at } = next;
  if (code === 'STOP') return told(hear, `STOP before praise after ${after}`, 'never mind');
  if (code === 'CO') {
    hear(at > yes + 5_000 ? 'finished long after' : 'finished soon after');
    return afterYes(after, at, rest, hear);
  }
  if (at > yes + 5_000) return told(hear, code === 'LP' ? 'LP too late' : 'something else too late', 'wrong');
  if (code === 'LP') return told(hear, `LP after ${after}`, 'right');
  if ('DC IC NTA WARN CHAIR REDO'.split(' ').includes(code)) return told(hear, `${code} before praise`, 'wrong');
  hear(PARENT.includes(code) ? 'other talk before praise' : 'something else before praise');
  return afterYes(after, yes, rest, hear);
}

function afterNo(later: readonly PlainCode[], hear: Hear): Verdict {
  return first('WARN', later, 'DC IC NTA CHAIR REDO ACK', hear, (_, warned) =>
    first('CO NC', warned, 'DC IC CHAIR REDO ACK', hear, (answer, rest) =>
      answer.code === 'CO' ? afterYes('WARN', answer.at, rest, hear) : toChair(1, rest, hear),
    ),
  );
}

function toChair(round: number, later: readonly PlainCode[], hear: Hear): Verdict {
  return first('CHAIR', later, 'DC IC NTA WARN REDO ACK', hear, (chair, onChair) => {
    hear(`chair, round ${round}`);
    return held(chair.at, onChair, hear, (released) =>
      first('REDO', released, 'DC IC NTA WARN CHAIR ACK', hear, (_, again) =>
        first('CO NC', again, 'DC IC CHAIR WARN ACK', hear, (answer, rest) => {
          if (answer.code === 'NC') return toChair(round + 1, rest, hear);
          return first('ACK', rest, 'DC IC NTA WARN CHAIR REDO', hear, () => told(hear, 'ACK', 'right'));
        }),
      ),
    );
  });
}

/** The codes up to the RELEASE, if the time on the chair was handled correctly. */
function held(
  chair: number,
  onChair: readonly PlainCode[],
  hear: Hear,
  then: (released: readonly PlainCode[]) => Verdict,
): Verdict {
  let last = chair;
  for (const [index, { code = '', at }] of onChair.entries()) {
    if (code === 'STOP') return told(hear, 'STOP on the chair', 'never mind');
    if (PARENT.includes(code)) return told(hear, `${code} on the chair`, 'wrong');
    if (code === 'CHAIR' || code === 'ESCAPE' || code === 'ROOM') {
      hear(`${code} on the chair`);
      last = at;
    }
    if (code !== 'RELEASE') continue;
    if (at - last < 185_000) return told(hear, 'RELEASE too soon', 'wrong');
    hear('RELEASE');
    return then(onChair.slice(index + 1));
  }
  return told(hear, 'record ends on the chair', 'never mind');
}

/** The first of the codes wanted, unless a code that comes too soon is before it. */
function first(
  wanted: string,
  later: readonly PlainCode[],
  tooSoon: string,
  hear: Hear,
  then: (event: PlainCode, rest: readonly PlainCode[]) => Verdict,
): Verdict {
  for (const [index, event] of later.entries()) {
    const { code = '' } = event;
    if (code === 'STOP') return told(hear, `STOP before ${wanted}`, 'never mind');
    if (wanted.split(' ').includes(code)) return then(event, later.slice(index + 1));
    if (tooSoon.split(' ').includes(code)) return told(hear, `${code} before ${wanted}`, 'wrong');
  }
  return told(hear, `record ends before ${wanted}`, 'never mind');
}

function told(hear: Hear, sentence: string, verdict: Verdict): Verdict {
  hear(sentence);
  return verdict;
}
