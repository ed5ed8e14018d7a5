import { expect, test } from 'vitest';
import { telephoneLink } from './telephoneLink.ts';

test.for([
  ['+1 206 555 0142', 'tel:+12065550142'],
  ['(02) 5550-0100', 'tel:0255500100'],
  ['555 0100 ext. 12', 'tel:5550100;ext=12'],
  ['555 0100 x7', 'tel:5550100;ext=7'],
] as const)('“%s” is dialed as %s', ([written, link]) => {
  expect(telephoneLink(written)).toBe(link);
});
