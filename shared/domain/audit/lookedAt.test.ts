import { expect, test } from 'vitest';
import { lookedAt, type Looking } from './lookedAt.ts';

const looking = (at: string, actor: Looking['actor'], what: Looking['what']): Looking => ({ at, actor, what });

test('[ADT4] a family reads by day and role what was looked at, the last day first', () => {
  const lookings = [
    looking('2026-03-01T10:00:00Z', 'supervisor', 'session.read'),
    looking('2026-03-02T09:00:00Z', 'therapist', 'recording.played'),
    looking('2026-03-02T10:00:00Z', 'therapist', 'record.read'),
    looking('2026-03-02T11:00:00Z', 'therapist', 'safety-sheet.read'),
    looking('2026-03-02T12:00:00Z', 'terminal', 'session.exported'),
  ];
  expect(lookedAt(lookings, 'UTC')).toEqual([
    { on: '2026-03-02', by: 'therapist', at: ['record', 'recording'] },
    { on: '2026-03-02', by: 'terminal', at: ['copy'] },
    { on: '2026-03-01', by: 'supervisor', at: ['session'] },
  ]);
});

test('[ADT4] a day is the clinic’s day, and what is no looking is left out', () => {
  const late = looking('2026-03-02T23:30:00Z', 'therapist', 'record.read');
  expect(lookedAt([late], 'Europe/Oslo').map(({ on }) => on)).toEqual(['2026-03-03']);
  expect(lookedAt([looking('2026-03-02T09:00:00Z', 'therapist', 'record.changed')], 'UTC')).toEqual([]);
});
