/** One measured bench, as a section of the page. */
export type Section = {
  readonly name: string;
  /** What it measures, in a sentence. */
  readonly measures: string;
  /** The day, the machine and the rounds. */
  readonly where: string;
  readonly table: string;
};

const TOP = `# Performance

Written by \`npm run bench -- --page\`, which replaces the sections of what it measured. “Bare” is the same without Earshot, in the same
run and interleaved. On a machine that others use too, ratios say more than times. The targets are explained in the sections.
`;

/** The page with this section in place of an earlier one of the same bench. Sections are in the order of the names. */
export function performancePage(page: string, section: Section): string {
  const [, ...earlier] = page.split(/^## /mu);
  const kept = earlier
    .map((text) => ({ name: text.slice(0, text.indexOf('\n')), text: text.trimEnd() }))
    .filter(({ name }) => name !== section.name);
  const { name, measures, where, table } = section;
  const own = { name, text: `${name}\n\n${measures}\n\n${where}\n\n\`\`\`\n${table}\n\`\`\`` };
  const all = [...kept, own].toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return [TOP, ...all.map(({ text }) => `## ${text}\n`)].join('\n');
}
