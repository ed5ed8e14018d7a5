import { RULE_AREAS } from './findRule.ts';
import { JUDGES } from './judges.ts';
import { isLocalRule, type Rule, type RuleArea } from './rule.ts';

const INTRODUCTION = `# Rules

Every rule that Earshot decides by, with an id that code and test titles carry. When a test and this page disagree, one of
them is wrong. The page is made from \`shared/domain/rules\` by \`node tools/rulesPage.ts\`.

**Confidence.** _Published_: read in a source. _Reported_: a secondary source says so, and the manual itself was not
available to us. _Assumed_: taken to be the published value, though nothing that we could open confirms it; screens mark it
so. _Ours_: an operational choice of this product, not clinical doctrine; screens mark it as a local rule.
What is reported, assumed or ours needs the word of a certified trainer before clinical use.

**Judged by** names the part of the software that decides it, or whose word it is. A test finds each there.`;

/** The page of all rules, in Markdown. */
export function rulesPage(): string {
  return `${[INTRODUCTION, ...RULE_AREAS.map(section)].join('\n\n')}\n`;
}

function section({ title, note, rules }: RuleArea): string {
  const table = [
    '| id | rule | judged by | source | confidence |',
    '| --- | --- | --- | --- | --- |',
    ...rules.map(row),
  ].join('\n');
  return [`## ${title}`, ...(note === '' ? [] : [note]), table].join('\n\n');
}

function row(rule: Rule): string {
  return `| ${rule.id} | ${rule.says} | ${rule.judgedBy.map((judge) => JUDGES[judge].says).join('; ')} | ${rule.source} | ${isLocalRule(rule) ? '**ours**' : rule.confidence === 'assumed' ? '**assumed**' : rule.confidence} |`;
}
