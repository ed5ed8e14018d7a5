// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { queryOf } from '#client/api/queryOf.ts';
import { aFamilyRecord } from '#shared/course/testing/aFamilyRecord.ts';
import type { FamilyFactEntry } from '#shared/protocol/familyFacts.ts';
import { useRunning } from './useRunning.ts';

/** How many families are left of one with this record. */
function runningWith(...entries: readonly FamilyFactEntry[]): number {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const record = aFamilyRecord({ entries });
  queries.setQueryData(queryOf('family:read', { familyId: record.family.familyId }).queryKey, record);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  return renderHook(() => useRunning([record.family]), { wrapper }).result.current.length;
}

test('a family in treatment needs a next session', () => {
  expect(runningWith()).toBe(1);
});

test.for<FamilyFactEntry>([
  { type: 'course.graduate', override: null },
  { type: 'course.drop', byCaregiver: [], byClinician: ['practical'], note: '' },
  { type: 'course.pause', reason: 'Away for the summer.' },
])('after $type it needs none', (entry) => {
  expect(runningWith(entry)).toBe(0);
});
