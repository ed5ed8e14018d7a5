import type { PlainCode, Verdict } from './naiveFollowThrough.ts';

/**
 * For tests only: PDI4 in scoring revision 1, as old sessions are scored. The very next thing said must be the code
 * that is due.
 */
export function naiveFollowThroughFirst(answer: PlainCode, later: readonly PlainCode[]): Verdict {
  return answer.code === 'CO' ? afterYes(answer.at, later) : afterNo(later);
}

const SAID = 'NTA DC IC LP UP QU IQ DQ RF BD TA WARN CHAIR ACK REDO STOP'.split(' ');

/** The first event with one of these codes, and everything after it. */
function firstOf(codes: readonly string[], record: readonly PlainCode[]) {
  const [event, ...rest] = record;
  if (event === undefined) return undefined;
  if (codes.includes(event.code ?? '')) return { event, rest };
  return firstOf(codes, rest);
}

function nextSaid(
  record: readonly PlainCode[],
  hoped: string,
  then: (at: number, rest: readonly PlainCode[]) => Verdict,
): Verdict {
  const said = firstOf(SAID, record);
  if (said === undefined || said.event.code === 'STOP') return 'never mind';
  return said.event.code === hoped ? then(said.event.at, said.rest) : 'wrong';
}

function afterYes(yes: number, record: readonly PlainCode[]): Verdict {
  return nextSaid(record, 'LP', (at) => (at <= yes + 5_000 ? 'right' : 'wrong'));
}

function afterNo(record: readonly PlainCode[]): Verdict {
  return nextSaid(record, 'WARN', (_, warned) => {
    const answer = firstOf(['CO', 'NC', 'NOC', 'DC', 'IC', 'STOP'], warned);
    if (answer === undefined || answer.event.code === 'STOP') return 'never mind';
    if (answer.event.code === 'CO') return afterYes(answer.event.at, answer.rest);
    return answer.event.code === 'NC' ? chairRound(answer.rest) : 'wrong';
  });
}

function chairRound(record: readonly PlainCode[]): Verdict {
  return nextSaid(record, 'CHAIR', (_, seated) => {
    const release = firstOf(['RELEASE', 'DC', 'IC', 'STOP'], seated);
    if (release === undefined || release.event.code === 'STOP') return 'never mind';
    if (release.event.code !== 'RELEASE') return 'wrong';
    return nextSaid(release.rest, 'REDO', (__, again) => {
      const answer = firstOf(['CO', 'NC', 'NOC', 'DC', 'IC', 'STOP'], again);
      if (answer === undefined || answer.event.code === 'STOP') return 'never mind';
      if (answer.event.code === 'CO') return nextSaid(answer.rest, 'ACK', () => 'right');
      return answer.event.code === 'NC' ? chairRound(answer.rest) : 'wrong';
    });
  });
}
