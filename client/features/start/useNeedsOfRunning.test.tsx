// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { queryOf } from '#client/api/queryOf.ts';
import { aFamilyRecord } from '#shared/course/testing/aFamilyRecord.ts';
import type { FamilyFactEntry } from '#shared/protocol/familyFacts.ts';
import type { Need } from './needsToday.ts';
import { useNeedsOfRunning } from './useNeedsOfRunning.ts';

const SIGN_OFF = { is: 'sign-off', count: 1 } as const;

/** What is left of two needs, one of them a next session for a family with this record. */
function needsWith(...entries: readonly FamilyFactEntry[]): readonly Need[] {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const record = aFamilyRecord({ entries });
  queries.setQueryData(queryOf('family:read', { familyId: record.family.familyId }).queryKey, record);
  const needs: readonly Need[] = [{ is: 'unplanned', family: record.family }, SIGN_OFF];
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  return renderHook(() => useNeedsOfRunning(needs), { wrapper }).result.current;
}

test('a family in treatment needs a next session', () => {
  expect(needsWith().map(({ is }) => is)).toEqual(['unplanned', 'sign-off']);
});

test.for<FamilyFactEntry>([
  { type: 'course.graduate', override: null },
  { type: 'course.drop', byCaregiver: [], byClinician: ['practical'], note: '' },
  { type: 'course.pause', reason: 'Away for the summer.' },
])('after $type it needs none', (entry) => {
  expect(needsWith(entry)).toEqual([SIGN_OFF]);
});
