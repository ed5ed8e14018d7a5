import type { MeasureDefinition } from './measureDefinition.ts';

/** Questionnaires that several programs use. Only totals are kept, because the items belong to others. Rules MEA. */

export const ECBI_INTENSITY: MeasureDefinition = {
  id: 'ecbi-intensity',
  name: 'ECBI Intensity',
  min: 36,
  max: 252,
  better: 'lower',
  cutOff: 131,
  rule: 'MEA1',
};

export const ECBI_PROBLEM: MeasureDefinition = {
  id: 'ecbi-problem',
  name: 'ECBI Problem',
  min: 0,
  max: 36,
  better: 'lower',
  cutOff: 15,
  rule: 'MEA2',
};

export const WACB_NEGATIVE: MeasureDefinition = {
  id: 'wacb-n',
  name: 'WACB-N',
  min: 9,
  max: 63,
  better: 'lower',
  cutOff: 37,
  rule: 'MEA3',
};

export const WACB_POSITIVE: MeasureDefinition = {
  id: 'wacb-p',
  name: 'WACB-P',
  min: 9,
  max: 63,
  better: 'higher',
  cutOff: undefined,
  rule: 'MEA4',
};

export const SELF_CRITICISM: MeasureDefinition = {
  id: 'self-criticism',
  name: 'Self-criticism, 0 to 10',
  min: 0,
  max: 10,
  better: 'lower',
  cutOff: undefined,
  rule: 'MEA5',
};
