/** A file of this repository, or a file with the title of a test in it. */
export type Evidence = string | readonly [file: string, test: string];

type Standing =
  /** `note` says what a reader should know of it. */
  | { readonly met: readonly [Evidence, ...Evidence[]]; readonly note?: string }
  | { readonly notApplicable: string }
  /** What is missing. */
  | { readonly open: string };

/** One requirement, in our own words. */
export type Requirement = { readonly id: string; readonly asks: string } & Standing;

export type Chapter = { readonly id: string; readonly about: string; readonly rows: readonly Requirement[] };
