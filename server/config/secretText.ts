/** A secret in the environment, or in a file that a vault may mount. */
export type SecretText =
  { readonly from: 'environment'; readonly text: string } | { readonly from: 'file'; readonly file: string };
