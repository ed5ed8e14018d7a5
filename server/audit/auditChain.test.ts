import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { AUDIT_ACTORS, AUDITED, auditKindOf } from '#shared/domain/audit/audited.ts';
import { type AuditHead, createChainCheck, EMPTY_HEAD, hashOf } from './auditChain.ts';
import type { AuditEntry, AuditRow } from './auditEntry.ts';

type Link = { readonly row: AuditRow; readonly hash: Buffer };

const anId = fc.option(fc.stringMatching(/^[a-z0-9"\\,-]{1,8}$/));
const anEntry: fc.Arbitrary<AuditEntry> = fc.record({
  actor: fc.constantFrom(...AUDIT_ACTORS),
  actorId: anId,
  what: fc.constantFrom(...AUDITED),
  outcome: fc.constantFrom('done', 'refused'),
  ...{ familyId: anId, sessionId: anId, subjectId: anId },
});
const someEntries = fc.array(anEntry, { minLength: 2, maxLength: 12 });

function chainOf(entries: readonly AuditEntry[]): Link[] {
  let { hash } = EMPTY_HEAD;
  return entries.map((entry, index) => {
    const kind = auditKindOf(entry.what, entry.outcome);
    const row: AuditRow = { ...entry, seq: index + 1, at: `2026-03-02T09:00:${10 + index}Z`, kind };
    hash = hashOf(hash, row);
    return { row, hash };
  });
}

/** The first fault of a chain. */
function faultIn(links: readonly Link[], witnessed: readonly AuditHead[] = []) {
  const check = createChainCheck(witnessed);
  for (const { row, hash } of links) {
    const fault = check.next(row, hash);
    if (fault !== undefined) return fault;
  }
  return check.end();
}

const headOf = (links: readonly Link[]): AuditHead => ({ seq: links.length, hash: links.at(-1)!.hash });

test('[ADT3] a chain that nobody touched has no fault, and its own head is its witness', () => {
  fc.assert(
    fc.property(someEntries, (entries) => {
      const links = chainOf(entries);
      expect(faultIn(links, [headOf(links.slice(0, 1)), headOf(links)])).toBeUndefined();
    }),
  );
});

test('[ADT3] a row that was changed is found, whatever was changed in it', () => {
  fc.assert(
    fc.property(someEntries, anEntry, fc.nat(), fc.nat(), (entries, other, at, which) => {
      const links = chainOf(entries);
      const index = at % links.length;
      const { row, hash } = links[index]!;
      const keys = Object.keys(other) as (keyof AuditEntry)[];
      const key = keys[which % keys.length]!;
      fc.pre(row[key] !== other[key]);
      const changed = { ...row, [key]: other[key] };
      expect(faultIn(links.with(index, { row: changed, hash }))).toEqual({ seq: index + 1, is: 'changed' });
      expect(faultIn(links.with(index, { row: { ...row, at: 'another moment' }, hash }))).toBeDefined();
    }),
  );
});

test('[ADT3] a row that was removed, moved or put in is found', () => {
  fc.assert(
    fc.property(someEntries, fc.nat(), (entries, at) => {
      const links = chainOf(entries);
      const index = at % (links.length - 1);
      const [one, next] = [links[index]!, links[index + 1]!];
      const renumbered = (changed: readonly Link[]) =>
        changed.map((link, place) => ({ ...link, row: { ...link.row, seq: place + 1 } }));
      for (const tampered of [
        links.toSpliced(index, 1),
        links.toSpliced(index, 2, next, one),
        links.toSpliced(index, 0, one),
      ]) {
        expect(faultIn(tampered)).toBeDefined();
        expect(faultIn(renumbered(tampered))).toBeDefined();
      }
    }),
  );
});

test('[ADT3] an end that was removed, or made again, is found by a head that was kept elsewhere, and only by that', () => {
  fc.assert(
    fc.property(someEntries, anEntry, (entries, other) => {
      const links = chainOf(entries);
      const witness = headOf(links);
      const shorter = links.slice(0, -1);
      expect(faultIn(shorter)).toBeUndefined();
      expect(faultIn(shorter, [witness])).toEqual({ seq: witness.seq, is: 'missing' });
      const again = chainOf([...entries.slice(0, -1), other, other]);
      fc.pre(!again[links.length - 1]!.hash.equals(witness.hash));
      expect(faultIn(again)).toBeUndefined();
      expect(faultIn(again, [witness])).toEqual({ seq: witness.seq, is: 'not-as-witnessed' });
    }),
  );
});
