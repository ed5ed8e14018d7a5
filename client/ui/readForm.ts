import type { z } from 'zod';

type FormReading<T> =
  { readonly is: 'complete'; readonly value: T } | { readonly is: 'incomplete'; readonly fields: readonly string[] };

/** Reads a form's fields by name, parses them with a schema, and focuses the first invalid one. */
export function readForm<S extends z.ZodType>(form: HTMLFormElement, schema: S): FormReading<z.output<S>> {
  const parsed = schema.safeParse(Object.fromEntries(new FormData(form)));
  if (parsed.success) return { is: 'complete', value: parsed.data };
  const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
  const first = [...form.elements].find((element) => fields.includes(element.getAttribute('name') ?? ''));
  if (first instanceof HTMLElement) first.focus();
  return { is: 'incomplete', fields };
}
