/**
 * The columns whose values are encrypted under their family's key. A row has its family's id, or that of one of its
 * sessions. `row` are the columns that tell it from other rows of the family.
 */
export const SEALED_COLUMNS = [
  { column: 'families.name', of: 'family_id', row: [] },
  { column: 'families.child_initials', of: 'family_id', row: [] },
  { column: 'families.child_birth_month', of: 'family_id', row: [] },
  { column: 'caregivers.name', of: 'family_id', row: ['caregiver_id'] },
  { column: 'safety_sheets.sheet', of: 'family_id', row: [] },
  { column: 'safety_sheets.changed_by', of: 'family_id', row: [] },
  { column: 'family_facts.by', of: 'family_id', row: ['seq'] },
  { column: 'family_facts.entry', of: 'family_id', row: ['seq'] },
  { column: 'course_overviews.overview', of: 'family_id', row: [] },
  { column: 'devices.name', of: 'session_id', row: ['device_id'] },
  { column: 'session_facts.fact', of: 'session_id', row: ['session_id', 'seq'] },
  { column: 'session_fact_pages.facts', of: 'session_id', row: ['session_id', 'from_seq'] },
  { column: 'session_states.state', of: 'session_id', row: ['session_id'] },
  { column: 'session_models.digest', of: 'session_id', row: ['session_id'] },
  { column: 'session_models.report', of: 'session_id', row: ['session_id'] },
  { column: 'coder_comparisons.compared', of: 'session_id', row: ['session_id', 'comparison_id'] },
] as const;

/** Rises when a column joins the list: then the next start encrypts what it contains. */
export const SEALED_TO = 1;

type SealedColumn = (typeof SEALED_COLUMNS)[number]['column'] | 'recordings.wrapped_key';

/** The place of a value, with what tells its row from others of its family. */
export function placeOf(column: SealedColumn, ...row: readonly (string | number)[]): string {
  return [column, ...row].join(' ');
}
