import { sumOf } from '../mastery.ts';
import type { RatioDefinition } from '../programs/ratioDefinition.ts';
import type { CommandSequence } from '../sequence/commandSequence.ts';
import { type CommandOutcome, shareOf } from './scoreCommands.ts';
import type { WindowScore } from './scoreWindow.ts';

/** A ratio with its value; null if there was nothing to divide by. */
type Ratio = { readonly rule: string; readonly label: string; readonly value: number | null };

/** The ratios of a scored window, in the order of the program's table. */
export function ratiosOf(
  { tally, outcomes }: Pick<WindowScore, 'tally' | 'outcomes'>,
  definitions: readonly RatioDefinition[],
  sequence: CommandSequence | undefined,
): readonly Ratio[] {
  return definitions.map((definition) => {
    const { rule, label } = definition;
    switch (definition.of) {
      case 'codes':
        return { rule, label, value: shareOf(sumOf(tally, definition.codes), sumOf(tally, definition.among)) };
      case 'compliance':
        return { rule, label, value: complianceOf(outcomes, sequence) };
      case 'opportunity':
        return { rule, label, value: opportunityOf(outcomes, sequence) };
    }
  });
}

function complianceOf(outcomes: readonly CommandOutcome[], sequence: CommandSequence | undefined): number | null {
  const withChance = chancesIn(outcomes, sequence);
  return shareOf(withChance.filter(({ response }) => response === sequence?.complied).length, withChance.length);
}

function opportunityOf(outcomes: readonly CommandOutcome[], sequence: CommandSequence | undefined): number | null {
  return shareOf(chancesIn(outcomes, sequence).length, outcomes.filter(counts).length);
}

function chancesIn(outcomes: readonly CommandOutcome[], sequence: CommandSequence | undefined) {
  return outcomes.filter(
    (outcome) => counts(outcome) && outcome.response !== null && outcome.response !== sequence?.noChance,
  );
}

/** Open and void commands count nowhere. Rules PDI1, PDI2. */
function counts({ outcome }: CommandOutcome): boolean {
  return outcome.is !== 'open' && outcome.is !== 'void';
}
