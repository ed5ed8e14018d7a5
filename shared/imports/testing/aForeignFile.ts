/** Builders for tests: files from other labs. */

type Event = readonly [seconds: unknown, subject: string, behavior: string, modifiers?: unknown, comment?: unknown];

/** A project of BORIS with these observations; `praise` is a point, `play` a state. */
export function aBorisProject(observations: Readonly<Record<string, readonly Event[]>>): string {
  const behaviors = [
    { type: 'Point event', code: 'praise' },
    { type: 'State event', code: 'play' },
  ];
  return JSON.stringify({
    time_format: 'hh:mm:ss',
    project_name: 'A lab’s project',
    project_format_version: '7.0',
    behaviors_conf: Object.fromEntries(behaviors.map((one, index) => [String(index), one])),
    observations: Object.fromEntries(
      Object.entries(observations).map(([title, events]) => [title, { type: 'MEDIA', events }]),
    ),
  });
}

/** A document of ELAN with this content. */
export function anEafDocument(inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="" DATE="2026-11-21T10:00:00Z" FORMAT="3.0" VERSION="3.0">
  <HEADER TIME_UNITS="milliseconds"/>
  ${inside}
</ANNOTATION_DOCUMENT>`;
}

/** Slots with these times, named ts1, ts2 and so on. A slot without a time lies between its neighbors. */
export function timeOrder(times: readonly (number | undefined)[]): string {
  const slots = times.map((time, index) => {
    return `<TIME_SLOT TIME_SLOT_ID="ts${index + 1}"${time === undefined ? '' : ` TIME_VALUE="${time}"`}/>`;
  });
  return `<TIME_ORDER>${slots.join('\n')}</TIME_ORDER>`;
}

/** An annotation from one slot to another. */
export function aligned(id: string, from: string, to: string, value: string): string {
  return `<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="${id}" TIME_SLOT_REF1="${from}" TIME_SLOT_REF2="${to}">
    <ANNOTATION_VALUE>${value}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>`;
}

/** An annotation that refers to another. */
export function referring(id: string, to: string, value: string): string {
  return `<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="${id}" ANNOTATION_REF="${to}">
    <ANNOTATION_VALUE>${value}</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>`;
}
