/** The pad of codes, wherever something is coded. */
export const words = {
  label: 'Codes',
  count_one: ', {{name}}, {{count}} time',
  count_other: ', {{name}}, {{count}} times',
  undo: 'Undo',
  names: { label: 'Names of the codes on the pad', shown: 'Shown', hidden: 'Hidden' },
} as const;
