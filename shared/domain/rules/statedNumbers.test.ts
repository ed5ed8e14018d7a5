import { glob, readFile } from 'node:fs/promises';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** Numbers that rules write out instead of taking them from a table, each with the reason. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  'REL3: 2': 'a formula',
  'REL3: 1': 'a formula',
  'REL8: 95': 'the name of the interval',
  'CRS7: 115.': 'what another source prints',
  'PMT5: 5': 'tracked by the caregiver’s own account; nothing judges it',
  'PMT5: 7': 'the days of a week',
  'NVR3: 3': 'tracked by the caregiver’s own account; nothing judges it',
  'NVR4: 2': 'tracked by the caregiver’s own account; nothing judges it',
  'RCD4: 33': 'measured by the browser test of a recording',
  'RCD4: 95': 'measured by the browser test of a recording',
  'RCD4: 100': 'measured by the browser test of a recording',
  'TRN6: 2011': 'the name of a set of criteria',
  'TRN6: 1,': 'the name of a set of criteria',
  'TRN6: 2': 'the name of a set of criteria',
  'LOG1: 1': 'where counting begins',
  'PER12: 6': 'the name of a protocol',
};

type Said = { readonly id: string; readonly text: string };

/** The literal text of the rules, without the values that are filled in. */
async function literalRules(): Promise<readonly Said[]> {
  const said: Said[] = [];
  for await (const file of glob('shared/domain/rules/*.ts')) {
    if (file.endsWith('.test.ts')) continue;
    const source = ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node, id: string | undefined): void => {
      const here = idOf(node) ?? id;
      if (here !== undefined && isSaid(node)) said.push({ id: here, text: node.text });
      node.forEachChild((child) => visit(child, here));
    };
    visit(source, undefined);
  }
  return said;
}

/** The id of a rule that is written as an object, or made by a helper that takes the id first. */
function idOf(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node)) return idIn(node.arguments[0]);
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const id = node.properties.find((one) => ts.isPropertyAssignment(one) && one.name.getText() === 'id');
  return id !== undefined && ts.isPropertyAssignment(id) ? idIn(id.initializer) : undefined;
}

function idIn(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteral(node) && /^[A-Z]{3,4}\d{1,2}$/.test(node.text)
    ? node.text
    : undefined;
}

type Literal =
  ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail;

/** Whether this is part of a rule’s text. Sources are left out: they quote editions and years. */
function isSaid(node: ts.Node): node is Literal {
  const isLiteral =
    ts.isStringLiteral(node) ||
    ts.isNoSubstitutionTemplateLiteral(node) ||
    ts.isTemplateMiddleOrTemplateTail(node) ||
    ts.isTemplateHead(node);
  return isLiteral && !isIn(node, 'source') && !isIn(node, 'confidence');
}

function isIn(node: ts.Node, property: string): boolean {
  if (ts.isSourceFile(node)) return false;
  if (ts.isPropertyAssignment(node)) return node.name.getText() === property;
  // The argument of a helper that looks up a constant is not part of the text.
  if (ts.isTemplateSpan(node.parent) && node.parent.literal !== node) return true;
  return isIn(node.parent, property);
}

const RULE_IDS = /\b[A-Z]{3,4}\d{1,2}\b/g;
const NUMBERS = /\d[\d,.]*|\b(two|three|four|five|six|ten|half) (minutes?|seconds?|days?|weeks?|sessions?|a second)\b/g;

const numbersIn = (text: string) => text.replaceAll(RULE_IDS, '').match(NUMBERS) ?? [];

test('a number in a rule comes from the constant that judges it, or has a reason to be written out', async () => {
  const written = (await literalRules()).flatMap(({ id, text }) => numbersIn(text).map((number) => `${id}: ${number}`));
  expect(written.filter((one) => WRITTEN_OUT[one] === undefined)).toEqual([]);
  expect(Object.keys(WRITTEN_OUT).filter((one) => !written.includes(one))).toEqual([]);
});
