import type { RuleArea } from './rule.ts';

const QUERA = 'Quera, Bakeman and Gnisci (2007), abstract';

export const AGREEMENT: RuleArea = {
  title: 'Agreement of coders (REL) and practice (PRA)',
  note: '',
  rules: [
    {
      id: 'REL1',
      says: 'Two coders’ events are aligned in order at the least total cost: 0.01 for each second between a pair, 1 more where the codes differ, 0.75 for a lone event. A pair further apart than 2 s is forbidden.',
      source: `${QUERA}; the costs and the 2 s are ours`,
      confidence: 'ours',
    },
    {
      id: 'REL2',
      says: 'The headline is agreements of all aligned rows, and 80 % passes.',
      source: 'Trainers’ 80 %; how they count it is unconfirmed',
      confidence: 'reported',
    },
    {
      id: 'PRA1',
      says: 'A practice run is scored against its clip’s key by REL1 and REL2, with what was missed, what was too much, and when. It is the coder’s own, and part of no family’s record.',
      source: '',
      confidence: 'ours',
    },
  ],
};
