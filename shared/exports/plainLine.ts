/** One line without what some formats cannot carry: breaks become spaces, and forbidden characters become U+FFFD. */
export function plainLine(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, ' ')
      // eslint-disable-next-line no-control-regex -- these are what XML 1.0 has no way to write
      .replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/gu, '\ufffd')
  );
}
