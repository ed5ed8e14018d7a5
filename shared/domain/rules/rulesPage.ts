import { RULE_AREAS } from './findRule.ts';
import { JUDGES } from './judges.ts';
import { isLocalRule, type Rule, type RuleArea } from './rule.ts';

const INTRODUCTION = `# Rules

Every rule that Earshot follows. Code and test titles carry the ids. If a test and this page disagree, one of them is wrong.
The page is generated from \`shared/domain/rules\` by \`node tools/rulesPage.ts\`.

**Confidence.** _Published_: read in a source. _Reported_: a secondary source says so, and we did not have the manual itself.
_Assumed_: taken to be the published value, though no source that we could open confirms it; screens mark it as assumed.
_Ours_: a choice of this product and not clinical doctrine; screens mark it as a local rule.
A certified trainer must confirm every reported, assumed or own rule before clinical use.

**Judged by** names the part of the software, or the person, that decides by the rule. A test finds each rule there.`;

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
  return [`## ${title}`, ...(note === undefined ? [] : [note]), table].join('\n\n');
}

function row(rule: Rule): string {
  return `| ${rule.id} | ${rule.says} | ${rule.judgedBy.map((judge) => JUDGES[judge].says).join('; ')} | ${rule.source} | ${isLocalRule(rule) ? '**ours**' : rule.confidence === 'assumed' ? '**assumed**' : rule.confidence} |`;
}
