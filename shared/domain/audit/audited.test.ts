import { expect, test } from 'vitest';
import { AUDIT_KINDS, AUDITED, auditKindOf } from './audited.ts';

test('[ADT1] everything that the audit can say has one kind, and is a denial if it was refused', () => {
  expect(new Set(AUDITED).size).toBe(AUDITED.length);
  for (const what of AUDITED) {
    expect(AUDIT_KINDS).toContain(auditKindOf(what, 'done'));
    expect(auditKindOf(what, 'done')).not.toBe('denial');
    expect(auditKindOf(what, 'refused')).toBe('denial');
  }
});
